"""Tests of writing what was found."""
