"""The text of a language in the dialects of regular expressions; one dialect, one file."""
