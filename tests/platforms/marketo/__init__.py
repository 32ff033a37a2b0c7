"""Tests of Marketo: what is read and written."""
