"""Tests of changing names inside files."""
