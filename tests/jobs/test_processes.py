"""Work in several processes: nothing is lost with a process, and nobody waits for ever."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import Thread

import pytest

from parindex.jobs.processes import Crew, in_processes


def begin(setting: str) -> None:
    assert setting == "s"


def double(number: int) -> int:
    return 2 * number


def lost(number: object) -> int:
    return -1


def crew(work: Callable[[int], int]) -> Crew[int, int]:
    return Crew(work, lost, begin, "s")


def dies_at_seven(number: int) -> int:
    if number == 7:
        os._exit(9)
    return 2 * number


def dies(number: int) -> int:
    os._exit(9)


def dies_once(path: Path) -> int:
    """As when memory was short for a moment."""
    if path.name == "7" and not path.exists():
        path.touch()
        os._exit(9)
    return 2 * int(path.name)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_item_gives_one_result(jobs: int) -> None:
    assert sorted(in_processes(crew(double), range(30), jobs)) == [2 * number for number in range(30)]


def test_nothing_to_do() -> None:
    assert list(in_processes(crew(double), [], 2)) == []


def test_an_item_that_ends_its_process_twice_is_lost_alone() -> None:
    found = sorted(in_processes(crew(dies_at_seven), range(30), 2))
    assert found == sorted([-1, *(2 * number for number in range(30) if number != 7)])


def test_a_process_that_was_ended_once_loses_nothing(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(30)]
    found = sorted(in_processes(Crew(dies_once, lost, begin, "s"), paths, 2))
    assert found == [2 * number for number in range(30)]


def test_where_no_process_lives_the_run_ends() -> None:
    with pytest.raises(BrokenProcessPool):
        list(in_processes(crew(dies), range(30), 2))


def interrupts_itself(number: int) -> int:
    """Like pydantic-core, takes Ctrl-C for a fault of the item."""
    try:
        if number == 2:
            signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        return -1
    return number


def test_ctrl_c_in_one_process_waits_for_the_end_of_an_item() -> None:
    before = signal.getsignal(signal.SIGINT)
    done = []
    with pytest.raises(KeyboardInterrupt):
        done += in_processes(Crew(interrupts_itself, lost), [1], 1)
        for each in in_processes(Crew(interrupts_itself, lost), [1, 2, 3], 1):
            done.append(each)
    assert done == [1, 1]
    assert signal.getsignal(signal.SIGINT) is before


def test_an_item_outside_the_main_thread_leaves_ctrl_c_alone() -> None:
    done: list[int] = []
    thread = Thread(target=lambda: done.extend(in_processes(crew(double), [1, 2], 1)))
    thread.start()
    thread.join()
    assert done == [double(1), double(2)]
