"""The rules about taxonomies: their cases, their pages, their speed."""
