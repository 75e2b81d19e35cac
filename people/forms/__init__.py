"""The forms about people, by subject."""
