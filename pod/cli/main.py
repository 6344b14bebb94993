"""The console script: puts the groups of commands together and turns every error into a sentence and an exit code."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from typing import Any, NoReturn

import structlog
import typer
from typer._click.exceptions import (
    ClickException,
)  # Typer carries a Click of its own; the other one's errors are not its

from pod.cli import catalogue, designing, pictures, running
from pod.cli.output import EXIT_CODES, err, error_json, print_error, print_json
from pod.model.errors import PodError

app = typer.Typer(
    name="pod",
    help="Pod: from a sentence to print files a printer accepts. It refuses to print a surprise.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

for group in (designing, pictures, catalogue, running):
    group.register(app)


def run(argv: list[str] | None = None) -> NoReturn:
    """Runs one command and ends the process with its documented exit code."""
    sys.exit(main(sys.argv[1:] if argv is None else argv))


def main(argv: list[str]) -> int:
    _log_to_standard_error(argv)
    try:
        result: Any = app(args=argv, prog_name="pod", standalone_mode=False)
    except PodError as error:
        _report(error, as_json="--json" in argv)
        return EXIT_CODES[error.kind]
    except ClickException as usage:
        usage.show()
        return EXIT_CODES["usage"]
    except (KeyboardInterrupt, typer.Abort):
        err.print("Stopped. Nothing that was approved or paid is lost.")
        return EXIT_CODES["unexpected"]
    except BrokenPipeError:
        # the reader of our output has gone; pointing stdout away keeps the interpreter's exit quiet
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_CODES["unexpected"]
    except Exception as unexpected:  # noqa: BLE001 - the last door: a person gets a sentence, the trace goes behind it
        _report_unexpected(unexpected)
        return EXIT_CODES["unexpected"]
    return result if isinstance(result, int) else 0


def _log_to_standard_error(argv: list[str]) -> None:
    """Standard output belongs to the answer. A command says only what went wrong; a server says what it did."""
    level = logging.INFO if argv[:1] in (["serve"], ["worker"]) else logging.WARNING
    structlog.configure(
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )


def _report(error: PodError, *, as_json: bool) -> None:
    if as_json:
        print_json(error_json(error))
    else:
        print_error(error)


def _report_unexpected(error: Exception) -> None:
    err.print(
        f"Something went wrong that Pod did not expect: {type(error).__name__}: {error}", markup=False, style="bold red"
    )
    err.print("Please report it with the lines below. Nothing was printed, paid or sent by this command.", markup=False)
    err.print("".join(traceback.format_exception(error)), markup=False, style="dim")
