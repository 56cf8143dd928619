"""Numbers as Chinese and Japanese write them: 2019, 二〇一九, 二十一, 两千零八. Knows nothing of dates."""

_DIGITS = {
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCORES = {"廿": 20, "卅": 30}


def is_counted(word: str) -> bool:
    """Tell whether a number in characters has its tens and hundreds in words: 二十一, and not 二一."""
    return any(char in _TENS or char in _SCORES or char == "万" for char in word)


def value_of(word: str) -> int | None:
    """Read a whole number in figures or characters; None where it is none: 1.5, 十百."""
    plain = word.replace(",", "")
    if plain.isascii():
        return int(plain) if plain.isdigit() else None
    if not is_counted(plain):
        return int("".join(str(_DIGITS[char]) for char in plain)) if set(plain) <= _DIGITS.keys() else None
    high, ten_thousand, low = plain.rpartition("万")
    if ten_thousand and not high:
        return None
    parts = [_below_ten_thousand(high) if high else 0, _below_ten_thousand(low) if low else 0]
    return None if None in parts else (parts[0] or 0) * 10_000 + (parts[1] or 0)


def _below_ten_thousand(word: str) -> int | None:
    total, digit, last = 0, None, 10_000
    for char in word:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
            continue
        unit = _TENS.get(char) or 10
        if unit >= last or (char in _SCORES and digit):
            return None
        total += _SCORES.get(char) or (1 if digit is None else digit) * unit
        digit, last = None, unit
    return total + (digit or 0)
