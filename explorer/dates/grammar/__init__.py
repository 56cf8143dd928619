"""Patterns over the words of a text, and how they are found: letters, patterns, the scan, numbers.

It must not know what a pattern means or in which language: rules and tables of words are handed to it.
"""
