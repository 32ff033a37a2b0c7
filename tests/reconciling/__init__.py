"""Reconciling marketing automation with the CRM."""
