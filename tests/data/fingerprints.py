"""What the tests know of the documents without having them: salted hashes of their words.

Where the documents are at hand, `python -m tests.data.fingerprints DIRECTORY` writes `runs.txt` and
`acronyms.txt` anew and says whether `paragraphs.txt` still fits; each document is a text file whose name begins
with an alias of its source.
"""

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tiers.model import Graph, load

HERE = Path(__file__).parent
RUNS = HERE / "runs.txt"
ACRONYMS = HERE / "acronyms.txt"
PARAGRAPHS = HERE / "paragraphs.txt"

LENGTH = 8
"""How many words in a row count as a sentence taken over."""

LONGEST_ACRONYM = 6

_SALT = b"tiers-five-docs"
_APOSTROPHES = str.maketrans("", "", "'\u2019")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z&][A-Za-z]*\b")


def words(text: str) -> list[str]:
    """Return the words of a text, without case and punctuation."""
    return re.findall(r"[a-z0-9]+", text.lower().translate(_APOSTROPHES))


def fingerprint(some: Sequence[str]) -> str:
    """Return the hash of some words in a row."""
    digest = hashlib.blake2b(" ".join(some).encode(), digest_size=6, salt=_SALT)
    return digest.hexdigest()


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the hash of every run of `LENGTH` words of a text, with the run."""
    found = words(text)
    for start in range(len(found) - LENGTH + 1):
        run = found[start : start + LENGTH]
        yield fingerprint(run), " ".join(run)


def acronyms(text: str) -> Iterator[str]:
    """Yield the words of a text with several capital letters, without a plural `s`."""
    for word in _ACRONYM.findall(text):
        if len(word) <= LONGEST_ACRONYM:
            yield word.removesuffix("s").lower()


def paragraphs(text: str) -> list[str]:
    """Return the hash of every paragraph of a text that has words, in order."""
    return [fingerprint(words(line)) for line in text.splitlines() if words(line)]


def documents(directory: Path, graph: Graph) -> dict[str, str]:
    """Return the text of each document in a directory by the id of its source."""
    return {
        source.id: path.read_text(encoding="utf-8")
        for source in graph.every_entity()
        for alias in source.texts("aliases")
        for path in sorted(directory.glob(f"{alias}_*.txt"))
    }


def lines_of(path: Path) -> list[str]:
    """Return the lines of a file of hashes, comments apart."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def mapped() -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the source, the hash and the locators of each paragraph of each document, in order."""
    rows = (line.split() for line in lines_of(PARAGRAPHS))
    return [(source, digest, tuple(locators)) for source, digest, *locators in rows]


def _write(path: Path, comment: str, lines: Iterable[str]) -> None:
    path.write_text("\n".join([f"# {comment}", *sorted(set(lines)), ""]), encoding="utf-8")


def main(directory: str) -> int:
    """Write the hashes of the documents in a directory."""
    texts = documents(Path(directory), load())
    _write(
        RUNS,
        f"The runs of {LENGTH} words of the five documents, as salted hashes; see fingerprints.py",
        (digest for text in texts.values() for digest, _ in runs(text)),
    )
    _write(
        ACRONYMS,
        "The acronyms of the five documents, as salted hashes; see fingerprints.py",
        (fingerprint([each]) for text in texts.values() for each in acronyms(text)),
    )
    wrong = 0
    for source, text in texts.items():
        known = [digest for of, digest, _ in mapped() if of == source]
        if known != paragraphs(text):
            wrong += 1
            sys.stderr.write(f"paragraphs.txt no longer fits {source}\n")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
