"""What is generated from what: a test asserts that every file here is up to date."""
