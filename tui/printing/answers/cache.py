"""The contents of the cache on disk, as text and as JSON: what `tiers cache` prints."""

import os
from collections.abc import Iterator, Sequence

from tiers.model.cache.answers import MOST
from tiers.model.cache.contents import Contents, KeptModel
from tiers.model.cache.disk.store import KEPT, KEPT_BYTES, is_off
from tiers.model.cache.examining import DAMAGED, NOT_READ, OTHER_VERSION, STATES

from ...wording.description.values import joined
from ...wording.safe_text import safe
from ..parts.json_schema import COUNT, FLAG, TEXT, TEXTS, Schema, maybe, record, rows, said
from ..parts.json_values import fields
from ..parts.table import columns

_HEADINGS = ("Size", "Model", "Files", "Answers")
_NOT_USED = {
    OTHER_VERSION: "written by another version or installation of tiers",
    DAMAGED: "damaged, not used",
    NOT_READ: "not used: another user owns it or may write to it, or it is no file",
}
_NO_MODEL = "left by a command that did not finish, or by another version of tiers"


def write_text(home: str | None, found: Contents, width: int | None, *, cleared: bool) -> Iterator[str]:
    """Yield the place and size of the cache, and a line for each model.

    Args:
        home: The directory of the cache; `None` where there is no home directory.
        found: Its contents; after clearing, what was removed.
        width: How many columns the terminal has.
        cleared: Whether the cache was cleared.
    """
    if home is None:
        yield "Nothing is kept: there is no home directory.\n"
        return
    if not found.parts:
        yield f"{safe(home)}: {'nothing to remove' if cleared else 'nothing is kept'}\n"
    else:
        count = len(found.models)
        total = f"{count:,} model{'' if count == 1 else 's'}, {_amount(found.size)}"
        limits = f"at most {KEPT} models and {KEPT_BYTES / 10**9:g} GB are kept, the oldest are removed first"
        yield f"{safe(home)}: {f'removed {total}' if cleared else f'{total}; {limits}'}\n"
    if is_off():
        yield "It is turned off: TIERS_NO_CACHE is set.\n"
    if found.parts:
        lines = [
            (_amount(each.size), _model(each), f"{len(each.files):,}", f"{each.answers:,}")
            for each in found.models
        ]
        if found.others:
            lines.append((_amount(sum(each.size for each in found.others)), _NO_MODEL, "", ""))
        yield "\n"
        yield from columns((_HEADINGS, *lines), width)


def write_json(home: str | None, found: Contents, *, cleared: bool, unicode: bool) -> Iterator[str]:
    """Yield an object with the place and size of the cache, and an object for each model."""
    values = {
        "directory": home,
        "used": home is not None and not is_off(),
        "cleared": cleared,
        "size": found.size,
        "most_models": KEPT,
        "most_bytes": KEPT_BYTES,
        "most_answers": MOST,
        "models": [
            {
                "files": list(each.files),
                "size": each.size,
                "answers": each.answers,
                "state": each.state,
            }
            for each in found.models
        ],
    }
    return fields(values, unicode=unicode)


def _amount(size: int) -> str:
    """Return a number of bytes in words."""
    return f"{-(-size // 1000)} kB" if size < 10**6 else f"{size / 10**6:,.1f} MB"


def _model(model: KeptModel) -> str:
    """Return the file of a model, or the directories of its files, and why it is not used."""
    return joined(_place(model.files), _NOT_USED.get(model.state, ""))


def _place(files: Sequence[str]) -> str:
    if len(files) == 1:
        return safe(files[0])
    above: list[str] = []
    for each in sorted({os.path.dirname(file) or file for file in files}):
        if not above or not f"{each}{os.sep}".startswith(os.path.join(above[-1], "")):
            above.append(each)
    return ", ".join(map(safe, above))


def schema() -> Schema:
    """Return the JSON Schema of what `write_json` writes."""
    model = record(
        {
            "files": said(TEXTS, "the files of the model; none where that cannot be read"),
            "size": said(COUNT, "bytes on disk, with its views, its search index and its answers"),
            "answers": said(COUNT, "how many answers of commands are kept of it"),
            "state": said(TEXT, f"whether this installation uses it: {', '.join(STATES)}"),
        }
    )
    return record(
        {
            "directory": said(maybe(TEXT), "where the cache is; null without a home directory"),
            "used": said(FLAG, "false where it is turned off"),
            "cleared": said(FLAG, "whether what is listed was removed"),
            "size": said(COUNT, "bytes on disk of all that is listed"),
            "most_models": said(COUNT, "how many models are kept at most"),
            "most_bytes": said(COUNT, "how many bytes are kept at most, but for the model written last"),
            "most_answers": said(COUNT, "how many answers of commands are kept of a model at most"),
            "models": rows(model),
        }
    )
