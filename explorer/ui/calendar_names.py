"""What months and weekdays are called where the program runs."""

from functools import cache

from PySide6.QtCore import QLocale

from explorer.timeline.ticks import Names

_LONG, _SHORT = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat


def here() -> Names:
    """Give the names in the language of the system."""
    return of(QLocale().name())


@cache
def of(locale: str) -> Names:
    """Give the names in the language of a locale such as "de_DE"."""
    made = QLocale(locale)
    return Names(
        tuple(made.standaloneMonthName(month, _LONG) for month in range(1, 13)),
        tuple(made.standaloneMonthName(month, _SHORT) for month in range(1, 13)),
        tuple(made.standaloneDayName(day, _SHORT) for day in range(1, 8)),
    )
