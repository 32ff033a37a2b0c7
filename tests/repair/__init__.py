"""The package of repairs."""
