"""Moments as the window says them: of the log, of files, of looks at a library."""

from PySide6.QtCore import QDateTime, QLocale, Qt


def of_log(at: str) -> str:
    """Say a moment of the log (ISO 8601, UTC); one that is written otherwise stays as it stands."""
    there = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    return _said(there) if there.isValid() else at


def of_seconds(at_s: int) -> str:
    """Say a moment in seconds since 1970."""
    return _said(QDateTime.fromSecsSinceEpoch(at_s))


def _said(moment: QDateTime) -> str:
    """Say a moment in the time of this place, in English like the rest of the window."""
    return QLocale(QLocale.Language.English).toString(moment.toLocalTime(), "d MMM yyyy, HH:mm")
