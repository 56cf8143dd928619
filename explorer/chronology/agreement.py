"""Whether two dates, or two amounts, can both be right: rounded, bounded, blurred and coarser values agree."""

from functools import cache

from explorer.model.calendar import DAY_S
from explorer.model.mention import Bound, Quantity
from explorer.model.when import Modifier, When

RELATIVE = frozenset({"%", "times"})  # shares are of something, and seldom of the same thing
_THIRDS = frozenset({Modifier.EARLY, Modifier.MID, Modifier.LATE})
_ROUNDED = 0.06  # who rounds moves a number by this share of it at most
_ABOUT = 0.12
_ABOUT_S = 3 * DAY_S  # "about 2 May" can be 30 April
_FAR_OVER = 3.0  # "more than 5" is not said of 15 and above


def softened(when: When) -> tuple[int, int]:
    """Give the interval that the words allow: blurred ends reach out by half of what they stand for."""
    if when.modifier is None or when.is_open_start or when.is_open_end:
        return when.lo_s, when.hi_s
    pad = max((when.hi_s - when.lo_s) // 2, _ABOUT_S)
    if when.modifier in _THIRDS or when.modifier is Modifier.ABOUT:
        return when.lo_s - pad, when.hi_s + pad
    return when.lo_s, when.hi_s


def gap_s(one: When, other: When) -> int:
    """Give the seconds that lie between two dates; negative is how far they overlap, 0 that they touch.

    An ambiguous date is as near as the nearest of its readings.
    """
    if one.readings or other.readings:
        return min(_gap(a, b) for a in one.readings or (one,) for b in other.readings or (other,))
    return _gap(one, other)


def _gap(one: When, other: When) -> int:
    (lo, hi), (other_lo, other_hi) = softened(one), softened(other)
    return max(lo, other_lo) - min(hi, other_hi)


def dates_agree(one: When, other: When) -> bool:
    """Tell whether two dates can be one: they overlap, as a day does with its month."""
    return gap_s(one, other) < 0


def width_days(when: When) -> float:
    """Give the length of a date in days."""
    return (when.hi_s - when.lo_s) / DAY_S


def amounts_agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts of the same unit can be one: equal, rounded, bounded, or overlapping ranges."""
    (lo, hi), (other_lo, other_hi) = _range(one), _range(other)
    if lo <= other_hi and other_lo <= hi:
        return True
    coarse = max(_grain(one.value), _grain(other.value)) / 2
    gap = max(lo, other_lo) - min(hi, other_hi)
    return gap <= coarse and gap <= _ROUNDED * max(abs(one.value), abs(other.value))


def amounts_match(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts of the same unit are one number, rounding aside; bounds are looked past."""
    gap = abs(one.value - other.value)
    coarse = max(_grain(one.value), _grain(other.value)) / 2
    return gap <= coarse and gap <= _ROUNDED * max(abs(one.value), abs(other.value))


def units_match(one: str, other: str) -> bool:
    """Tell whether two units count the same, one more closely: "regional jets" are "jets"."""
    return one == other or one.endswith(f" {other}") or other.endswith(f" {one}")


def rounding(value: float) -> float:
    """Give how far the true value can lie from a number by rounding alone."""
    return min(_grain(value) / 2, _ROUNDED * abs(value))


def _range(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value
    if quantity.low is not None and quantity.high is not None:
        return quantity.low, quantity.high
    match quantity.bound:
        case Bound.OVER | Bound.AT_LEAST:
            return value, value + abs(value) * (_FAR_OVER - 1)
        case Bound.UNDER | Bound.UP_TO:
            return min(0.0, value), value
        case Bound.ABOUT:
            return value - abs(value) * _ABOUT, value + abs(value) * _ABOUT
    return value, value


@cache
def _grain(value: float) -> float:
    """Give the unit to which a number looks rounded: 12,000,000,000 is whole billions, 4.5 tenths."""
    digits = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if value else 1.0


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency (ISO 4217) or a price in one ("USD/share")."""
    code = unit.partition("/")[0]
    return len(code) == 3 and code.isascii() and code.isupper()


@cache
def significant_digits(value: float) -> int:
    """Count the digits that tell a number from others: 2 of 4,500,000, 1 of 1,000,000."""
    return len(f"{abs(value):.6f}".rstrip("0").replace(".", "").strip("0"))
