"""Text before it means anything: cleaned once, cut into paragraphs and sentences, its language guessed.

Offsets count code points of the cleaned text, everywhere and for ever.
"""
