"""A model that is saved while it is explored: read when it is whole, and never before."""

import gc
import os
import random
import sys
from array import array
from collections.abc import Callable
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from tiers.tui.exploring.live.reloader import PATIENCE, News, Reloader

SOURCE = '[[source]]\nid = "s"\nname = "S"\npresented = "2020"\n'


def version(number: int, count: int = 4) -> dict[str, str]:
    """Return the two files of a version: each has as many bodies as the other names members of."""
    bodies = "".join(
        f'\n[[body]]\nid = "b{each}"\nname = "Body {each} of {number}"\nsummary = "{"x" * (number % 7 + 1)}"\n'
        for each in range(count)
    )
    parts = "".join(
        f'\n[[organisation]]\nid = "o{each}"\nname = "O {number}"\n# {number * 31}\nmember_of = "b{each % count}"\n'
        for each in range(3)
    )
    return {"a.toml": f"# {number}\n{SOURCE}{bodies}", "b.toml": f"# {number}\n{parts}"}


def names(news: News) -> list[str]:
    """Return the names of all entities of a model."""
    assert news.model is not None
    return sorted(news.model.name(each) for each in news.model)


def whole(number: int, count: int) -> list[str]:
    """Return the names of all entities of a version."""
    return sorted(["S", *(f"Body {each} of {number}" for each in range(count)), *[f"O {number}"] * 3])


def write(folder: Path, files: dict[str, str]) -> None:
    """Write the files of a version at once."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the first version of a model, read without the cache."""
    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    write(tmp_path, version(0))
    return tmp_path


def begun(folder: Path) -> Reloader:
    """Return a reloader that has looked at the first version."""
    reloader = Reloader([str(folder)], since=2**63)
    assert reloader.look() is None
    return reloader


def settled(reloader: Reloader) -> list[News]:
    """Look until a change of any sort is accepted, and return the models that were reported."""
    return [news for _ in range(PATIENCE + 3) if (news := reloader.look()) is not None]


def test_nothing_is_read_while_nothing_changes(folder: Path) -> None:
    """Looks at unchanged files tell nothing, nor do a touch and the same bytes written again."""
    reloader = begun(folder)
    assert settled(reloader) == []
    os.utime(folder / "a.toml", ns=(1, 1))
    assert settled(reloader) == []


def test_a_save_is_told_at_the_second_look(folder: Path) -> None:
    """One save is one reload: told once, at the second look that finds it the same."""
    reloader = begun(folder)
    write(folder, version(1, 6))
    assert reloader.look() is None
    news = reloader.look()
    assert news is not None
    assert names(news) == whole(1, 6)
    assert settled(reloader) == []


def test_a_save_while_the_model_was_first_read_is_told(folder: Path) -> None:
    """A file that is newer than the beginning is read at the first look, since nobody knows which of the two was read."""
    news = Reloader([str(folder)], since=0).look()
    assert news is not None
    assert names(news) == whole(0, 4)


def test_a_broken_save_tells_its_mistakes_and_its_mending(folder: Path) -> None:
    """A save with a mistake tells it with its line; the same text as before tells that all is well again."""
    reloader = begun(folder)
    text = (folder / "b.toml").read_text(encoding="utf-8")
    (folder / "b.toml").write_text(f'{text}\nnonsense = "b9"\n', encoding="utf-8")
    (broken,) = settled(reloader)
    assert broken.model is None
    assert [(Path(each.file).name, each.code, each.line) for each in broken.mistakes] == [
        ("b.toml", "unknown-key", text.count("\n") + 2)
    ]
    (folder / "b.toml").write_text(text, encoding="utf-8")
    (mended,) = settled(reloader)
    assert names(mended) == whole(0, 4)


