"""`python -m mozi` does the same as the `mozi` command."""

import sys

from mozi.commands import main

sys.exit(main())
