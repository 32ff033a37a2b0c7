"""Tests of reading names."""
