"""``python -m parindex`` is the command."""

from parindex.cli.main import run

run()
