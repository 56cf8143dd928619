"""A clause without the words that date it: "On 4 May the bank closed" → "the bank closed".

Only words that can go without loss go: "the order of 6 August" and "the 2004 decision" keep their date.
"""

import re

from explorer.extract import clauses
from explorer.extract.title import subjects, tense, wording
from explorer.extract.title.leading import DATE
from explorer.model.mention import Span

_NO_MOVE = "".join(
    f"(?<!{end} )" for end in ("ought", "aken", "alled", "ent", "ame", "put", "held", "iven", "oved")
)
_NO_TAKING = "".join(f"(?<!{end} )" for end in ("ook", "ake", "akes", "aken", "aking", "ell"))
_PREPOSITION = re.compile(
    r"(?:^|(?<=[\s,(*–—-]))(?:(?:on|in|at|by|since|from|during|until|till|throughout|around|about|for|through|"
    r"within|after|before|dated|effective(?: from| on)?|starting(?: on| in| from)?|beginning(?: on| in)?|"
    rf"{_NO_TAKING}over|as (?:of|early as|late as|from|at)|{_NO_MOVE}back in|up to|late on|early on|"
    r"alone in)\s+)?"
    r"(?:(?:the|very|early|late|mid|mid-)\s+)*"
    r"(?:(?:end|beginning|start|middle|spring|summer|autumn|fall|winter|course|morning|evening|night|afternoon|"
    r"close|(?:first|second|third|fourth|last|final) (?:quarter|half|week|days?|"
    r"months?))\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:the|an?|that|this|its|their|his|her|our|each|every|of|to|between|and|than|for|fiscal|full|entire)\s+$",
    re.IGNORECASE,
)
_HELD_LENGTH = 7  # letters of its longest word
_LEADING = frozenset(  # the words of `_PREPOSITION`; "" stands between two spaces
    "about after afternoon alone around as at autumn back before beginning by close course dated day days "
    "during early effective end evening fall final first for fourth from half in last late mid mid- "
    "middle month months morning night of on over quarter second since spring start starting summer the "
    "third through throughout till to until up very week weeks winter within".split()
) | {""}
_RELATIVE = re.compile(
    r"(?:the |a |an |\w+ )?(?:last|this|next|yesterday|today|tomorrow|tonight|earlier|later|now|currently|"
    r"recently|"
    r"following|previous|same|mon|tues|wednes|thurs|fri|satur|sun|\w+ (?:days?|weeks?|months?|years?)\b|"
    r"(?:days?|weeks?|months?|years?|decades?)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:$|[^\w\s]|(?:a|an|the|its|their|his|her|to|of|in|on|at|by|for|with|and|or|but|as|from|that|which|who|"
    r"when|while|if|after|before|because|over|into|under|against|it|they|he|she|we|was|were|is|are|has|had|have|"
    r"will|would|could|may|said|says|there|during|through|without|amid|following|\d+|\w+ed|[A-Z]\w*)\b)"
)
_POSSESSIVE = re.compile(r"['’]s?\s+(?=\w)")
_BEING = re.compile(r"(?:was|were|is|are|has|had|will|would)\b")  # "last year's was 8.70"
_PART_OF_DAY = re.compile(r"\s+(?:morning|afternoon|evening|night|alone)\b", re.IGNORECASE)
_TIME_NOUN = re.compile(
    r"\b(?:quarter|half|week|month|year|end|beginning|start|season)\s+of\s+$", re.IGNORECASE
)
_COMMA = re.compile(r"\s*(?:,|:|--|—|–|-(?=\s)|\*+|\|)\s*")


def of(text: str, span: Span, date: Span | None) -> str:
    """Give the words of a clause without its date, where they stand without it."""
    if date is None or not (span.start <= date.start and date.end <= span.end):
        return text[span.start : span.end]
    left, right = text[span.start : date.start], text[date.end : span.end]
    possessive = _POSSESSIVE.match(right)
    if possessive and _BEING.match(right, possessive.end()):
        return text[span.start : span.end]
    if possessive:
        return _joined(left, right, possessive.end())
    part = _PART_OF_DAY.match(right)
    if part:
        right = right[part.end() :]
    before = _PREPOSITION.search(left, _last_words(left))
    if before is not None and _TAKEN.search(left):
        before = None
    taken = left[: before.start()] if before else left
    preposition = before.group().strip().lower() if before else ""
    if not _can_go(text[date.start : date.end], taken, preposition, right):
        return text[span.start : span.end]
    return _closed(_OTHER_TIME.sub("", taken), right).strip()


