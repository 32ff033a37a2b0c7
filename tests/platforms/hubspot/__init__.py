"""Tests of HubSpot: what is read and written."""
