#!/usr/bin/env python
"""The project's command line: `manage.py help` lists what it can do."""

import os
import sys

from factsheet.channel import COMMAND, coming_from
from factsheet.management.running import run_command

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factsheet.settings")
    # Whatever the command does stands in the log as done by it.
    with coming_from(COMMAND + "".join(sys.argv[1:2])):
        run_command(sys.argv)
