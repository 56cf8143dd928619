"""A small tagger of English: parts of speech, names, and the tree of a sentence; usable by itself.

    from explorer.tagger import tag
    from explorer.text.sentences import sentences

    for sentence in tag(text, sentences(text), parsed=True):
        for token in sentence.tokens: ...      # token.start, .end, .tag, .head, .relation
        for entity in sentence.entities: ...   # entity.span, entity.type, entity.score

What it knows was learned by packaging/train_tagger.py; its figures stand in resources/tagger/README.md.
"""

from explorer.tagger.tagging import Entity, Sentence, Token, tag, tag_words

__all__ = ["Entity", "Sentence", "Token", "tag", "tag_words"]
