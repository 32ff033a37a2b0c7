"""Published conventions as taxonomies."""
