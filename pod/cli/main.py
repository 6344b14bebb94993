"""The console script: finds the command that is asked for and turns every error into a sentence and an exit code."""

from __future__ import annotations

import importlib
import io
import os
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, NoReturn

import typer
from typer._click.exceptions import (
    ClickException,
)  # Typer carries a Click of its own; the other one's errors are not its

from pod import __version__
from pod.cli.output import EXIT_CODES, STOPPED, err, print_error, print_json_error, say
from pod.logs import log_as_json, log_for_people
from pod.model.errors import InputRefused, PodError


@dataclass(frozen=True, slots=True)
class Command:
    """`where` as ``module:name``; `summary` is the first sentence of its own help."""

    where: str
    summary: str


COMMANDS: Mapping[str, Command] = {
    "make": Command("designing:make", "The whole job, from a sentence to the hand-off."),
    "design": Command("designing:design", "Draws artwork for a sentence, checked and mended."),
    "edit": Command("editing:edit", "Changes a picture by a sentence."),
    "reletter": Command("relettering:reletter", "Sets other words over the same artwork."),
    "contact-sheet": Command("sheets:contact_sheet", "Draws many embedded designs into one picture."),
    "check": Command("pictures:check", "Measures a picture's composition."),
    "prepare": Command("pictures:prepare", "Makes print files of a picture or a recipe."),
    "gangsheet": Command("gang:gangsheet", "Puts many pictures and PDF pages on as few sheets as they need."),
    "preflight": Command("pictures:preflight", "Checks a finished print file before it leaves."),
    "styles": Command(
        "catalogue:styles", "The styles that a prompt can be composed in, and the seasons with palettes of their own."
    ),
    "fonts": Command(
        "catalogue:fonts",
        "The faces that words are set in, what each can write, and the layouts and effects that there are.",
    ),
    "products": Command("catalogue:products", "Products with their print areas, sizes and colours."),
    "providers": Command("adapters:providers", "Image providers, and what the others lack."),
    "partners": Command("adapters:partners", "Fulfillment partners, and what the others lack."),
    "shops": Command(
        "shops:shops", "Shops that orders come from, and what the others lack. Puts designs on sale there."
    ),
    "shop-orders": Command("shops:shop_orders", "What was bought in shops, and which of it needs a repair."),
    "orders": Command("orders:orders", "What was ordered, where it goes, and why."),
    "mockups": Command("mockups:mockups", "Has a partner draw a design on its products."),
    "stats": Command("statistics:stats", "How many pictures could be used as they came, by style, model and fault."),
    "ledger": Command("accounts:ledger", "What pictures have cost, a row for each."),
    "setup": Command("setup:setup", "Fetches the motif packages and two typefaces, once."),
    "serve": Command("running:serve", "Web pages, API and the worker in one process."),
    "worker": Command("running:worker", "Runs jobs without serving pages."),
    "backup": Command(
        "backups:backup",
        "Copies the data of one moment: the database, every file that it names, the signing key.",
    ),
    "restore": Command("backups:restore", "Brings a backup back into an empty data folder."),
    "restored": Command(
        "backups:restored",
        "Says that the database was restored by other means, as by `pg_restore`, from a backup of that time.",
    ),
    "doctor": Command("doctor:doctor", "Says everything that is wrong, at once."),
    "erase": Command("customers:erase", "Erases what is known of a customer, and says where else it is."),
    "screening": Command("screening:screening", "What is not printed here, and what was decided."),
    "user": Command("accounts:user", "The people who may sign in to operations."),
    "key": Command("accounts:key", "Makes an API key for a program."),
}
"""Only the command that is asked for is imported: the picture libraries and the web alone take a second."""


def app_for(names: Iterable[str]) -> typer.Typer:
    """The application with these commands, in their order."""
    app = typer.Typer(
        name="pod",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_pod)
    for name in names:
        module, _, attribute = COMMANDS[name].where.partition(":")
        found = getattr(importlib.import_module(f"pod.cli.{module}"), attribute)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name)(found)
    return app


def list_of_commands() -> typer.Typer:
    """What answers where no command is asked for: ``--help``, ``--version`` and “no such command”."""
    app = app_for(())
    for name, command in COMMANDS.items():
        app.command(name, help=command.summary)(_pod)
    return app


def run(argv: Sequence[str] | None = None) -> NoReturn:
    """Runs one command and ends the process with its documented exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a name that this terminal cannot show is shown escaped: no reason to fail
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:] if argv is None else argv))


def main(argv: Sequence[str]) -> int:
    _log_to_standard_error(argv)
    as_json = "--json" in argv
    try:
        app = app_for(argv[:1]) if argv and argv[0] in COMMANDS else list_of_commands()
        result: Any = app(args=list(argv), prog_name="pod", standalone_mode=False)
    except PodError as error:
        _report(error, as_json=as_json)
        return EXIT_CODES[error.kind]
    except ClickException as usage:
        _report_usage(usage, as_json=as_json)
        return EXIT_CODES["usage"]
    except (KeyboardInterrupt, typer.Abort):
        result = STOPPED
    except BrokenPipeError:
        # the reader of our output has gone; pointing stdout away keeps the interpreter's exit quiet
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_CODES["unexpected"]
    except Exception as unexpected:  # noqa: BLE001 - the last door: a person gets a sentence, the trace goes behind it
        _report_unexpected(unexpected, as_json=as_json)
        return EXIT_CODES["unexpected"]
    if result == STOPPED:
        err.print("Stopped. Nothing that was approved or paid is lost.")
    return result if isinstance(result, int) else 0


def _version(wanted: bool) -> None:
    if wanted:
        say(f"pod {__version__}")
        raise typer.Exit


def _pod(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which Pod this is.")
    ] = False,
) -> None:
    """Pod: from a sentence to print files a printer accepts. It refuses to print a surprise."""


def _log_to_standard_error(argv: Sequence[str]) -> None:
    """Standard output belongs to the answer. A command says only what went wrong; a server says what it did."""
    configure = log_as_json if argv and argv[0] in ("serve", "worker") else log_for_people
    configure(sys.stderr)


def _report(error: PodError, *, as_json: bool) -> None:
    if as_json:
        print_json_error(error)
    else:
        print_error(error)


def _report_usage(usage: ClickException, *, as_json: bool) -> None:
    if as_json:
        print_json_error(InputRefused("usage", usage.format_message(), "See `pod COMMAND --help`."))
    else:
        usage.show()


def _report_unexpected(error: Exception, *, as_json: bool) -> None:
    said = f"Something went wrong that Pod did not expect: {type(error).__name__}: {error}"
    hint = "Please report it with the lines below. Nothing was printed, paid or sent by this command."
    _report(PodError("unexpected", said, hint), as_json=as_json)
    err.print("".join(traceback.format_exception(error)), markup=False, style="dim")