def test_a_second_save_in_the_same_moment_is_seen(folder: Path) -> None:
    """A save that leaves size and time of the file as they were is found by reading once more."""
    reloader, path = begun(folder), folder / "a.toml"
    assert settled(reloader) == []
    write(folder, version(1))
    assert [each is None for each in (reloader.look(), reloader.look())] == [True, False]
    status = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("of 1", "of 2"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    (news,) = settled(reloader)
    assert "Body 0 of 2" in names(news)


def test_a_file_that_stays_away_is_believed(folder: Path) -> None:
    """A deleted file is believed once it has stayed away; what needs it is then a mistake, and the model follows at last."""
    reloader = begun(folder)
    (folder / "b.toml").unlink()
    looks = [reloader.look() for _ in range(PATIENCE)]
    assert looks == [None] * PATIENCE
    (news,) = settled(reloader)
    assert names(news) == sorted(["S", *(f"Body {each} of 0" for each in range(4))])


def test_a_shorter_file_is_believed_at_once_unless_it_is_a_beginning(folder: Path) -> None:
    """A save that takes something out in the middle is a save like any other."""
    reloader = begun(folder)
    text = (folder / "a.toml").read_text(encoding="utf-8")
    (folder / "a.toml").write_text(text.replace("# 0\n", ""), encoding="utf-8")
    assert [reloader.look() is None, reloader.look() is None] == [True, False]


def test_a_shorter_end_is_believed_like_a_file_that_was_cut_off(folder: Path) -> None:
    """Of less than a block at its end nobody knows whether it is a beginning: it waits, and then counts."""
    reloader = begun(folder)
    text = (folder / "b.toml").read_text(encoding="utf-8")
    assert text.endswith('"b2"\n')
    (folder / "b.toml").write_text(text.removesuffix('"b2"\n') + '"b1"', encoding="utf-8")
    assert [reloader.look() for _ in range(PATIENCE)] == [None] * PATIENCE
    assert len(settled(reloader)) == 1


def kept_bytes(value: object) -> int:
    """Return how many bytes of text and arrays are reached from a value."""
    found, waiting = 0, [value]
    known: set[int] = set()
    while waiting:
        each = waiting.pop()
        if id(each) in known or isinstance(each, type | ModuleType | FunctionType):
            continue
        known.add(id(each))
        if isinstance(each, bytes | str | array):
            found += sys.getsizeof(each)
        waiting += gc.get_referents(each)
    return found


def test_the_bytes_of_the_files_are_not_kept(folder: Path) -> None:
    """After a look, a save and its reading, a fiftieth of the size of the files is kept, and a cut is still known."""
    for number in range(4):
        lines = "".join(f"# {number} {line:06} {line * 7919 % 1000:03}\n" for line in range(16_000))
        (folder / f"long{number}.toml").write_text(lines, encoding="utf-8")
    size = sum(each.stat().st_size for each in folder.iterdir())
    reloader = begun(folder)
    assert settled(reloader) == []
    assert kept_bytes(reloader) < size / 50
    write(folder, version(1))
    (folder / "long0.toml").write_text(lines, encoding="utf-8")
    assert len(settled(reloader)) == 1
    assert kept_bytes(reloader) < size / 50
    os.truncate(folder / "long1.toml", 100_001)
    assert [reloader.look() for _ in range(PATIENCE)] == [None] * PATIENCE
    assert len(settled(reloader)) == 1


def in_place(path: Path, text: str, look: Callable[[], None], cut: int) -> None:
    """Write a file as an editor does that truncates it, with a pause in the middle."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write(text[:cut])
        stream.flush()
        look()
        stream.write(text[cut:])


def by_renaming(path: Path, text: str, look: Callable[[], None], cut: int) -> None:
    """Write another file and rename it, with a pause before."""
    other = path.with_suffix(".new")
    other.write_text(text[:cut], encoding="utf-8")
    look()
    other.write_text(text, encoding="utf-8")
    other.rename(path)


def by_deleting(path: Path, text: str, look: Callable[[], None], cut: int) -> None:
    """Delete the file, pause, and write it again."""
    path.unlink()
    look()
    in_place(path, text, look, cut)


def cut_off(path: Path, text: str, look: Callable[[], None], cut: int) -> None:
    """Truncate the file, pause, and write it again; an unread file could have any contents."""
    look()
    os.truncate(path, min(cut, path.stat().st_size - 1))
    look()
    in_place(path, text, look, cut)


def by_backup(path: Path, text: str, look: Callable[[], None], cut: int) -> None:
    """Rename the file away, as vi does for a backup, and write it in its place."""
    away = path.with_suffix(".toml~")
    path.rename(away)
    look()
    in_place(path, text, look, cut)
    away.unlink()


def test_500_saves_never_show_a_part(folder: Path) -> None:
    """Saves in five ways, cut anywhere, with pauses in their middle: each model told is a whole version, and the last one is told."""
    reloader, chance = begun(folder), random.Random(20)  # noqa: S311 - the same in every run
    told: list[News] = []

    def look() -> None:
        for _ in range(chance.randrange(1, 4)):
            news = reloader.look()
            if news is not None:
                told.append(news)

    ways = (in_place, by_renaming, by_deleting, cut_off, by_backup)
    for number in range(1, 501):
        name = chance.choice(("a.toml", "b.toml"))
        # One file a save: the other stays of its version, so that what is whole is told by the one that was written.
        text = version(number)[name]
        chance.choice(ways)(folder / name, text, look, chance.randrange(len(text) + 1))
        if chance.random() < 0.7:
            look()
            look()
    told.extend(settled(reloader))
    assert len(told) > 300
    for news in told:
        assert news.model is not None, news.mistakes
        bodies = {news.model.name(f"b{each}").rpartition(" ")[2] for each in range(4)}
        partners = {news.model.name(f"o{each}") for each in range(3)}
        assert (len(news.model), len(bodies), len(partners)) == (8, 1, 1)
    last = told[-1].model
    assert last is not None
    assert max(int(last.name("b0").rpartition(" ")[2]), int(last.name("o0")[2:])) == 500


def test_a_look_examines_each_file_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of a large model are looked at several times a second."""
    reloader = begun(folder)
    reloader.look()
    examine, examined = os.stat, list[object]()

    def counted(path: str, *further: object, **named: object) -> os.stat_result:
        examined.append(path)
        return examine(path, *further, **named)  # type: ignore[arg-type] # as it was called

    monkeypatch.setattr(os, "stat", counted)
    assert reloader.look() is None
    assert [examined.count(str(folder / each)) for each in version(0)] == [1, 1]
