"""`python -m tiers.tui` is `tiers`."""

import sys

from .cli import main

sys.exit(main())
