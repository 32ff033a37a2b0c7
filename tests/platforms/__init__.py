"""Tests of the limits of systems."""
