"""Make the two sample articles that are no plain text: a PDF report and a Word profile.

`make samples` runs this; the files land in seeds/, or in the folder given as argument. Their words
stand below, in blocks parted by empty lines: `# ` opens a heading, `|` a table, all else a paragraph.
Dates are fixed, so that every run gives the same bytes.

The PDF is written by hand, with fonts that every reader brings along: Qt would place each letter by
itself, and whoever extracts the text could not tell a line's end from a space.
"""

from __future__ import annotations

import sys
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.shared import Pt

SEEDS = Path(__file__).resolve().parent.parent / "seeds"

PDF_NAME = "price-of-data.pdf"
PDF_TITLE = "The price of other people's data"
PDF_MASTHEAD = "The Compliance Quarterly"
PDF_ISSUE = f"{PDF_MASTHEAD} · Issue 41 · March 2024"
PDF_AUTHOR = "Oriel Castellane"
PDF_STANDFIRST = (
    "Twelve years of settlements and fines against social networks, and what they teach.",
    f"By {PDF_AUTHOR}",
)
PDF_CREATED = datetime(2024, 3, 11, 9, 0)
PDF_TEXT = """
Regulators like to announce that a fine is the largest of its kind. For readers who have lost
count, this survey puts the cases in order. It leaves out those that are still before the courts
of first instance.

# Promises

The file opens on 29 November 2011, when Facebook settled charges by the Federal Trade
Commission (FTC) that it had promised its users one thing and done another. It paid nothing and
agreed to audits for twenty years. On 8 May 2014 Snapchat signed a similar order: its pictures,
the FTC had found, did not vanish as advertised. Such orders were thought gentle. They were
fuses.

In March 2018 it became known that data of Facebook users had reached Cambridge Analytica, a
consultancy. The company's own estimate, published on 4 April 2018, was up to 87 million people.
In October of that year the Information Commissioner's Office (ICO) in Britain fined Facebook
£500,000, the most that the old law allowed. The American answer took longer and weighed more.
On 24 July 2019 the FTC announced that Facebook would pay $5 billion for having broken the order
of 2011; the Securities and Exchange Commission settled on the same day for $100 million. A
federal judge approved the larger sum in April 2020. The shares had gone up when word of it
first leaked.

# Children

TikTok agreed on 27 February 2019 to pay $5.7 million for what Musical.ly, its predecessor, had
collected from children under 13. That record lasted for half a year. On 4 September 2019 Google
agreed to pay $170 million over the channels for children on YouTube. Others followed with
smaller sums: the Korea Communications Commission fined TikTok 186 million won in July 2020, and
a year later the Dutch authority asked for €750,000, because it had explained itself to Dutch
children in English.

The ICO gave notice in September 2022 that TikTok might have to pay £27 million. Seven months
later, on 4 April 2023, it made do with £12.7 million. Ireland's Data Protection Commission
(DPC) was less lenient. In early September 2022 it fined Instagram €405 million, and on 15
September 2023 TikTok €345 million.

# Faces

Illinois has had a law on biometric data since 2008, and class actions have made it expensive.
On 26 February 2021 a judge approved a settlement under which Facebook pays $650 million. One
day earlier the lawyers of TikTok had filed a settlement of $92 million in Chicago, for some 89
million users all over the United States. Judge John Lee gave it final approval on 28 July 2022.
In August 2022 Snap settled a similar case for $35 million.

# Cookies and transfers

In January 2023 the French authority CNIL fined TikTok €5 million, since its cookies were easier
to accept than to refuse. The largest fine so far under the General Data Protection Regulation,
which has applied since 25 May 2018, concerns neither children nor cookies: on 22 May 2023 the
DPC fined Meta, the owner of Facebook, €1.2 billion for sending data to the United States. Meta
has appealed.

# The cases at a glance

| Date | Company | Authority | Sum |
| 27 February 2019 | TikTok | FTC | $5.7 million |
| 24 July 2019 | Facebook | FTC | $5 billion |
| 4 September 2019 | YouTube | FTC, New York | $170 million |
| 25 February 2021 | TikTok | class action | $92 million |
| 4 April 2023 | TikTok | ICO | £12.7 million |
| 22 May 2023 | Meta | DPC | €1.2 billion |
| 15 September 2023 | TikTok | DPC | €345 million |

# What the list teaches

First, a small order is a large one that waits. Facebook paid nothing in 2011 and $5 billion
eight years later for the same paragraphs. Second, the sums follow the turnover of the company
rather than the number of victims. Third, the second case is the one to fear. The DPC has been
looking into TikTok's transfers of data to China since September 2021 and will not say when it
is going to decide; and on 19 February 2024 the European Commission opened proceedings against
TikTok under the Digital Services Act, which permits fines of up to 6% of the turnover of the
world. It may be years before either ends. Compliance officers, who used to be paid to say no,
are now asked how much a yes would cost.
"""

