"""The cases of the TOML standard's own test suite, for TOML 1.1."""

from pathlib import Path

from tests.programs import beside, skip_without

_VARIABLE = "TIERS_STANDARDS"


def cases(sort: str) -> list[Path]:
    """Return the files of the `valid` or the `invalid` cases; skip the test where they are not found."""
    directory = beside("standards", _VARIABLE) / "toml-test" / "tests"
    listed = directory / "files-toml-1.1.0"
    if not listed.is_file():
        skip_without("the cases of toml-test", directory, _VARIABLE)
    names = listed.read_text(encoding="utf-8").splitlines()
    return [directory / name for name in names if name.startswith(f"{sort}/") and name.endswith(".toml")]