_OTHER_TIME = re.compile(
    rf"\s(?:in|on)\s{DATE}\sand (?:again|once more)\s*$"
)  # "fined in 1996 and again in 2003"
_TAKEN = re.compile(r"\b(?:t[ao]kes?|taken|taking|took)\sover\s$")  # where "over" belongs to the verb
_CONJUNCTION = re.compile(r"^\W*(?:(?:and|but|or|so|then|while|when|as|that|which)\s+)*$", re.IGNORECASE)
_AGAIN = re.compile(r"\s+and\s+(?:again|then|later|once more|in|on|by)\b")
_OR_THEN = re.compile(rf"\s(?:or|and|to|through|–)\s(?:early\s|late\s|mid-)?{DATE}")
_AND = re.compile(r"\s+and\s")
_HYPHEN = re.compile(r"-\w")  # "the first half-year"
_NEEDS_TIME = re.compile(
    r"\b(?:came|comes|took place|happen\w*|occur\w*|due|dates?|dated|scheduled|expected|planned)\s*$"
)
_GAPPED = re.compile(
    r"\b(?:and|but)\s+(?:the\s+)?(?:first|second|third|fourth|last|rest|others?|latter|another)\s*$"
)


def _can_go(date: str, taken: str, preposition: str, right: str) -> bool:
    """Tell whether a clause stands without its date: not "the order of 6 August", "given until 19 January"."""
    if _CONJUNCTION.match(taken):
        if re.search(r"\b(?!the\b|early\b|late\b|mid\b|very\b)[a-z]+", preposition):
            return not preposition.endswith("the") or _GOES_ON.match(right) is not None
        return _is_free(date, "", right)
    if not _GOES_ON.match(right) or _is_held(taken) or _HYPHEN.match(right):
        return False
    if not preposition and not _is_free(date, taken, right):
        return False
    if preposition.startswith("from") and re.match(r"\s+to\s", right):
        return False
    if preposition.startswith(("until", "till")) and re.search(r"\b(?:g[ai]ve\w*|has|had|have)\b", taken):
        return False
    if _AGAIN.match(right) or _OR_THEN.match(right):
        return False
    if not right.lstrip()[:1].isalnum() and _NEEDS_TIME.search(taken):
        return False
    is_gap = _AND.match(right) and clauses.is_finite(taken.rstrip().rpartition(" ")[2].lower())
    return not is_gap and (right.strip(" .,;") != "" or not _GAPPED.search(taken))


def _is_held(taken: str) -> bool:
    """Tell whether the last word needs the date: "the order of"."""
    end = len(taken.rstrip())
    return end < len(taken) and _HELD.search(taken, max(0, end - _HELD_LENGTH)) is not None


def _last_words(left: str) -> int:
    """Give where to look for a preposition from: the last word that cannot belong to it."""
    end = len(left)
    while end > 0:
        begin = left.rfind(" ", 0, end) + 1
        word = left[begin:end].strip().lower()
        if word not in _LEADING and "\n" not in word:
            return begin
        end = begin - 1
    return 0


def _joined(left: str, right: str, end: int) -> str:
    return f"{left}{'the' if left.strip() else 'The'} {right[end:]}"


def _is_free(date: str, left: str, right: str) -> bool:
    """Tell whether a date without a preposition stands beside its clause: "the bank closed last week"."""
    if not left.strip(" \n*|#•-–—"):
        if clauses.is_finite((right.split() or [""])[0].lower().strip(".,")):
            return False  # the date is the subject
        return bool(_COMMA.match(right)) or _GOES_ON.match(right) is not None
    if left.rstrip().endswith((",", "|", "–", "—", "(")):
        return _GOES_ON.match(right) is not None
    return _RELATIVE.match(date) is not None and _GOES_ON.match(right) is not None