DOCX_NAME = "app-factory.docx"
DOCX_TITLE = "The app factory: ten years of ByteDance"
DOCX_MASTHEAD = "Chengdu Business Letter"
DOCX_AUTHOR = "Marguerite Tao"
DOCX_CREATED = datetime(2022, 10, 21, 8, 30)
DOCX_TEXT = """
Chengdu Business Letter, 21 October 2022

ByteDance is ten years old this year and has never sold a share to the public. It has launched
several dozen apps, most of them forgotten, and one that governments argue about. A profile.

# Headlines

Zhang Yiming founded the company in March 2012 in a flat in the university quarter of Beijing. In
the spring of that year came Neihan Duanzi, an app for jokes; in August came Toutiao, which
chose headlines for its readers by watching what they read. Five years later 120 million people
opened it every day.

# Clips

Douyin followed in September 2016. The year 2017 was for shopping: in February ByteDance bought
Flipagram, an American maker of slide shows, and in November the news app News Republic for $86.6
million. On 10 November 2017 it announced its largest purchase, Musical.ly of Shanghai, for which it
paid close to $1 billion. TikTok, Douyin's sister for the rest of the world, had started some weeks
before. On 2 August 2018 the two were merged under the younger name.

# Storms

In April 2018 the authorities lost patience. On the 9th Toutiao disappeared from the Chinese app
stores for three weeks. The following day the broadcasting regulator ordered Neihan Duanzi to close
for good, and on the 11th Zhang published an apology and promised to raise the number of his
censors from 6,000 to 10,000. Six months later SoftBank and others put $3 billion into the company
at a value of $75 billion, according to people familiar with the matter. No start-up had been worth
more.

Abroad it was the turn of Indonesia (July 2018), India (April 2019 and, for good, June 2020) and the
United States. Kevin Mayer, hired from Disney to run TikTok, resigned on 27 August 2020, three weeks
after Donald Trump had signed an order against the company. The sale to Oracle and Walmart that was
announced that September was never completed. In June 2021 Joe Biden revoked the order.

# Succession

Shou Zi Chew, a banker from Singapore who had been with Xiaomi, joined ByteDance as chief financial
officer in March 2021 and was named chief executive of TikTok on 30 April. Three weeks later, on 20
May, Zhang told his staff that he would hand over the company to Liang Rubo, with whom he had shared
a room at university. By the end of the year he had also given up the chair.

# Numbers

| Douyin, daily users | reported |
| 150 million | June 2018 |
| 250 million | January 2019 |
| 320 million | July 2019 |
| over 400 million | January 2020 |
| over 600 million | August 2020 |

ByteDance's revenue came to 236.6 billion yuan in 2020, according to an internal memo, 111% more than
in 2019. TikTok passed one billion monthly users in September 2021. It plans no listing: in April 2021
the company said that it was not ready for one, and last month it offered instead to buy back shares
for up to $3 billion.

# The next billion

TikTok has given itself a goal for this year, LatePost reported this month: 1.05 billion daily users
by the end of 2022. It stands at more than 800 million. Of those outside China who are online, fewer
than one in five opens the app on a given day, whereas Douyin reaches 54% at home. Revenue is
to triple to $12 billion in 2022, the same report said.

On Tuesday a financial news service in Shanghai wrote, citing insiders, that the billion had been
reached that afternoon and that the servers had groaned. People at ByteDance denied it the same
evening. Somebody will be able to write it truthfully one day. The factory is still open.
"""

# Points, on A4.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595, 842, 72
SIZE, LEADING, GAP = 11, 15, 7
COLUMNS = (0, 125, 225, 330)
FONTS = {"F1": "Times-Roman", "F2": "Times-Bold", "F3": "Times-Italic"}

# Widths of Times-Roman in thousandths of its size, for the letters from space to tilde.
WIDTHS = (
    *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
    *(500,) * 10,
    *(278, 278, 564, 564, 564, 444, 921),
    *(722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889),
    *(722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611),
    *(333, 278, 333, 469, 500, 333),
    *(444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778),
    *(500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444),
    *(480, 200, 480, 541),
)


def blocks(text: str) -> list[str]:
    """Split a text into its blocks, each in one line except for tables."""
    parts = text.strip().split("\n\n")
    return [part if part.startswith("|") else " ".join(part.split()) for part in parts]


def cells(table: str) -> list[list[str]]:
    """Split a table into rows of cells."""
    lines = table.splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


