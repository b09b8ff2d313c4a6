"""The command, as ``parindex`` and as ``python -m parindex``.

Nothing is imported before it runs: every process of a large run reads the file of the command again, and needs no
command line.
"""

from typing import NoReturn


def run() -> NoReturn:
    """The ``parindex`` command."""
    from parindex.cli.start import start

    start()
    from parindex.cli.main import run

    run()


if __name__ == "__main__":
    run()
