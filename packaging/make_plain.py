"""Write resources/extract/plain.txt: English words that stand in small letters in our own clauses.

    python packaging/make_plain.py

They tell an ordinary word at the head of a sentence from a name. The clauses are those of `packaging/kinds`.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'])")


def main() -> None:
    """Collect the words of all clauses."""
    words: set[str] = set()
    for path in sorted((ROOT / "packaging" / "kinds").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            words.update(WORD.findall(line.partition("\t")[2]))
    out = ROOT / "resources" / "extract" / "plain.txt"
    out.write_text("\n".join(sorted(words)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