class PdfPages:
    """The pages of a PDF: places lines from top to bottom and begins a page when one is full."""

    def __init__(self) -> None:
        self._pages: list[list[bytes]] = []
        self._y = 0.0
        self.new_page()

    def new_page(self) -> None:
        """Begin a page."""
        self._pages.append([])
        self._y = PAGE_HEIGHT - MARGIN

    def skip(self, points: float) -> None:
        """Leave some room."""
        self._y -= points

    def keep(self, lines: int) -> None:
        """Begin a page unless so many lines still fit on this one."""
        if self._y - lines * LEADING < MARGIN:
            self.new_page()

    def line(self, text: str, font: str = "F1", size: float = SIZE, indent: float = 0) -> None:
        """Place one line and move down."""
        self.keep(1)
        self._y -= LEADING * max(1, size / SIZE)
        self.place(self._pages[-1], text, font, size, MARGIN + indent, self._y)

    def row(self, texts: list[str], font: str) -> None:
        """Place one row of a table and move down."""
        self.keep(1)
        self._y -= LEADING
        for text, column in zip(texts, COLUMNS, strict=True):
            self.place(self._pages[-1], text, font, SIZE, MARGIN + column, self._y)

    @staticmethod
    def place(page: list[bytes], text: str, font: str, size: float, x: float, y: float) -> None:
        """Write the operators that show one line at one place."""
        literal = text.encode("cp1252")
        for special in (b"\\", b"(", b")"):
            literal = literal.replace(special, b"\\" + special)
        page.append(b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (font.encode(), size, x, y, literal))

    def finish(self) -> list[bytes]:
        """Put the running foot on every page and give their contents back."""
        for number, page in enumerate(self._pages, start=1):
            self.place(page, f"{PDF_MASTHEAD} · {PDF_TITLE}", "F3", 9, MARGIN, MARGIN / 2)
            foot = f"Page {number} of {len(self._pages)}"
            self.place(page, foot, "F3", 9, PAGE_WIDTH - MARGIN - 50, MARGIN / 2)
        return [b"\n".join(page) for page in self._pages]


def wrap(text: str, points: float) -> list[str]:
    """Break a paragraph into lines of at most so many points."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer) <= points:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(text: str) -> float:
    thousandths = (WIDTHS[ord(c) - 32] if " " <= c <= "~" else 500 for c in text)
    return sum(thousandths) * SIZE / 1000


def lay_out_pdf() -> list[bytes]:
    """Lay the report out on pages."""
    pages = PdfPages()
    pages.line(PDF_ISSUE, "F3")
    pages.skip(GAP)
    pages.line(PDF_TITLE, "F2", 20)
    pages.skip(GAP)
    for line in PDF_STANDFIRST:
        pages.line(line, "F3")
    for block in blocks(PDF_TEXT):
        pages.skip(GAP)
        if block.startswith("# "):
            pages.keep(4)
            pages.skip(GAP)
            pages.line(block[2:], "F2", 13)
        elif block.startswith("|"):
            rows = cells(block)
            pages.keep(len(rows))
            for number, row in enumerate(rows):
                pages.row(row, "F1" if number else "F2")
        else:
            for line in wrap(block, PAGE_WIDTH - 2 * MARGIN):
                pages.line(line)
    return pages.finish()


def make_pdf(path: Path) -> None:
    """Write the report: catalogue, pages, information, fonts, and each page with its contents."""
    contents = lay_out_pdf()
    first = 4 + len(FONTS)
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(contents)))
    fonts = " ".join(f"/{name} {4 + i} 0 R" for i, name in enumerate(FONTS))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        f"<< /Title ({PDF_TITLE}) /Author ({PDF_AUTHOR}) /Creator ({PDF_MASTHEAD})"
        f" /CreationDate (D:{PDF_CREATED:%Y%m%d%H%M%S}Z) >>".encode(),
    ]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode()
        for font in FONTS.values()
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
            f" /Resources << /Font << {fonts} >> >>"
            f" /Contents {first + 2 * number + 1} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))

    file = BytesIO()
    file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    file.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    file.write(b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R >>\n" % (len(objects) + 1))
    file.write(b"startxref\n%d\n%%%%EOF\n" % start)
    path.write_bytes(file.getvalue())


def make_docx(path: Path) -> None:
    """Write the profile with headings, a table and core properties, zipped with fixed dates."""
    document = Document()
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(SIZE)
    document.add_heading(DOCX_TITLE, level=0)
    for block in blocks(DOCX_TEXT):
        if block.startswith("# "):
            document.add_heading(block[2:], level=1)
        elif block.startswith("|"):
            _add_table(document, cells(block))
        else:
            document.add_paragraph(block)

    core = document.core_properties
    core.title = DOCX_TITLE
    core.author = DOCX_AUTHOR
    core.last_modified_by = DOCX_AUTHOR
    core.subject = "Company profile"
    core.keywords = "ByteDance, TikTok, Douyin, Toutiao"
    core.comments = f"Printed in {DOCX_MASTHEAD}"
    core.language = "en-GB"
    core.revision = 3
    core.created = DOCX_CREATED
    core.modified = DOCX_CREATED

    fresh = BytesIO()
    document.save(fresh)
    with zipfile.ZipFile(fresh) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=DOCX_CREATED.timetuple()[:6])
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)


def _add_table(document: DocumentObject, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for number, row in enumerate(rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text).bold = number == 0


def main(arguments: list[str]) -> int:
    """Make both samples and say where they are."""
    folder = Path(arguments[0]) if arguments else SEEDS
    folder.mkdir(parents=True, exist_ok=True)
    for make, name in ((make_pdf, PDF_NAME), (make_docx, DOCX_NAME)):
        make(folder / name)
        print(folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
