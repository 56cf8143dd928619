"""What a person types into a field of an event, as the log writes it, and in words: what it means, or why not.

No Qt. The tagger and the reader of amounts are large, so that they are loaded when the first word is typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model.amounts import written
from explorer.model.mention import Quantity, Span
from explorer.model.when import When
from explorer.ui import words

Value = tuple[str, ...]

_AMOUNT_HINT = "write a number with its unit, such as $5.7 million or 3 million users"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: its value for the log (None: it cannot be read), and a line that says what it means."""

    value: Value | None
    said: str = ""
    when: When | None = None

    @property
    def is_wrong(self) -> bool:
        """Tell whether it cannot be taken."""
        return self.value is None


def title(text: str) -> Typed:
    """Read a title."""
    said = " ".join(text.split())
    return Typed((said,)) if said else Typed(None, "An event needs a title.")


def date(text: str, before: When | None = None, published: str | None = None) -> Typed:
    """Read a date in the language of articles; relative words count from the publication date.

    Nothing typed is no date at all. A date that is displayed as it was typed stays exactly as it is.
    """
    from explorer.dates import parse_typed, why_not

    if not text.strip():
        return Typed((), "= undated")
    if before is not None and text.strip() == words.when(before):
        return Typed(_of_date(before), "", before)
    when = parse_typed(text, published=published)
    if when is None:
        return Typed(None, why_not(text, published=published))
    other = [words.when(one) for one in when.readings if words.when(one) != words.when(when)]
    told = f"= {words.when(when)}{f', or {other[0]}' if other else ''}"
    return Typed(_of_date(when), told, when)


def _of_date(when: When) -> Value:
    return when.edtf, when.modifier or ""


def names(text: str) -> Typed:
    """Read names, divided by commas."""
    return Typed(words.listed(text))


def countries(text: str) -> Typed:
    """Read countries by name or code, divided by commas."""
    said = words.listed(text)
    strange = next((name for name in said if words.country_code(name) is None), None)
    if strange is not None:
        return Typed(None, f"No country is called “{strange}”.")
    codes = tuple(dict.fromkeys(code for name in said if (code := words.country_code(name))))
    full = ", ".join(map(words.country, codes))
    return Typed(codes, f"= {full}" if full and full != ", ".join(said) else "")


def amounts(text: str, known: Sequence[Quantity] = ()) -> Typed:
    """Read amounts, divided by semicolons; those that are `known` by their words stay as they are."""
    from explorer.extract.amount import quantities

    stated = {amount.text: amount for amount in known}
    read: list[Quantity] = []
    for part in words.listed(text, ";"):
        if part in stated:
            read.append(stated[part])
            continue
        found = quantities.find(part, [Span(0, len(part))])
        if not found or found[0].span.start > 0 or found[-1].span.end < len(part):
            return Typed(None, f"“{part}” is no amount: {_AMOUNT_HINT}.")
        read += found
    fresh = [amount for amount in read if amount.text not in stated]
    return Typed(written(read), f"= {'; '.join(map(in_figures, fresh))}" if fresh else "")


def in_figures(amount: Quantity) -> str:
    """Say an amount in full figures: "over 5,700,000 USD"."""
    value = f"{amount.value:,.4f}".rstrip("0").rstrip(".")
    return " ".join(filter(None, (amount.bound, value, amount.unit)))


def with_keys(labels: Sequence[str]) -> list[str]:
    """Mark in each label the letter that chooses it in a menu, another one for each as far as they go."""
    taken: set[str] = set()
    marked = []
    for label in labels:
        at = next((n for n, c in enumerate(label) if c.isalpha() and c.casefold() not in taken), None)
        plain = label.replace("&", "&&")
        if at is None or "&" in label:
            marked.append(plain)
            continue
        taken.add(label[at].casefold())
        marked.append(f"{label[:at]}&{label[at:]}")
    return marked
