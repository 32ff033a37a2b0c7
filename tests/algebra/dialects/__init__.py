"""Tests of the dialects of regular expressions."""
