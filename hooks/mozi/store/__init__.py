"""The folder `data/` as records, vocabularies and problems."""
