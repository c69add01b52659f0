"""Addresses of pages and files, and the list of all addresses that were ever published."""
