"""The data as JSON files: what each holds (`documents`), and the description of all (`openapi`)."""
