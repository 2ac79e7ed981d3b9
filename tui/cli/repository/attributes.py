"""What `.gitignore` and `.gitattributes` say of a file: whether git leaves it out, and through which filter it goes.

Only files of the repository itself are read; those of the person and of the system say nothing here.
"""

import contextlib
import os
from collections.abc import Iterator
from io import BytesIO

from .finding import Repository, read_regular


def is_ignored(repository: Repository, inside: str) -> bool:
    """Whether git ignores a file of a name below the top that it does not know yet."""
    from dulwich.ignore import IgnoreFilter  # noqa: PLC0415 - only what is uncommitted pays

    parts = inside.split(os.sep)
    files = [os.path.join(repository.shared, "info", "exclude")]
    files += [os.path.join(repository.top, *parts[:depth], ".gitignore") for depth in range(len(parts))]
    texts = [read_regular(each) or b"" for each in files]
    filters = [IgnoreFilter(_patterns(each)) for each in texts]
    starts = [0, *range(len(parts))]
    for end in range(1, len(parts) + 1):
        slash = "/" if end < len(parts) else ""
        said = (
            each.is_ignored("/".join(parts[start:end]) + slash)
            for each, start in zip(reversed(filters), reversed(starts), strict=True)
            if start < end
        )
        if next((each for each in said if each is not None), False):
            return True
    return False


def _patterns(text: bytes) -> Iterator[bytes]:
    """Yield the patterns of a `.gitignore`; one that is none matches nothing, as git has it."""
    from dulwich.ignore import Pattern, read_ignore_patterns  # noqa: PLC0415 - only what is uncommitted pays
    from dulwich.wildmatch import MalformedPattern  # noqa: PLC0415 - only what is uncommitted pays

    for each in read_ignore_patterns(BytesIO(text)):
        with contextlib.suppress(MalformedPattern):
            Pattern(each)
            yield each


def filter_of(repository: Repository, inside: str) -> str:
    """Return the filter that git would pass a file of a name below the top through; empty for none."""
    from dulwich.attrs import Pattern, parse_git_attributes  # noqa: PLC0415 - only what is uncommitted pays
    from dulwich.wildmatch import MalformedPattern  # noqa: PLC0415 - only what is uncommitted pays

    parts = inside.split(os.sep)
    places = [os.path.join(repository.top, *parts[:depth], ".gitattributes") for depth in range(len(parts))]
    texts = [(read_regular(each), depth) for depth, each in enumerate(places)]
    texts.append((read_regular(os.path.join(repository.shared, "info", "attributes")), 0))
    found = ""
    for text, depth in texts:
        name = os.fsencode("/".join(parts[depth:]))
        for pattern, said in parse_git_attributes(BytesIO(text or b"")):
            with contextlib.suppress(MalformedPattern):
                if b"filter" in said and Pattern(pattern).match(name):
                    value = said[b"filter"]
                    found = os.fsdecode(value) if isinstance(value, bytes) else ""
    return found
