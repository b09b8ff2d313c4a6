"""When a process of the program looks for garbage."""

from __future__ import annotations

import gc


def rarely_collect() -> None:
    """Look for cycles of objects after every 200,000 new ones instead of every 700.

    The program makes many objects at once, all of which live on, and hardly any cycles: looking for them after every
    few hundred takes a third of its time.
    """
    gc.set_threshold(200_000, 10, 10)


def leave_garbage() -> None:
    """Before the process ends: Python would look for cycles in all that lives, a sixth of the time of a short command.

    The system takes all of it back at once.
    """
    gc.freeze()
