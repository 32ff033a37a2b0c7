"""Ordered tables."""
