"""Web pages: the main text in paragraphs, without menus and adverts. Nothing is fetched.

trafilatura finds the main text; where it finds little of what is visible, the longest article, main or body
element is taken.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from explorer.reading import encoding
from explorer.reading.document import Document, Harvest, Refused, alone
from explorer.reading.page import meta
from explorer.text.clean import clean

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_LITTLE = 250  # characters; below it the main text was hardly found
_DEEPEST = 150  # elements; trafilatura takes 10 s for a thousand, and pages that people write have 60
_SHARE = 0.3  # of the visible text
_UNSEEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "object",
        "select",
        "button",
        "textarea",
    )
)
_AROUND = frozenset(("nav", "footer", "aside", "form", "dialog", "menu"))
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,2000}>.{0,1000000}?</\1\s{0,9}>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"<(?:/?(?P<inline>(?:a|b|em|i|span|strong|sup|sub|u)\b)|[a-z/!?])[^<>]{0,2000}>", re.IGNORECASE
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s "
    "samp small span strike strong sub sup time tt u var wbr".split()
)


def read(data: bytes, declared: str | None = None) -> Harvest:
    """Read a web page."""
    decoded = encoding.decode(data, declared or _declared(data))
    return alone(document(decoded.text, decoded.warnings))


def document(html: str, warnings: tuple[str, ...] = ()) -> Document:
    """Make a document of a page's source."""
    source = clean(html)
    if not source.strip():
        raise Refused("there is no text in it")
    root, trouble = _tree(source)
    if root is None:
        raise Refused("it is not a web page that can be read")
    found = meta(root)  # before the main text is sought, which takes the tree apart
    if trouble:
        return Document(_stripped(source), found, "text/html", warnings=warnings + trouble)
    visible = _visible(root)
    text = _main(root)
    if len(text) < _LITTLE or len(text) < _SHARE * len(visible):
        text = max(visible, text, key=_letters)
    return Document(text, found, "text/html", warnings=warnings)


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _declared(data: bytes) -> str | None:
    match = _XML.match(data[:400]) or _CHARSET.search(data[:4_096])
    return match[1].decode("ascii", "replace") if match else None


def _tree(source: str) -> tuple[Any, tuple[str, ...]]:
    """Parse a page; libxml2 drops what lies too deep in silence and only notes it in its log."""
    from lxml import etree, html  # only where a page is read

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, ()
    lost = [entry for entry in parser.error_log if _is_loss(entry.message)]
    told = (
        (f"partly imported: nested too deeply at line {lost[0].line}, read without its structure",)
        if lost
        else ()
    )
    return root, told


def _is_loss(message: str) -> bool:
    return any(word in message for word in ("depth", "too long", "too deep", "Too many", "Memory", "huge"))


def _stripped(source: str) -> str:
    """Take the tags off a page that is too deep for a tree: all its words stay, menus among them."""
    bare = _TAG.sub(lambda match: " " if match["inline"] else "\n", _SCRIPT.sub("\n", source))
    lines = (" ".join(line.split()) for line in unescape(bare).split("\n"))
    return _spaced([line for line in lines if line])


def _depth(root: Any) -> int:
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _main(root: Any) -> str:
    """Give the main text as trafilatura finds it, "" where it finds none."""
    if _depth(root) > _DEEPEST:
        return ""
    import trafilatura  # half a second, paid by web pages only

    # Where no element frames the article, lists of key dates would be taken for menus.
    is_framed = next(root.iter("article", "main"), None) is not None
    try:
        # The tree is given, never an address: trafilatura fetches nothing then.
        found = trafilatura.bare_extraction(
            root, include_comments=False, include_tables=True, with_metadata=False, favor_recall=not is_framed
        )
    except Exception:  # noqa: BLE001 - a page that breaks the extractor is read without it, as below
        return ""
    text = (getattr(found, "text", None) or "") if found is not None else ""
    lines = (line.strip() for line in text.split("\n"))
    return _spaced([line for line in lines if line])


def _spaced(lines: list[str]) -> str:
    """Put blank lines between paragraphs, none between items of a list and rows of a table."""
    parts: list[str] = []
    for line in lines:
        if parts:
            tight = line[:2] in ("- ", "| ") and parts[-1][:2] == line[:2]
            parts.append("\n" if tight else "\n\n")
        parts.append(line)
    return "".join(parts)


def _visible(root: Any) -> str:
    """Give the text of the longest article or main element, else of the body, without what stands around it."""
    boxes = [*root.iter("article"), *root.iter("main")]
    texts = [_spaced(list(_paragraphs(box))) for box in boxes[:20]]
    best = max(texts, key=len, default="")
    return best if len(best) >= _LITTLE else _spaced(list(_paragraphs(root)))


def _paragraphs(root: Any) -> Iterator[str]:
    """Walk a tree without recursion; block elements and line breaks end a paragraph."""
    from lxml import etree

    words: list[str] = []
    skipped = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if skipped is not None:
            if event == "end" and node is skipped:
                skipped = None
                words.append(node.tail or "")
            continue
        is_inline = node.tag in _INLINE
        if not is_inline and words:
            yield from _flushed(words)
        if event == "start" and (node.tag in _UNSEEN or node.tag in _AROUND):
            skipped = node
        elif event == "start":
            words.append(node.text or "")
        elif node is not root:
            words.append(node.tail or "")
    yield from _flushed(words)


def _flushed(words: list[str]) -> Iterator[str]:
    text = " ".join("".join(words).split())
    words.clear()
    if text:
        yield text
