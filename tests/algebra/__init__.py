"""Tests of regular languages as data."""
