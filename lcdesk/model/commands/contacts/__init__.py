"""Contacts as files and tables, and two that are one person."""
