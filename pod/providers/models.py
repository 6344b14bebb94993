"""Models as data: which there are, what each draws and costs, and until when. One TOML file beside each adapter.

A file gives ``source`` and ``checked_on``; ``[pixels.NAME]`` tables from size and ratio to width and height, where the
inverse ratio is the same turned on its side; and ``[[models]]``. A retired model needs no more than its id, its last day
and what replaces it. A price that does not stand on the service's own page has ``price_verified = false``. ``pixels_of`` names another file whose pixel tables stand here as well: gateways draw other houses' models.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pod.model.datafile import Note, Reader, read_toml, refuse
from pod.model.errors import NotConfigured
from pod.model.money import Money
from pod.providers.answers import Answered, answered
from pod.providers.base import Capabilities, Flow, Frame, Model, OutcomeKind, ProviderRequest

WARN_DAYS = 30

_FOLDER = Path(__file__).parent

Pixels = Mapping[tuple[str, str], tuple[int, int]]


def load_models(provider: str, file: Path | str = "", *, share: float = 1.0) -> tuple[Model, ...]:
    """The models of ``<provider>.toml`` beside the adapters, or of `file`; `Problems` names all that is wrong with it.

    `share` of what the file says is to be paid.
    """
    path, notes = _FOLDER / (file or f"{provider}.toml"), list[Note]()
    table = Reader(read_toml(path, notes) or {}, path.name, notes)
    refuse(notes, "model files")
    table.text("source")
    checked_on = table.day("checked_on")
    pixels = {**_pixels_of(table), **_pixel_tables(table)}
    models = tuple(_model(row, provider, pixels, checked_on, share) for row in table.tables("models", required=True))
    table.done()
    _check_names(models, path.name, notes)
    refuse(notes, "model files")
    return models


def model_named(models: Sequence[Model], name: str) -> Model | None:
    """By id or alias."""
    return next((m for m in models if name == m.id or name in m.aliases), None)


def capabilities_of(model: Model) -> Capabilities:
    """As far as its row says; an adapter adds what its service can."""
    return Capabilities(
        sizes_px=tuple((f.width_px, f.height_px) for f in model.frames),
        alpha=model.alpha,
        seed=model.seed,
        edits=model.references > 0,
        vector=False,
        references=model.references,
        masks=bool(model.options.get("mask")),
    )


def chosen_first(models: Sequence[Model], name: str, today: date, variable: str) -> tuple[Model, ...]:
    """With the configured model in front. `NotConfigured` where there is no such model, or it has been switched off."""
    model = model_named(models, name)
    if model is None:
        known = ", ".join(m.id for m in models if not m.retired(today))
        raise NotConfigured("unknown_model", f"{variable} names {name}, which is not known.", f"There are: {known}.")
    if model.retired(today):
        raise NotConfigured("model_retired", f"{variable}: {_gone(model)}", f"Set {variable} to {model.replaced_by}.")
    return model, *(m for m in models if m is not model)


def usable(models: Sequence[Model], name: str, today: date) -> Model:
    """The model that a request names, or the first. `Answered` where it is not there any more, or never was."""
    model = model_named(models, name) if name else models[0]
    if model is None:
        known = ", ".join(m.id for m in models if not m.retired(today))
        raise Answered(answered(OutcomeKind.INVALID_REQUEST, f"There is no model “{name}” here; there are {known}."))
    if model.retired(today):
        raise Answered(answered(OutcomeKind.MODEL_GONE, _gone(model), model=model.id))
    return model


def frame_of(model: Model, request: ProviderRequest) -> Frame:
    """The line of the pixel table that the request asks for. `Answered` names the sizes that there are."""
    wanted = (request.width_px, request.height_px)
    frame = next((f for f in model.frames if (f.width_px, f.height_px) == wanted), None)
    if frame is None:
        drawn = ", ".join(f"{f.width_px} × {f.height_px}" for f in model.frames[:12])
        sentence = f"{wanted[0]} × {wanted[1]} px is not drawn by {model.id}; {drawn} px is."
        raise Answered(answered(OutcomeKind.INVALID_REQUEST, sentence, model=model.id))
    return frame


def estimate_of(model: Model, frame: Frame, references: int = 0) -> Money:
    """What a picture may cost at most: its price, and the tokens around it as far as they are allowed for."""
    tokens = {kind: count for kind, count in model.allowance.items() if kind != "reference"}
    tokens["input"] = tokens.get("input", 0) + references * model.allowance.get("reference", 0)
    return model.prices.get(frame.size, model.price) + cost_of_tokens(model, tokens)


def enlarged_px(model: Model, width_px: int, height_px: int) -> tuple[int, int] | None:
    """The sides that a picture comes back with from a model that makes it larger; None where it takes none of that size."""
    area_px, options = width_px * height_px, model.options
    if area_px > options["most_px"]:
        return None
    times = options.get("times") or (options["to_px"] / area_px) ** 0.5
    return round(width_px * times), round(height_px * times)


def cost_of_tokens(model: Model, tokens: Mapping[str, int]) -> Money:
    micros = sum(count * model.rates.get(kind, 0) for kind, count in tokens.items())
    return Money(-(-micros // 1_000_000))


def sunset_warning(model: Model, today: date) -> str:
    """A sentence from `WARN_DAYS` before a model's last day on; "" before that."""
    if model.sunset_on is None or model.sunset_on - today > timedelta(days=WARN_DAYS):
        return ""
    if model.retired(today):
        return _gone(model)
    return f"{model.id} is switched off on {_day(model.sunset_on)}; move to {model.replaced_by} before that."


