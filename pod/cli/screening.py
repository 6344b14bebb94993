"""`pod screening`: a shop's own words, single sentences, and whether services outside are asked. On the data folder itself."""

from __future__ import annotations

from typing import Annotated

import typer

from pod.cli.accounts import TERMINAL, opened
from pod.cli.output import EXIT_CODES, JsonOption, note, print_json, say, table
from pod.model.screening import Screening, Verdict

screening = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="What is not printed here, and what was decided."
)

WordsArgument = Annotated[str, typer.Argument(help="A word or a name, as people type it.")]


@screening.command("list")
def list_words(as_json: JsonOption = False) -> None:
    """The shop's own words, beside the lists that are everybody's."""
    with opened() as pod:
        rules = pod.rules.rules(TERMINAL)
    words = [
        *({"words": w.words, "rule": "refuse", "note": w.instead} for w in rules.words.refused),
        *({"words": w.words, "rule": "allow", "note": w.why} for w in rules.words.allowed),
    ]
    if as_json:
        print_json({"words": words, "asks_outside": rules.asks_outside})
        return
    table("Own words", ("words", "rule", "note"), ((w["words"], w["rule"], w["note"]) for w in words))
    note(f"Image services outside are {'asked' if rules.asks_outside else 'forbidden'}.")


@screening.command("add")
def refuse_word(
    words: WordsArgument,
    instead: Annotated[str, typer.Option(help="What a shopper is offered in its place.")] = "",
) -> None:
    """Refuses a word or a name from now on."""
    with opened() as pod:
        pod.rules.refuse_word(TERMINAL, words, instead)
    say(f"“{words}” is refused from now on.")


@screening.command("allow")
def allow_word(
    words: WordsArgument,
    why: Annotated[str, typer.Option(help="The licence, and how long it runs.")] = "",
) -> None:
    """Lets a name pass from now on, as there is a licence for it."""
    with opened() as pod:
        pod.rules.allow_word(TERMINAL, words, why)
    say(f"“{words}” passes from now on.")


@screening.command("drop")
def drop_word(words: WordsArgument) -> None:
    """Takes one of the shop's own words off its list."""
    with opened() as pod:
        pod.rules.drop_word(TERMINAL, words)
    say(f"“{words}” is no longer one of this shop's words.")


@screening.command("test")
def try_sentence(
    sentence: Annotated[str, typer.Argument(help="What a shopper might type.")], as_json: JsonOption = False
) -> int:
    """Says what would be refused in a sentence. Nothing is kept of it; exit code 3 when something would be."""
    with opened() as pod:
        found = pod.rules.tried(TERMINAL, sentence)
    if as_json:
        print_json({"refused": [dict(e.details) for e in found]})
    else:
        for error in found:
            say(f"{error.message} {error.hint}")
        if not found:
            say("This passes.")
    return EXIT_CODES["input"] if found else 0


@screening.command("decisions")
def list_decisions(
    verdict: Annotated[str, typer.Option(help="Only these: passed, refused or overruled.")] = "",
    limit: Annotated[int, typer.Option(help="How many, the newest first.", min=1, max=200)] = 50,
    as_json: JsonOption = False,
) -> None:
    """What was decided about every sentence, the newest first."""
    with opened() as pod:
        found = pod.rules.decisions(TERMINAL, verdict=verdict, limit=limit).items
    if as_json:
        print_json({"decisions": found})
        return
    table("Decisions", ("when", "id", "verdict", "sentence", "because"), map(_row, found))


@screening.command("overrule")
def overrule(
    decision: Annotated[str, typer.Argument(help="The decision's id.")],
    reason: Annotated[str, typer.Option(help="Why it may be printed.")] = "",
) -> None:
    """Lets a refused sentence through, to the letter, and does what was asked for with it."""
    with opened() as pod:
        design = pod.rules.overrule(TERMINAL, decision, reason)
    say(f"The sentence passes from now on. Its design is {design.id}.")


@screening.command("outside")
def ask_outside(
    allowed: Annotated[bool, typer.Option("--allow/--forbid", help="Whether image services outside may be asked.")],
) -> None:
    """Says whether sentences may leave the house.

    Where they may not, only the embedded designer and services on machines of the shop's own draw.
    """
    with opened() as pod:
        pod.rules.ask_outside(TERMINAL, allowed=allowed)
    say(f"Image services outside are {'asked' if allowed else 'forbidden'}.")


def _row(decision: Screening) -> tuple[object, ...]:
    because = decision.reason or ", ".join(f"{hit.words} ({hit.category})" for hit in decision.hits)
    verdict = "let through before" if decision.verdict is Verdict.PASSED and decision.hits else decision.verdict
    return f"{decision.at:%Y-%m-%d %H:%M}", decision.id, verdict, decision.sentence.replace("\n", " / "), because
