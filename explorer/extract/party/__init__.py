"""Parties: names in a text, who is meant by them and by pronouns, and who acts on whom."""