def _gone(model: Model) -> str:
    when = f" on {_day(model.sunset_on)}" if model.sunset_on else ""
    return f"{model.id} was switched off{when}; use {model.replaced_by}."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _pixels_of(table: Reader) -> dict[str, Pixels]:
    other = table.text("pixels_of", "")
    if not other:
        return {}
    path = _FOLDER / other
    return _pixel_tables(Reader(read_toml(path, table.notes) or {}, path.name, table.notes))


def _pixel_tables(table: Reader) -> dict[str, Pixels]:
    raw = table.table("pixels")
    if raw is None:
        return {}
    return {name: _pixels(raw, name) for name in raw.raw}


def _pixels(tables: Reader, name: str) -> Pixels:
    sizes = tables.table(name)
    found = dict[tuple[str, str], tuple[int, int]]()
    for size in sizes.raw if sizes else ():
        ratios = sizes.table(size) if sizes else None
        for ratio in ratios.raw if ratios else ():
            pair = ratios.pair(ratio) if ratios else None
            if pair is not None:
                found[size, ratio] = pair
                found.setdefault((size, ":".join(reversed(ratio.split(":")))), (pair[1], pair[0]))
    return found


def _model(row: Reader, provider: str, pixels: Mapping[str, Pixels], checked_on: date, share: float) -> Model:
    prices = {size: Money(round(usd * share * 1_000_000)) for size, usd in _numbers(row, "prices").items()}
    model = Model(
        id=row.text("id"),
        provider=provider,
        aliases=row.texts("aliases", ()),
        sunset_on=row.day("sunset_on") if "sunset_on" in row.raw else None,
        replaced_by=row.text("replaced_by", ""),
        price=max(prices.values(), key=lambda p: p.micros, default=Money(0)),
        price_since=row.day("priced_on") if prices else checked_on,
        verified_on=row.day("verified_on") if "verified_on" in row.raw else checked_on,
        frames=_frames(row, pixels),
        prices=prices,
        rates={kind: round(usd * share * 1_000_000) for kind, usd in _numbers(row, "rates").items()},
        allowance={kind: int(count) for kind, count in _numbers(row, "allowance").items()},
        flow=row.choice("flow", Flow, Flow.SYNC),
        references=row.whole("references", 0),
        alpha=row.flag("alpha", default=False),
        seed=row.flag("seed", default=False),
        price_source=row.text("price_source", ""),
        price_verified=row.flag("price_verified", default=True),
        options=_taken(row, "options"),
    )
    row.done()
    _check(row, model)
    return model


def _frames(row: Reader, pixels: Mapping[str, Pixels]) -> tuple[Frame, ...]:
    name, sizes, ratios = row.text("pixels", ""), row.texts("sizes", ()), row.texts("ratios", ())
    if not name:
        return ()
    table = pixels.get(name, {})
    lines = [(size, ratio) for size in sizes for ratio in ratios]
    for size, ratio in lines:
        if (size, ratio) not in table:
            row.note("pixels", f"the table “{name}” has no {size} at {ratio}.", "Add it, or take it from the model.")
    return tuple(Frame(size, ratio, *table[size, ratio]) for size, ratio in lines if (size, ratio) in table)


def _check(row: Reader, model: Model) -> None:
    if model.sunset_on and not model.replaced_by:
        row.note("replaced_by", f"{model.id} has a last day and no replacement.", "Name the model to move to.")
    if not model.frames and not model.sunset_on and "most_px" not in model.options:
        row.note("pixels", f"{model.id} draws no size.", "Give pixels, sizes and ratios.")
    if model.prices and not model.price_source:
        row.note("price_source", f"{model.id} has prices without a source.", "Say where they stand.")


def _check_names(models: Sequence[Model], file: str, notes: list[Note]) -> None:
    names = [name for m in models for name in (m.id, *m.aliases)]
    reader = Reader({}, file, notes)
    for name in sorted({n for n in names if names.count(n) > 1}):
        reader.note("models", f"{name} is named twice.", "Each id and alias stands for one model.")
    for m in models:
        if m.replaced_by and model_named(models, m.replaced_by) is None:
            reader.note(
                "replaced_by", f"{m.id} is replaced by {m.replaced_by}, which is no model here.", "Add its row."
            )


def _numbers(row: Reader, key: str) -> dict[str, float]:
    return {name: table.number(name) for table in [row.table(key)] if table for name in table.raw}


def _taken(row: Reader, key: str) -> Mapping[str, Any]:
    table = row.table(key)
    return dict(table.raw) if table else {}
