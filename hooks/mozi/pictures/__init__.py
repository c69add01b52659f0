"""Pictures of the records: geometry only; words and links are those of the views."""
