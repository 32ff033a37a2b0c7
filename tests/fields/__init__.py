"""Tests of the kinds of field."""
