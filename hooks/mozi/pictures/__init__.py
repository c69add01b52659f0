"""Pictures drawn at build time: geometry only; the views add words and links."""
