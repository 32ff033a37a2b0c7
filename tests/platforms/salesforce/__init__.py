"""Tests of Salesforce: what is read and written."""
