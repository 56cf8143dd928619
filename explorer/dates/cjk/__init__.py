"""Chinese and Japanese: a cut of their own, as no space parts their words, and one grammar for both.

Like English, it must not know what day a spec means.
"""
