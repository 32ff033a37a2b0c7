"""Comparing taxonomies."""
