"""Regular languages as data, automata over them, and their text in the dialects of regular expressions.

Nothing here knows of marketing: it could serve any language of short texts.
"""
