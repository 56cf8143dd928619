"""Places: where something happens or who acts there, as ISO 3166 codes."""
