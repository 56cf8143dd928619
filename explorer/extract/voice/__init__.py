"""Voices: who says so, and whether it happened, is planned, only alleged, or denied."""
