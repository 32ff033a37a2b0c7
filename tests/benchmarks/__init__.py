"""How fast the library is, beside its peers; run by hand, never as tests."""
