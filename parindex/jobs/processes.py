"""Work in processes of its own that leave Ctrl-C to the command that started them, and whose death is no disaster."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

from msgspec import Struct

from parindex.jobs.memory import rarely_collect

AHEAD = 4
"""Items handed to each process in advance: enough to keep it busy, few enough to forget soon."""

T = TypeVar("T")
R = TypeVar("R")


class Crew(Struct, Generic[T, R], frozen=True):
    """What processes do."""

    work: Callable[[T], R]
    lost: Callable[[T], R]
    """What stands for the result of an item whose process does not survive it; may raise."""
    begin: Callable[[Any], None] | None = None
    """Gets a process ready: ``begin(setting)``."""
    setting: Any = None


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def in_processes(crew: Crew[T, R], items: Iterable[T], jobs: int) -> Generator[R, None, None]:
    """Results as they are finished; whoever stops before the last one closes the generator.

    A process that the system kills (no memory is left) loses nothing: what was in hand is tried once more, each item
    in a process of its own, and only an item that ends that one too is ``lost``. Raises ``BrokenProcessPool`` when no
    item at all survives, for then it is not the items' fault.
    """
    if jobs <= 1:
        if crew.begin is not None:
            crew.begin(crew.setting)
        for item in items:
            with interrupts_waiting():
                result = crew.work(item)
            yield result
        return
    rest = iter(items)
    while True:
        pool = _Pool(crew, jobs)
        try:
            for item in rest:
                pool.put(item)
                if len(pool.waiting) >= jobs * AHEAD:
                    yield from pool.take()
            while pool.waiting:
                yield from pool.take()
            return
        except BrokenProcessPool:
            suspects = [*pool.waiting.values(), *pool.refused]
        finally:
            pool.close()
        yield from _once_more(crew, suspects)


def _once_more(crew: Crew[T, R], items: list[T]) -> Iterator[R]:
    """Each item in a process of its own."""
    dead = []
    for item in items:
        pool = _Pool(crew, 1)
        try:
            pool.put(item)
            yield from pool.take()
        except BrokenProcessPool:
            dead.append(item)
        finally:
            pool.close()
    if len(dead) == len(items) > 1:
        raise BrokenProcessPool("no process survives")
    yield from map(crew.lost, dead)


def _ready(begin: Callable[[Any], None] | None, setting: Any) -> None:
    """Get a process ready that leaves Ctrl-C to the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    rarely_collect()
    if begin is not None:
        begin(setting)


class _Pool(Generic[T, R]):
    """Processes with what they have been given."""

    def __init__(self, crew: Crew[T, R], jobs: int) -> None:
        # Fresh processes: a forked one would share open files and locks of this one, and Windows has no fork.
        self._pool = ProcessPoolExecutor(
            jobs, mp_context=get_context("spawn"), initializer=_ready, initargs=(crew.begin, crew.setting)
        )
        self._work = crew.work
        self.waiting: dict[Future[R], T] = {}
        self.refused: list[T] = []

    def put(self, item: T) -> None:
        """Hand an item over; raises ``BrokenProcessPool``."""
        try:
            with deaf_to_interrupts():
                self.waiting[self._pool.submit(self._work, item)] = item
        except BrokenProcessPool:
            self.refused.append(item)
            raise

    def take(self) -> Iterator[R]:
        """Wait for some results; raises ``BrokenProcessPool``, and the items without a result stay."""
        done, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
        for future in done:
            result = future.result()
            del self.waiting[future]
            yield result

    def close(self) -> None:
        """Ctrl-C: what is in hand is a matter of milliseconds and ends whole; what waits is dropped.

        A second Ctrl-C of somebody impatient would leave the processes waiting for ever. Where all is done they end by
        themselves.
        """
        with deaf_to_interrupts():
            self._pool.shutdown(wait=bool(self.waiting), cancel_futures=True)


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Processes started inside ignore Ctrl-C from their first instruction, for they inherit that this one does.

    Ignoring it only once they run is too late: one that is still importing would print a traceback.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def interrupts_waiting() -> Iterator[None]:
    """Ctrl-C inside is heard at the end: in the midst of an item it could be taken for a fault of that item.

    pydantic-core, for one, makes an error of its own of whatever ends a serialiser, and at times of nothing at all.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        before(signal.SIGINT, None)
