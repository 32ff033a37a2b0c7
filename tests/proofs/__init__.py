"""Tests of what is proved about conventions."""
