"""The provider port: brief in, one normalised outcome out.

`submit` answers at once with an `Outcome`, or with `Pending` and a time to look again: no worker waits. What an adapter
cannot do is said in its `Capabilities`, never by an ``if name == …`` elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

from pod.model.artwork import LetteringSlot
from pod.model.brief import Prompt
from pod.model.money import Money


class OutcomeKind(StrEnum):
    OK = "ok"
    BLOCKED = "blocked"
    NO_IMAGE = "no_image"
    WRONG_SIZE = "wrong_size"
    INVALID_REQUEST = "invalid_request"
    AUTH = "auth"
    QUOTA = "quota"
    RATE_LIMITED = "rate_limited"
    UNAVAILABLE = "unavailable"
    MODEL_GONE = "model_gone"
    UNKNOWN = "unknown"


SAFE_TO_REPEAT = frozenset({OutcomeKind.RATE_LIMITED, OutcomeKind.UNAVAILABLE})
"""Refused before acceptance: nothing was charged. `UNKNOWN` is not among them and never will be."""

NEXT_PROVIDER = frozenset({OutcomeKind.UNAVAILABLE, OutcomeKind.QUOTA, OutcomeKind.AUTH, OutcomeKind.MODEL_GONE})
"""Another provider may be asked. A block is not among them: it is the answer, and is not rerouted to a laxer one."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Bytes as they came; `vector` is the SVG where the provider draws one. Type and size are checked, never believed.

    `border_meant` is said by who draws frames on purpose: an image model that draws one did not hear.
    """

    data: bytes
    vector: bytes | None = None
    slots: tuple[LetteringSlot, ...] = ()
    palette: tuple[str, ...] = ()
    ground: str = ""
    credits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    border_meant: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """`reason` is a sentence for a person; `provider_code` the provider's own word; `until` when it may be asked again.

    `ended` is said of a task that is over without a picture and without a charge: it may be asked for anew, whatever kind
    of failure it was. `not_there` is said of a look at a task that the service does not know, not yet or not any more. A picture comes with `OK`, and with `WRONG_SIZE`: that one is paid for, and what becomes of it is the shop's policy.
    """

    kind: OutcomeKind
    picture: Picture | None = None
    model: str = ""
    request_id: str = ""
    cost: Money | None = None
    reason: str = ""
    provider_code: str = ""
    stage: str = ""
    until: datetime | None = None
    ended: bool = False
    not_there: bool = False
    raw: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """Accepted, and perhaps charged: the task id is stored before anything else, and only polled from then on."""

    task_id: str
    poll_after_s: float


@dataclass(frozen=True, slots=True)
class Capabilities:
    """`local_cpu` adapters draw in this machine's own processor time and are run in a child process; `self_hosted` ones run
    on a machine of the shop's own. Whatever is neither is a service outside.

    `references` is how many pictures a request may bring along. `patience_s` is how long a task is waited for before its
    answer counts as lost. `redraws`: what it edits it has drawn itself, and draws it again with a colour, a mood or a style
    changed. `parallel` and `per_minute` bound the calls of all workers together; 0 is no bound.
    """

    sizes_px: tuple[tuple[int, int], ...]
    alpha: bool
    seed: bool
    edits: bool
    vector: bool
    references: int = 0
    masks: bool = False
    redraws: bool = False
    local_cpu: bool = False
    self_hosted: bool = False
    idempotent: bool = False
    finds_by_key: bool = False
    signed_callback: bool = False
    prompt_family: str = "sentences"
    patience_s: float = 3600.0
    parallel: int = 0
    per_minute: int = 0


class Flow(StrEnum):
    """Whether the picture comes with the answer, or a task that is asked about."""

    SYNC = "sync"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of a model's pixel table: what is asked for by size and ratio, and the pixels that come of it."""

    size: str
    ratio: str
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Model:
    """A row of a provider's model file. A retired id is refused with its replacement's name.

    `price` is that of its dearest picture, `prices` that of each size; not `price_verified` where no page of the service
    itself names it. `rates` are micro-dollars for a million tokens by
    kind, `allowance` the tokens that an estimate allows for beside the picture's own.
    """

    id: str
    provider: str
    aliases: tuple[str, ...]
    sunset_on: date | None
    replaced_by: str
    price: Money
    price_since: date
    verified_on: date
    frames: tuple[Frame, ...] = ()
    prices: Mapping[str, Money] = field(default_factory=dict)
    rates: Mapping[str, int] = field(default_factory=dict)
    allowance: Mapping[str, int] = field(default_factory=dict)
    flow: Flow = Flow.SYNC
    references: int = 0
    alpha: bool = False
    seed: bool = False
    price_source: str = ""
    price_verified: bool = True
    options: Mapping[str, Any] = field(default_factory=dict)

    def retired(self, today: date) -> bool:
        return self.sunset_on is not None and self.sunset_on <= today


