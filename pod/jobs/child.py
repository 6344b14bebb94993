"""Image work in a child process, with a limit on wall time, processor time and memory.

A decoder's fault, a bomb of a picture or an endless loop ends the child; the service goes on and its memory is given
back. Children are forked from a small server process that has the heavy modules loaded already, so that a start costs
milliseconds, and that never holds a secret: its environment is emptied first.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import threading
import traceback
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from pod.model.errors import PodError, TooMuchWork, Unavailable

A = TypeVar("A")
R = TypeVar("R")

_KEPT = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "PYTHONPATH",
    "PYTHONHASHSEED",
    "POD_FAIL_AT",
    "POD_FAIL_MARK",
    "VIRTUAL_ENV",
)
"""What a child may see of the environment: no keys, no database address."""

_EXIT_S = 1.0
"""How long a child that has answered may take to end by itself."""

_LONGEST_FOLDER = 70
"""What multiprocessing adds to it leaves room for no more in a socket's path (104 characters on macOS, 108 on Linux)."""

_start = threading.Lock()


class _Ended(Enum):
    ANSWERED = "answered"
    OUT_OF_TIME = "out of time"
    DIED = "died"


class ChildOffload:
    """`preload` names modules that the server process imports once."""

    def __init__(self, preload: tuple[str, ...] = ()) -> None:
        self._context = _context(preload)
        self._served = False
        self._at_work: set[BaseProcess] = set()
        self._abandoned = False

    def call(self, work: Callable[[A], R], argument: A, *, timeout_s: float, memory_mb: int) -> R:
        if self._abandoned:
            raise _stopping()
        ours, theirs = multiprocessing.Pipe(duplex=False)
        child = self._context.Process(target=_run, args=(theirs, work, argument, timeout_s, memory_mb), daemon=True)  # type: ignore[attr-defined]
        with _without_main():
            self._serve()
            child.start()
            self._at_work.add(child)
        theirs.close()
        ended, value, error = _Ended.OUT_OF_TIME, None, None
        try:
            ended, value, error = _answer(ours, timeout_s)
        finally:
            ours.close()
            exit_code = self._end(child, _EXIT_S if ended is _Ended.ANSWERED else 0.0)
        if self._abandoned:
            raise _stopping()
        if ended is _Ended.DIED and exit_code != -signal.SIGXCPU:
            raise _died(exit_code)
        if ended is not _Ended.ANSWERED:
            raise _too_much(timeout_s, memory_mb)
        if error is not None:
            raise error
        return value  # type: ignore[no-any-return]

    def abandon(self) -> None:
        """Ends whatever is at work, and whatever is still begun: for a stop that cannot wait."""
        with _start:
            self._abandoned = True
            for child in self._at_work:
                child.kill()

    def _end(self, child: BaseProcess, patience_s: float) -> int | None:
        """The exit code, when it is gone for certain."""
        child.join(patience_s)
        child.kill()
        child.join()
        with _start:
            self._at_work.discard(child)
            exit_code = child.exitcode
            child.close()
        return exit_code

    def _serve(self) -> None:
        """Starts the server process without our secrets: what a process was started with can be read in /proc for ever."""
        if self._served or self._context.get_start_method() != "forkserver":
            return
        kept = dict(os.environ)
        _forget_secrets()
        try:
            with _deaf_to_the_group(), _short_temporary_folder():
                forkserver.ensure_running()
        finally:
            os.environ.update(kept)
        self._served = True


@contextmanager
def _deaf_to_the_group() -> Iterator[None]:
    """Ctrl-C and a service manager reach every process of the group; the parent decides whether a picture is finished.

    A blocked signal stays blocked in what is started meanwhile: in the server process and all its children.
    """
    resource_tracker.ensure_running()  # it would unblock them again when the server process starts it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _short_temporary_folder() -> Iterator[None]:
    """The server process listens on a socket in a temporary folder, and a socket's path holds about 100 characters."""
    before = tempfile.tempdir
    if len(tempfile.gettempdir()) > _LONGEST_FOLDER:
        tempfile.tempdir = "/tmp"  # noqa: S108 - multiprocessing makes a folder of mode 700 with an unforeseeable name in it
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextmanager
def _without_main() -> Iterator[None]:
    """One start at a time, with nothing for the child to import as its ``__main__``.

    multiprocessing makes every child run the parent's main module again, which for us would be the whole command line:
    a second for each picture. Our work functions are always importable by name, so the child needs no main module.
    """
    with _start:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = types.ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _context(preload: tuple[str, ...]) -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pod.jobs.child", *preload])
    return context


def _answer(pipe: Connection, timeout_s: float) -> tuple[_Ended, Any, Exception | None]:
    """How it ended, and what the child sent: a value or an error."""
    try:
        return (_Ended.ANSWERED, *pipe.recv()) if pipe.poll(timeout_s) else (_Ended.OUT_OF_TIME, None, None)
    except EOFError:
        return _Ended.DIED, None, None


def _too_much(timeout_s: float, memory_mb: int) -> TooMuchWork:
    return TooMuchWork(
        "too_much_work",
        f"This picture needs more than {timeout_s:g} s or {memory_mb} MB to work on; it was stopped.",
        "Use a smaller picture, or a simpler one.",
        timeout_s=timeout_s,
        memory_mb=memory_mb,
    )


def _stopping() -> Unavailable:
    return Unavailable("stopping", "Pod is stopping, and broke this off.", "It is done again after the next start.")


def _died(exit_code: int | None) -> TooMuchWork:
    return TooMuchWork(
        "picture_work_died",
        f"The program that works on pictures broke off at this one (exit code {exit_code}).",
        "Try again; if it stays, save the picture anew with another program, or use another one.",
        exit_code=exit_code,
    )


def _run(pipe: Connection, work: Callable[[Any], Any], argument: Any, timeout_s: float, memory_mb: int) -> None:
    _forget_secrets()
    _limit(timeout_s, memory_mb)
    try:
        pipe.send((work(argument), None))
    except PodError as e:
        pipe.send((None, e))
    except Exception as e:  # noqa: BLE001 - whatever it is, the parent must learn it, not take it for a limit
        pipe.send((None, _too_much(timeout_s, memory_mb) if _is_memory(e) else _carried(e)))
    pipe.close()


def _is_memory(e: Exception) -> bool:
    """Python, NumPy and Pillow raise MemoryError; OpenCV has an error of its own (-4, “Insufficient memory”)."""
    return isinstance(e, MemoryError) or "insufficient memory" in str(e).lower()


def _carried(e: Exception) -> Exception:
    """A fault in the work itself, with the child's traceback: pickling alone would drop it."""
    return RuntimeError("".join(traceback.format_exception(e)))


def _forget_secrets() -> None:
    for name in list(os.environ):
        if name not in _KEPT:
            del os.environ[name]


def _limit(timeout_s: float, memory_mb: int) -> None:
    """Address space counts what the preloaded modules have mapped already, so the limit comes on top of it.

    Processor time is the sum over all threads; it ends a child whose parent is gone and no longer watches the clock.
    """
    cpu_s = int(timeout_s * (os.cpu_count() or 1)) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - not a file of ours
            mapped = int(statm.read().split()[0]) * resource.getpagesize()
    except OSError:
        return  # no such file on macOS, where RLIMIT_AS is not honoured either
    limit = mapped + memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
