"""What the explorer imports, and what it does not."""

import subprocess
import sys

PROGRAM = """
import sys
import tiers.tui.app
unused = {"textual.command", "textual.widgets._input", "textual.widgets._option_list", "textual.fuzzy",
          "tiers.model.finding", "tiers.tui.screens.choice_screen", "tiers.tui.screens.help_screen", "tiers.model.facts.change_dates", "tiers.model.answers.diff", "tiers.model.answers.gaps",
          "tiers.model.answers.who", "networkx", "attr",
          "tiers.tui.wording.description.entity", "tiers.tui.exploring.detail.row_detail"}
print(sorted(unused & set(sys.modules)))
import textual.command
print(textual.command.CommandPalette.__mro__[1].__name__)
"""


def test_the_explorer_imports_only_what_its_first_frame_needs() -> None:
    """No palette, input or list of Textual's, no search, no help; and who wants Textual's palette gets the real one."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "SystemModalScreen"]


def test_importing_the_interface_costs_nothing() -> None:
    """`tiers.tui` and the state of an exploration bring neither Textual nor the search."""
    program = (
        "import sys, tiers.tui, tiers.tui.exploring.exploration;"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in {'textual', 'rich', 'rapidfuzz'}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
