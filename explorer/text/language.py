"""The language of a text, one of those that date expressions are read in."""

import re
from functools import cache
from typing import Any

LANGUAGES = tuple(
    "en de fr es it pt nl ru zh ja id pl sv da no fi cs hu ro tr uk el ca ar he fa ko vi bg".split()
)

_SAMPLE = 4_000  # more does not change the verdict, and the model is slower than reading
_CONFIDENCE = 0.6  # below it the text is too short to tell
_ENGLISH = frozenset(
    ("the", "and", "to", "that", "with", "from", "has", "by", "would", "were", "this", "it", "said")
)
_WORD = re.compile(r"[a-z]+")


def detect(text: str) -> str:
    """Guess the language as ISO 639-1, one of `LANGUAGES`; "en" where the text is too short to tell."""
    sample = text[:_SAMPLE]
    if _is_plainly_english(sample):
        return "en"
    language, confidence = _model().classify(sample)
    return str(language) if confidence >= _CONFIDENCE else "en"


def _is_plainly_english(sample: str) -> bool:
    # Most articles are, and the model takes a second to load.
    words = _WORD.findall(sample.lower())
    return len(words) >= 40 and sum(word in _ENGLISH for word in words) >= 0.09 * len(words)


@cache
def _model() -> Any:
    from py3langid import langid  # loads numpy and a model, which few calls need

    model = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    model.set_languages(LANGUAGES)
    return model