@dataclass(frozen=True, slots=True)
class ProviderRequest:
    """One picture. `seed` is given even to providers without one: it is part of the candidate's recipe.

    `references` are pictures that it is drawn after, the first of them being what an edit changes; only where `mask`, a PNG
    of the same size, is clear. `addresses` are where the references were put up, for a service that takes them from there.
    """

    prompt: Prompt
    seed: int
    width_px: int
    height_px: int
    model: str = ""
    references: tuple[bytes, ...] = ()
    mask: bytes = b""
    addresses: tuple[str, ...] = ()


class Provider(Protocol):
    """An adapter. Building requests and reading answers are pure; only `submit`, `poll`, `find`, `check_key` call out, and
    `read_callback` where keys have to be fetched."""

    name: str

    @property
    def capabilities(self) -> Capabilities: ...

    @property
    def models(self) -> tuple[Model, ...]: ...

    def estimate(self, request: ProviderRequest) -> Money:
        """What this request will cost at most; reserved against the budget before the call."""
        ...

    def submit(self, request: ProviderRequest, key: str) -> Outcome | Pending:
        """Ask for the picture. `key` is the ledger row's id: sent where the provider has an idempotency field."""
        ...

    def poll(self, task_id: str) -> Outcome | Pending: ...

    def find(self, key: str) -> Outcome | Pending | None:
        """The result of an earlier `submit` with `key`, where the provider can say; None is "surely never arrived".

        Adapters without `finds_by_key` answer an `UNKNOWN` outcome.
        """
        ...

    def edit(self, request: ProviderRequest, instruction: str, key: str) -> Outcome | Pending: ...

    def read_callback(self, headers: Mapping[str, str], body: bytes) -> str | None:
        """The service's own id of the task that a genuine callback speaks of; None when its signature is wrong.

        Only ever a reason to `poll`. A task id of ours begins with it: see `pod.providers.remote.Ticket`.
        """
        ...

    def check_key(self) -> str:
        """ "" when the account answers; otherwise a sentence that says what is wrong and what to set."""
        ...


@runtime_checkable
class PutsUp(Provider, Protocol):
    """A provider whose service takes pictures from addresses only, which are part of the request that a key stands for."""

    def put_up(self, request: ProviderRequest) -> tuple[str, ...] | Outcome:
        """Puts the request's references where the service takes them from, for nothing; an `Outcome` where that fails.

        Each time they get other addresses: whoever would be able to ask again under the same key keeps these.
        """
        ...


@runtime_checkable
class Enlarger(Provider, Protocol):
    """A provider that can also make a picture larger: another call, with a price of its own. See `models.enlarged_px`."""

    @property
    def enlargers(self) -> tuple[Model, ...]: ...

    def enlarge(self, request: ProviderRequest, key: str) -> Outcome | Pending:
        """The first of the request's references, by the one of `enlargers` that it names."""
        ...


@dataclass(frozen=True, slots=True)
class ProviderFactory:
    """What an adapter module ends in: ``PROVIDER = ProviderFactory("embedded", EmbeddedSettings, Embedded)``.

    `settings` is a frozen dataclass of ``POD_<NAME>_<FIELD>`` variables; a field without a default must be set before
    the adapter counts as set up. `build(settings)` makes the adapter. `called_back` says that its service can call an
    address of ours when there is news of a task; a setting that takes this address has ``callback`` in its metadata.
    """

    name: str
    settings: type
    build: Any
    summary: str = ""
    called_back: bool = False
