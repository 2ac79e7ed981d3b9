"""`python -m tiers` is `tiers`; the installed package has this file as its own `__main__` too."""

import sys

from tiers.tui.cli import main

sys.exit(main())
