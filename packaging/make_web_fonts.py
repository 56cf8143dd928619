"""Write resources/fonts/web: our fonts cut into parts that an SVG takes in, as WOFF2.

    python packaging/make_web_fonts.py

Which letters lie in which part is said in resources/fonts/web/parts.tsv. Needs fontTools and brotli (both MIT).
"""

from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FEATURES = ["ccmp", "kern", "liga", "mark", "mkmk"]  # what Qt shapes letters with


def main() -> None:
    """Cut every font into its parts."""
    lines = (FONTS / "web" / "parts.tsv").read_text("utf-8").splitlines()
    parts = [line.split("\t") for line in lines if not line.startswith("#")]
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=True)
    for file in sorted(FONTS.glob("*.otf")):
        for name, ranges in parts:
            font = subset.load_font(str(file), options)
            cutter = subset.Subsetter(options)
            cutter.populate(unicodes=subset.parse_unicodes(ranges.replace("U+", "").replace(" ", "")))
            cutter.subset(font)
            subset.save_font(font, str(FONTS / "web" / f"{file.stem}.{name}.woff2"), options)


if __name__ == "__main__":
    main()
