"""The parts of `manage.py benchmark`, a module each: what it is asked, and what it measures."""
