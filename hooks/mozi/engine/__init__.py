"""Incremental builds: tasks, their manifest, the cache and worker processes. Knows no record."""
