"""Titles: a readable fact of at most 70 characters from who, what, whom and how much."""
