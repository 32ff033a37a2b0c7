"""Tests of what people declare."""
