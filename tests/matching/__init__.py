"""Matching programs with campaigns."""
