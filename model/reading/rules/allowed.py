"""Allowances: `[file]` lists the codes of warnings that are correct as they are, each with the reason."""

from collections.abc import Mapping

from ...format.errors import WARNING
from ..code import Code
from ..quoting import quoted
from ..report import Report

_HEAD = '[file]\nallow = [{ code = "two-holders", reason = "The post is shared." }]\n\n'
_POST = (
    '[[post]]\nid = "director"\nname = "Director"\nheld_by = [{}]\n\n'
    '[[person]]\nid = "ann"\nname = "Ann"\n\n[[person]]\nid = "bo"\nname = "Bo"\n'
)

CODES: Mapping[str, Code] = {
    "unused-allow": Code(
        "`allow` names a warning that does not come up in its file. Mistakes cannot be allowed, warnings can.",
        _HEAD + _POST.format('"ann"'),
        _HEAD + _POST.format('"ann", "bo"'),
    ),
}
"""The codes of this family."""


def check_allowed(report: Report, codes: Mapping[str, Code]) -> None:
    """Report allowances that are not needed."""
    for (_, code), allowance in report.allowed.items():
        if allowance.used:
            continue
        if code in codes and not codes[code].warning:
            message = (
                f"`{code}` cannot be allowed: only what asks for a look can, and this has to be put right"
            )
        elif code in codes:
            message = f"this file has no warning with the code `{code}`"
        else:
            message = f"there is no code {quoted(code)}"
        report.add(
            "unused-allow",
            message,
            (allowance.place, "code"),
            severity=WARNING,
            hint="take it out of `allow`" if code in codes else "",
            meant=code,
            among=codes,
        )
