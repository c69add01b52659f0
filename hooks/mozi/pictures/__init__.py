"""Pictures drawn at build time: geometry only; words and links are those of the views."""
