"""The laws that hold for every taxonomy, over random ones."""
