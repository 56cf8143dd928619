"""What the text around a date says of it: tense, small words, neighbours, ranges, the story and where it is.

It reads candidates and the words around them. It must not place dates: it tells what they count from, and
whether they look back or ahead. Of the patterns that found them it knows no more than the names of a few rules,
which `join`, `ranges` and `order` ask for.
"""
