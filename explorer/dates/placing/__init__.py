"""Specs become dates: counted from the anchor, written as TIMEX3, and told in words.

It must not know a language, nor the patterns: only what the words were read as, and what they count from.
"""
