"""The rules: their cases, their words, their pages."""
