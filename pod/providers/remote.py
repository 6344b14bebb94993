"""What adapters of services behind HTTP share: the port with honest defaults, and the way to the outside.

An adapter builds its request (pure), sends it through `Remote.client`, and reads the answer (pure). What it does not
override here says that it cannot do it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, ClassVar
from urllib.parse import urlsplit

from pod.http import AddressRule, Client, Fetcher, Reply, Timeouts, is_public
from pod.imaging.load import sniff
from pod.model.errors import NotConfigured, PodError
from pod.model.money import Money
from pod.providers.answers import Answered, Reading, answered, answers, lifted
from pod.providers.base import Capabilities, Frame, Model, Outcome, OutcomeKind, Pending, ProviderRequest
from pod.providers.models import capabilities_of, chosen_first, estimate_of, frame_of, usable

MAX_ANSWER_BYTES = 64_000_000
"""A 4K picture as base64 is up to 30 MB."""

_NO_SUCH_TASK = (404, 410)

_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Outside:
    """How the outside is reached: an argument of every adapter and never a setting.

    `links` decides which addresses the links in an answer may lead to.
    """

    timeouts: Timeouts = Timeouts(connect_s=5.0, read_s=330.0, total_s=360.0)
    links: AddressRule = is_public
    link_schemes: tuple[str, ...] = ("https",)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


def model_setting(default: str) -> Any:
    return field(default=default, metadata={"help": "Which image model draws; an alias is as good."})


def key_setting(whose: str) -> Any:
    return field(repr=False, metadata={"help": whose, "secret": True})


def address_setting(default: str) -> Any:
    return field(default=default, metadata={"help": "Address of the service, or of one that is like it."})


def pace_setting(default: str) -> Any:
    return field(
        default=default, metadata={"help": "How many pictures are asked for at a time, by all workers together."}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteSettings:
    """What every adapter of this kind can be told; its own dataclass adds its key and its defaults."""

    model: str = model_setting("")
    base_url: str = address_setting("")
    parallel: str = pace_setting("2")
    per_minute: str = field(default="5", metadata={"help": "How many are asked for in a minute; 0 is no bound."})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedSettings(RemoteSettings):
    api_key: str = key_setting("Key of the service.")


def client_to(base_url: str, outside: Outside, **credentials: Any) -> Client:
    """For one service; `credentials` are the `headers` and `secrets` of `Client`, or its `token`."""
    return Client(base_url, timeouts=outside.timeouts, max_bytes=MAX_ANSWER_BYTES, clock=outside.now, **credentials)


def bearer(key: str) -> dict[str, Any]:
    return {"headers": {"Authorization": f"Bearer {key}"}, "secrets": (key,)}


@dataclass(frozen=True, slots=True)
class Order:
    """A request that has passed: which model draws it, and at which line of its pixel table."""

    request: ProviderRequest
    model: Model
    frame: Frame
    key: str
    instruction: str = ""

    @property
    def text(self) -> str:
        """What the model is told. Characters that no service takes are left out."""
        return _sayable(self.instruction or self.request.prompt.text)

    @property
    def description(self) -> str:
        """The whole picture as it is to be: for models that follow no instruction, and draw an edit from a description."""
        return _sayable(", ".join(filter(None, (self.request.prompt.text, self.instruction))))


def _sayable(text: str) -> str:
    return _UNSAYABLE.sub(" ", text).strip()


@dataclass(frozen=True, slots=True)
class Ticket:
    """A task that was taken on, and what it is to bring. Its text is the task id that the ledger keeps."""

    task: str
    model: Model
    frame: Frame

    def __str__(self) -> str:
        return "|".join((self.task, self.model.id, self.frame.size, self.frame.ratio))

    @staticmethod
    def read(text: str, models: Sequence[Model]) -> Ticket:
        """`Answered` where it is none of ours."""
        task, *rest = text.rsplit("|", 3)
        lines = ((m, f) for m in models for f in m.frames if [m.id, f.size, f.ratio] == rest)
        line = next(lines, None)
        if line is None:
            raise Answered(answered(OutcomeKind.INVALID_REQUEST, f"There is no task “{text}”."))
        return Ticket(task, *line)


class Remote:
    """`models` are those of the adapter's file, of which the settings choose one by id or alias. Links in answers may lead
    to `link_hosts`, and to the service's own address."""

    name: str
    reading = Reading()

    def __init__(
        self,
        models: tuple[Model, ...],
        settings: RemoteSettings,
        client: Client,
        outside: Outside,
        *,
        link_hosts: tuple[str, ...] = (),
    ) -> None:
        self._outside = outside
        self._models = chosen_first(models, settings.model, self._today(), self._variable("model"))
        self._parallel = whole(settings.parallel, self._variable("parallel"))
        self._per_minute = whole(settings.per_minute, self._variable("per_minute"))
        self._client = client
        own_host = urlsplit(settings.base_url).hostname or ""
        self._fetcher = Fetcher(
            (*link_hosts, own_host), rule=outside.links, schemes=outside.link_schemes, max_bytes=MAX_ANSWER_BYTES
        )

    # --- the port

    @property
    def models(self) -> tuple[Model, ...]:
        return self._models

    @property
    def capabilities(self) -> Capabilities:
        """Those of the configured model; an adapter adds what its service can."""
        return replace(capabilities_of(self._models[0]), parallel=self._parallel, per_minute=self._per_minute)

    def estimate(self, request: ProviderRequest) -> Money:
        """A request that will be refused is reserved for as the dearest picture, and released then."""
        try:
            order = self._order(request, "")
        except Answered:
            return self._models[0].price
        return estimate_of(order.model, order.frame, len(request.references))

    @answers
    def submit(self, request: ProviderRequest, key: str) -> Outcome | Pending:
        return self._ask(self._order(request, key))

    @answers
    def edit(self, request: ProviderRequest, instruction: str, key: str) -> Outcome | Pending:
        order = self._order(request, key)
        if not order.model.references:
            raise Answered(answered(OutcomeKind.INVALID_REQUEST, f"{order.model.id} makes no edits."))
        if not request.references:
            raise Answered(answered(OutcomeKind.INVALID_REQUEST, "An edit needs the picture that is to be changed."))
        return self._ask(replace(order, instruction=instruction))

    def poll(self, task_id: str) -> Outcome | Pending:
        return answered(OutcomeKind.INVALID_REQUEST, f"{self.name} answers at once; there is no task “{task_id}”.")

    def find(self, key: str) -> Outcome | Pending | None:
        return answered(OutcomeKind.UNKNOWN, f"{self.name} cannot say what became of {key}.")

    def read_callback(self, headers: Mapping[str, str], body: bytes) -> str | None:
        del headers, body
        return None

    def check_key(self) -> str:
        """Looks at something of the account that costs nothing."""
        try:
            reply = self._look_at_account()
        except Answered as e:
            return e.outcome.reason
        if 200 <= reply.status < 300:
            return ""
        return self._refused(reply, look=True).reason + f" See POD_{self.name.upper()}_… in the settings."

    # --- what an adapter says

    def _ask(self, order: Order) -> Outcome | Pending:
        raise NotImplementedError

    def _look_at_account(self) -> Reply:
        raise NotImplementedError

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        raise NotImplementedError

    # --- what it is helped with

    def _look_refused(self, reply: Reply) -> Outcome:
        """Of a look at a task, which changes nothing over there. One that is not known there may show yet, or was lost;
        a look that is refused as wrong is refused again. Either way nobody can say whether the picture was paid for."""
        refused = self._refused(reply, look=True)
        if reply.status in _NO_SUCH_TASK:
            return _unanswered(refused, "The service knows no such task", not_there=True)
        if refused.kind in (OutcomeKind.INVALID_REQUEST, OutcomeKind.MODEL_GONE):
            return _unanswered(refused, "The service refused our question about the task as wrong")
        return refused

    def _order(self, request: ProviderRequest, key: str) -> Order:
        model = usable(self._models, request.model, self._today())
        if len(request.references) > model.references:
            sentence = f"{model.id} takes {model.references} pictures along, not {len(request.references)}."
            raise Answered(answered(OutcomeKind.INVALID_REQUEST, sentence))
        if request.mask and not model.options.get("mask"):
            raise Answered(answered(OutcomeKind.INVALID_REQUEST, f"{model.id} takes no mask."))
        return Order(request, model, frame_of(model, request), key)

    def _fetched(self, link: str, model: Model, *, paid: Money | None = None) -> bytes:
        """The file at a link of an answer, at once: such links lapse. `Answered` where it does not come. A task's picture is
        paid for and still there, so it is asked for again; one that was `paid` for with this answer has no other link."""
        kind = OutcomeKind.UNAVAILABLE if paid is None else OutcomeKind.NO_IMAGE
        try:
            return self._fetcher.fetch(link)
        except PodError as e:
            raise Answered(answered(kind, str(e), model=model.id, cost=paid, provider_code=e.code)) from e

    def _file(self, reply: Reply, given: str, model: Model, *, paid: Money | None = None) -> bytes:
        """What an answer gives as a link, or as base64 with or without the head of a data URL."""
        is_link = given.startswith(("https:", "http:"))
        return self._fetched(given, model, paid=paid) if is_link else lifted(reply, given)

    def _variable(self, field_name: str) -> str:
        return f"POD_{self.name}_{field_name}".upper()

    def _today(self) -> date:
        return self._outside.now().date()


def _unanswered(refused: Outcome, sentence: str, *, not_there: bool = False) -> Outcome:
    said = answered(OutcomeKind.UNKNOWN, f"{sentence}: {refused.reason}").reason
    return replace(refused, kind=OutcomeKind.UNKNOWN, reason=said, not_there=not_there)


class Keyed(Remote):
    """One whose key is sent as a bearer token; `own_models` are those of its file, `own_links` where its links may lead."""

    own_models: ClassVar[tuple[Model, ...]]
    own_links: ClassVar[tuple[str, ...]] = ()

    def __init__(self, settings: KeyedSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        client = client_to(settings.base_url, outside, **bearer(settings.api_key))
        super().__init__(self.own_models, settings, client, outside, link_hosts=self.own_links)


def data_url(picture: bytes) -> str:
    """A picture as the text that services take in the place of an address."""
    return f"data:{sniff(picture)};base64,{base64.b64encode(picture).decode('ascii')}"


def whole(text: str, variable: str) -> int:
    if not text.isdecimal() or len(text) > 6:
        raise NotConfigured("setting_wrong", f"{variable} cannot be “{text}”.", "Use a whole number from 0 to 999999.")
    return int(text)
