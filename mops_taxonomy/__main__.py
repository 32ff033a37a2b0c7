"""`python -m mops_taxonomy` is `mops-taxonomy`."""

import sys

from mops_taxonomy.cli import main

if __name__ == "__main__":
    sys.exit(main())
