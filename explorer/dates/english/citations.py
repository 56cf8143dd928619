"""Years that name something on paper: a court's decision, a law, a copyright.

"550 U.S. 544 (2007)" tells where a decision is printed, not that something happened in 2007.
"""

import re

from explorer import resources
from explorer.dates.grammar.tokens import Tokens


def listed(name: str) -> frozenset[str]:
    """Give a list of words of `resources/dates/guards.toml`."""
    return frozenset(resources.toml("dates/guards.toml")[name].split())


_LAWS, _COURTS = listed("laws"), listed("courts")
_DECISION = re.compile(  # 550 U.S. 544, 570 ( | 123 F.3d 456, 459 (9th Cir.
    r"\d+\s(?:[A-Z][A-Za-z]{0,5}\.(?:\s?[A-Z0-9][A-Za-z0-9]{0,5}\.?){0,3}|[A-Z]{2,5})\s\d+(?:[,–-]\s?\d+){0,3}"
    r"\s\((?:[^()\n]{0,20}\.\s)?$"
)
_REPORT = re.compile(  # ] UKSC 41 | ] 1 W.L.R. 12 | ) 207 CLR 562 |  SCC 65
    r"(?:\](?:\s\d{1,3})?|\)\s\d{1,3}|(?=\s))\s[A-Z][A-Z.]{1,7}(?:\s\(\w{2,8}\))?\s\d+"
)
_STATUTE = re.compile(r"§{1,2}\s?[\w.–-]{1,20}(?:(?:,|,? and)\s[\w.–-]{1,20}){0,4}\s\((?:[^()\n]{0,20}\s)?$")
_ET_AL = re.compile(r"\bet al\.?,? \(?$")
_COPYRIGHT = re.compile(r"©[^\n]{0,40}$")
_REACH = 60  # characters before a year that are looked at


def citation_objection(head: int, index: int, tokens: Tokens) -> str | None:
    """Give the reason why a year dates paper; `head` is the first of the years in its row."""
    start = tokens.starts[index]
    left = tokens.text[max(0, start - _REACH) : start]
    if _is_copyright(head, left, tokens):
        return "a copyright notice"
    if tokens.word(index + 1) == ")" and _DECISION.search(left):
        return "a citation of a court's decision"
    if tokens.word(index + 1) == ")" and _STATUTE.search(left):
        return "a citation of a statute"
    if _is_report(index, tokens):
        return "a citation of a court's decision"
    if _is_law(head, tokens) or _is_law(index, tokens):
        return "the year in the name of a law"
    return "a citation of a paper" if _ET_AL.search(left) else None


def _is_copyright(head: int, left: str, tokens: Tokens) -> bool:
    at = head - 1
    if tokens.between(max(0, head - 3), head).lower() == "(c)":
        return True
    return tokens.word(at) in ("©", "copyright") or ("©" in left and _COPYRIGHT.search(left) is not None)


def _is_report(index: int, tokens: Tokens) -> bool:
    """Tell whether a year stands before the name of a report and a number: [2019] UKSC 41, 2019 SCC 65."""
    if not (tokens.word(index - 1) in ("[", "(") or tokens.raw(index + 1) in _COURTS):
        return False
    return _REPORT.match(tokens.text, tokens.ends[index]) is not None


def _is_law(index: int, tokens: Tokens) -> bool:
    """Tell whether a year ends the name of a law: the Securities Act of 1933, the Companies Act, 2013."""
    before, name = tokens.word(index - 1), tokens.raw(index - 2)
    if tokens.raw(index - 1) in _LAWS or (before in ("of", "(") and name in _LAWS):
        return True
    is_named = tokens.raw(index - 3)[:1].isupper() and tokens.word(index - 3) != "the"
    return before == "," and name == "Act" and is_named
