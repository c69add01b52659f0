"""Addresses of pages and files, and those that were ever published."""
