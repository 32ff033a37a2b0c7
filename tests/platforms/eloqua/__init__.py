"""Tests of Eloqua: what is read and written."""
