"""Where sentences begin and end, token by token."""

from explorer.dates.grammar.tokens import BLANK, Tokens

SENTENCE_ENDS = frozenset((*".!?;", BLANK))  # perhaps: "St. Paul"
_CLOSERS = frozenset("\"'”’)`")
_OPENERS = frozenset("\"'“‘`*•–-")
_TITLES = frozenset(
    "mr mrs ms dr gen sen rep gov st lt col sgt prof rev jan feb aug sept oct nov dec no vs".split()
)


def sentence(tokens: Tokens, first: int, last: int, before: int, after: int) -> tuple[int, int]:
    """Give the sentence around some tokens, as tokens: so many before and after at most."""
    words, begin, end = tokens.words, first, last
    lowest, highest = max(0, first - before), min(len(words), last + after)
    while begin > lowest and not (words[begin - 1] in SENTENCE_ENDS and ends_sentence(tokens, begin - 1)):
        begin -= 1
    while end < highest and not (words[end] in SENTENCE_ENDS and ends_sentence(tokens, end)):
        end += 1
    return begin, end


def ends_sentence(tokens: Tokens, index: int) -> bool:
    """Tell whether a sentence ends with a token: a stop with a capital after it, a semicolon, a blank line."""
    mark = tokens.words[index]
    if mark not in SENTENCE_ENDS:
        return False
    if mark in (";", BLANK):
        return True
    before = tokens.raw(index - 1)
    is_initial = (len(before) == 1 and before.isupper()) or before.lower() in _TITLES
    if mark == "." and is_initial and tokens.is_glued(index):
        return False
    after = index + 1
    while tokens.is_glued(after) and tokens.raw(after) in _CLOSERS:
        after += 1
    start = tokens.raw(after)[:1]
    return not start or (not tokens.is_glued(after) and (start.isupper() or start in _OPENERS))
