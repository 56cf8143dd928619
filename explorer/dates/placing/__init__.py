"""Specs become dates: counted from the anchor, written as TIMEX3, and told in words.

It must not know the patterns, only what the words were read as and what they count from; nor a language, but
for `fiscal`, which looks at the English words around the periods of business reports.
"""
