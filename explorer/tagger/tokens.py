"""Words and signs of English, cut as Universal Dependencies cuts them; offsets into the text, unchanged.

Clitics stand alone (do|n't, firm|'s), so do hyphens between words (co-founder, though, is one word), signs of
money and percent. Abbreviations keep their stop. Every character but white space is in exactly one token.
"""

import re

from explorer import resources


def _pattern() -> re.Pattern[str]:
    words = resources.toml("tagger/tokens.toml")
    stopped = "|".join(map(re.escape, words["stopped"].split()))
    prefixes = "|".join(words["prefixes"].split())
    return re.compile(
        rf"""
          (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’']
        | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+
        | [@\#]\w+
        | (?<![\w.])[^\W_][\w-]{{0,40}}\.(?:com|org|net|gov|edu|co\.uk)\b    # Amazon.com
        | (?<!\w)(?:[^\W\d_]\.){{2,}}                                # U.S., a.m.
        | (?<!\w)(?:{stopped})\.(?!\w)
        | (?<![\w.])[A-Z]\.(?=\s+[A-Z])                              # J. Smith
        | \d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)\b)?
        | (?<=[^\W\d_])n['’]t\b | (?<=\w)['’](?:s|re|ve|ll|d|m)\b    # the clitics
        | [^\W\d_]+?(?=n['’]t\b)
        | \b[Cc]an(?=not\b) | \b[Gg]on(?=na\b) | \b[Ww]an(?=na\b) | \b[Gg]ot(?=ta\b)
        | \b(?:{prefixes})-[^\W\d_]+
        | [^\W\d_]+&[^\W\d_]+\b                                      # AT&T
        | [^\W\d_]\w*(?:['’](?!(?:s|re|ve|ll|d|m)\b)[^\W\d_]+)*      # O'Brien
        | \.{{2,}} | -{{2,}} | (?P<again>[!?*=~_])(?P=again)+ | ['`]{{2}}
        | \S
        """,
        re.VERBOSE,
    )


_TOKEN = _pattern()


def tokens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut `text[start:end]` into tokens: in order, disjoint, covering everything but white space."""
    return [match.span() for match in _TOKEN.finditer(text, start, end)]
