"""Tests of Account Engagement: what is read and written."""
