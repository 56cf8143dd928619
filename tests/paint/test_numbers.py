import numpy as np
from PySide6.QtGui import QImage, QPainter

from explorer.paint import theme as themes
from explorer.paint.canvas import QtCanvas, TextCache
from explorer.paint.drawing import more
from explorer.paint.numbers import Numbers

SIZE = 11.0


def canvas() -> QImage:
    image = QImage(240, 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    return image


def ink(image: QImage) -> np.ndarray:
    seen = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return 255 - seen[:, : image.width() * 4 : 4].astype(int)


def test_numbers_look_as_if_they_were_written(qapp: object) -> None:
    texts = TextCache(themes.load("light"), 1.0)
    numbers = Numbers(texts, "#000000", SIZE, more)
    for number, text in ((7, "+7"), (432, "+432"), (4432, "+4,432"), (9999, "+9,999"), (48_100, "+48k")):
        written, copied = canvas(), canvas()
        painter = QPainter(written)
        QtCanvas(painter, texts.theme, texts).text(120, 16, text, "#000000", size=SIZE, anchor="middle")
        painter.end()
        painter = QPainter(copied)
        numbers.draw(painter, np.array([120.0]), np.array([16.0]), [number])
        painter.end()
        one, other = ink(written), ink(copied)
        assert other.sum() > 0
        assert abs(one.sum() - other.sum()) < 0.1 * one.sum()
        columns = [np.flatnonzero(each.sum(axis=0)) for each in (one, other)]
        assert abs(columns[0][0] - columns[1][0]) <= 1
        assert abs(columns[0][-1] - columns[1][-1]) <= 1


def test_more_numbers_than_are_kept_are_still_written(qapp: object) -> None:
    numbers = Numbers(TextCache(themes.load("light"), 1.0), "#000000", SIZE, "{:,}".format)
    for first in range(0, 12_000, 400):
        image = canvas()
        painter = QPainter(image)
        numbers.draw(painter, np.full(400, 120.0), np.full(400, 16.0), range(first, first + 400))
        painter.end()
        assert ink(image).sum() > 0
