"""Columns of names, in every library."""