def _closed(left: str, right: str) -> str:
    """Join what stood on both sides of a date; its comma goes with it at the head and inside a pair."""
    comma = _COMMA.match(right)
    if not left.strip(" \n*|#•-–—"):
        return right[comma.end() :] if comma else right.lstrip()
    if left.rstrip().endswith(",") and comma and comma.group().strip() == ",":
        head = left.rstrip(" ,")
        is_pair = not clauses.has_verb(head, 0, len(head)) and not subjects.opening().match(head + ", ")
        return f"{head}{' ' if is_pair else ', '}{right[comma.end() :]}"
    if left.rstrip().endswith(",") and not right.strip(" .;:!?"):
        return left.rstrip(" ,")
    if comma and re.match(r"(?:when|where|after|before|while)\s", right[comma.end() :]):
        return f"{left.rstrip()} {right[comma.end() :]}"
    return f"{left.rstrip()} {right.lstrip()}" if not comma else f"{left.rstrip()}{right}"


_PART_OF = r"(?:(?:early|late|mid)[\s-]|the (?:end|beginning|start|spring|summer|autumn|fall|winter) of )?"
_OF_TIME = r"(?: of (?:that|the|the same|this|last) (?:month|year))?"
_DATE_LAST = re.compile(
    rf"(?:(?<!that)\s(?:on|in|at|since)\s|(?<!\d),\s){_PART_OF}"
    rf"(?:the )?(?:{DATE}|\d{{1,2}}(?:st|nd|rd|th)){_OF_TIME}$|"
    rf"(?:\s(?:on|in|since))?\s(?:last|that|this|the same|the following|the next) "
    rf"(?:day|week|month|year|spring|summer|autumn|winter|{DATE})$|"
    rf",?\sand,? \w+ly$"
)
_LONGEST = 48  # letters of words that date
_TIMES = frozenset(
    "day week month year spring summer autumn winter Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec "
    "Mon Tue Wed Thu Fri Sat Sun".split()
)
_NEEDED = re.compile(
    r"\b(?:from|until|till|between|of|due|before|after|and|than|for|to|set|that|back)$|\b(?:first|last|only|\w+est|best|worst)\b"
)


_ALSO = re.compile(rf"\s(?:in|on|at)\s{DATE}(?:,| and)\s(?P<rest>(?!in\\b|on\\b)[^;]+)$")


_NUMBERED = re.compile(r"\s(?:in|on|at)\s[^,]*\d(?:,| and)\s")


def _has_verb(words: str) -> bool:
    return clauses.has_verb(words, 0, len(words)) or any(map(tense.is_third, words.split()[:2]))


def trimmed(words: str) -> str:
    """Take off what dates a statement at its end, where that is another date than the mention's."""
    is_list = words[-1:].isalnum() and wording.has_any(words, (", ", " and ")) and _NUMBERED.search(words)
    also = _ALSO.search(words) if is_list else None
    if also is not None and not _has_verb(also["rest"]) and _has_verb(words[: also.start()].partition(",")[0]):
        words = words[: also.start()].rstrip(" ,")
    last = words[words.rfind(" ") + 1 :]
    is_time = (
        last[:3] in _TIMES or last in _TIMES or last[-1:].isdigit() or last.endswith(("ly", "th", "st", "nd"))
    )
    match = _DATE_LAST.search(words, max(0, len(words) - _LONGEST)) if is_time else None
    if match is None:
        return words
    head = words[: match.start()]
    last = head[head.rfind(" ") + 1 :]
    is_needed = _NEEDED.search(head) or _NEEDS_TIME.search(head) or clauses.is_finite(last.lower())
    return (
        words
        if is_needed or len(head.split()) < _FEWEST_WORDS or not clauses.has_verb(head, 0, len(head))
        else head
    )


_WITHIN = re.compile(
    rf"(?P<head>[^,:;]{{2,60}}?)\s(?:on {DATE}|in (?:19|20)\d\d|yesterday)\s"
    r"(?P<next>(?:[a-z]+ly\s)?(?P<verb>[a-z]+))(?=\s)"
)
_WITHIN_SIGNS = (" on ", " in 1", " in 2", " yesterday ")


def within(words: str) -> str:
    """Take out what dates a statement between its subject and its verb, or behind a verb of saying."""
    match = _WITHIN.match(words) if wording.has_any(words, _WITHIN_SIGNS) else None
    if match is None:
        return words
    head = match["head"]
    is_said = head[head.rfind(" ") + 1 :] in clauses.saying()
    verb = match["verb"]
    is_verb = clauses.is_finite(verb) or tense.is_past(verb) or tense.is_third(verb)
    if is_said or (is_verb and not _has_verb(head)):
        return f"{head} {words[match.start('next') :]}"
    return words


_FEWEST_WORDS = 4
