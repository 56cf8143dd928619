"""All other languages that part their words with spaces: one grammar of concepts over the words of each.

The words are in the tables of `resources/dates/`; no pattern may name a language or a word of one. Like
English, it must not know what day a spec means.
"""
