"""What any provider behind HTTP must do, against a strict test server of its service.

An adapter's test is a subclass that names its server and builds its adapter; the server brings the table of what may go
wrong (`ImageService.MODES`), and the same table is printed in docs/providers.md.
"""

from __future__ import annotations

import base64
import functools
import json
import pickle
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest

from pod.http import Timeouts, any_address
from pod.model.errors import NotConfigured
from pod.providers.base import SAFE_TO_REPEAT, Capabilities, Outcome, OutcomeKind, Pending, Provider, ProviderRequest
from pod.providers.models import WARN_DAYS, sunset_warning
from pod.providers.remote import Outside
from pod.services.provider_call import How, Verdict, verdict
from tests.contracts.provider_contract import TODAY, ProviderContract, a_prompt
from tests.servers.imageservice import Call, ImageService, Mode, Mutation, everywhere, said, sent
from tests.servers.tasks import TaskService

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
PATIENT = Timeouts(connect_s=5.0, read_s=30.0, total_s=60.0)
HASTY = Timeouts(connect_s=5.0, read_s=0.4, total_s=60.0)
MUTATIONS_AT_LEAST = 20
USUAL_PX = 1024


OUTCOMES = Path(__file__).with_name("outcomes.json")


@functools.cache
def played_before() -> Mapping[str, Mapping[str, Mapping[str, str | int]]]:
    found: Mapping[str, Mapping[str, Mapping[str, str | int]]] = json.loads(OUTCOMES.read_text(encoding="utf-8"))
    return found


def what_follows(how: How, outcome: Outcome, can: Capabilities) -> str:
    """What the job does with an outcome, in a word."""
    if outcome.kind in (OutcomeKind.OK, OutcomeKind.WRONG_SIZE):
        return "kept" if outcome.kind is OutcomeKind.OK else "policy"
    return verdict(how, outcome.kind, can, ended=outcome.ended, not_there=outcome.not_there).value


class RemoteProviderContract(ProviderContract):
    server: ClassVar[type[ImageService]]
    mutations: ClassVar[Sequence[Mutation]]
    dialect: ClassVar[str] = ""
    """Where the same service is spoken to in more than one way: which this is."""

    @classmethod
    def title(cls) -> str:
        return f"{cls.server.NAME} {cls.dialect}".strip()

    def adapter(self, service: ImageService, outside: Outside, **settings: str) -> Provider:
        """The adapter, set up with a key that the service takes, and with these settings besides."""
        raise NotImplementedError

    def with_model(self, service: ImageService, outside: Outside, model: str) -> Provider:
        return self.adapter(service, outside, **({"model": model} if model else {}))

    # --- how the suite reaches it

    folder: Path
    """Of its own, for adapters that read a file."""

    @pytest.fixture(autouse=True)
    def _own_folder(self, tmp_path):
        self.folder = tmp_path

    def secret_file(self, text: str) -> Path:
        path = self.folder / "secret"
        path.write_text(f"{text}\n")
        return path

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        if "mode" in metafunc.fixturenames:
            metafunc.parametrize("mode", self.server.MODES, ids=[m.name for m in self.server.MODES])

    @pytest.fixture
    def service(self) -> Iterator[ImageService]:
        with self.server() as service:
            yield service

    @pytest.fixture
    def provider(self, service: ImageService) -> Provider:
        self.service = service
        return self.adapter(service, self.outside())

    def outside(self, timeouts: Timeouts = PATIENT) -> Outside:
        return Outside(timeouts, links=any_address, link_schemes=("http",), now=lambda: NOW)

    @contextmanager
    def unreachable(self, provider: Provider) -> Iterator[Provider]:
        self.service.stop()
        yield provider

    def request(self, provider: Provider, subject: str = "a fox under the moon", *, seed: int = 7) -> ProviderRequest:
        """At a small square that every model draws: the size is the point of one test only."""
        sizes = provider.capabilities.sizes_px
        width_px, height_px = min(sizes, key=lambda s: (s[0] != s[1], s[0] < USUAL_PX, s[0] * s[1]))
        return ProviderRequest(a_prompt(subject), seed, width_px, height_px)

    def charges(self, provider: Provider) -> int:
        return len(self.service.charged)

    def has_arrived(self, provider: Provider, picture: bytes) -> bool:
        """As it is, in a form or by an upload; or as base64 in JSON."""
        written = base64.b64encode(picture)
        return any(picture in call.body or written in call.body for call in self.service.calls)

    @property
    def gives(self) -> frozenset[OutcomeKind]:  # type: ignore[override]
        return frozenset(m.outcome for m in self.server.MODES)

    def provoked(self, provider: Provider, kind: OutcomeKind) -> Provider | None:
        modes = [m.name for m in self.server.MODES if m.outcome is kind and m.name != "hang"]
        if not modes:
            return None
        self.service.play(modes[0])
        return provider

    # --- failures

    def come_to(self, service: ImageService, mode: Mode) -> tuple[Outcome, Mapping[str, str | int]]:
        """The outcome of one picture that goes this way, and its row in the table of all of them."""
        provider = self.adapter(service, self.outside(HASTY if mode.name == "hang" else PATIENT))
        service.play(mode.name)
        answer = provider.submit(self.request(provider), "row-1")
        how = How.SUBMIT if isinstance(answer, Outcome) else How.POLL
        outcome = self.polled(provider, answer)
        follows = what_follows(how, outcome, provider.capabilities)
        return outcome, {"outcome": outcome.kind.value, "charged": len(service.charged), "follows": follows}

    def test_a_failure_comes_to_its_outcome_and_is_charged_for_as_it_should(self, service, mode: Mode):
        outcome, row = self.come_to(service, mode)
        assert row == played_before()[self.title()][mode.name], "run `make docs` and look at what changed"
        assert outcome.kind is mode.outcome, outcome.reason
        assert len(service.charged) == mode.charged
        if outcome.kind not in (OutcomeKind.OK, OutcomeKind.UNKNOWN):
            assert outcome.reason.endswith((".", "!", "?"))
            assert "  " not in outcome.reason
        if outcome.kind is not OutcomeKind.UNKNOWN:
            booked = outcome.cost is not None and outcome.cost.micros > 0
            assert booked == bool(mode.charged), "what the service charges for is booked, and nothing else"
        if outcome.kind in SAFE_TO_REPEAT:
            assert mode.charged == 0
        service._gone.set()

    @pytest.mark.parametrize("status", [400, 404, 410, 422])
    def test_a_look_that_is_refused_is_no_end_and_buys_nothing_anew(self, provider, monkeypatch, status):
        """A task that is not known there is told from a question that was wrong: only the first may show yet."""
        task = provider.submit(self.request(provider), "row-1")
        if isinstance(task, Outcome):
            pytest.skip("this provider answers at once")
        monkeypatch.setattr(self.service, "route", lambda _: said({"error": {"message": "No."}}, status))
        answer = provider.poll(task.task_id)
        if isinstance(answer, Pending):
            return  # a service whose tasks show late: its patience is the job's
        assert (answer.kind, answer.ended) == (OutcomeKind.UNKNOWN, False)
        assert answer.not_there == (status in (404, 410))
        wanted = Verdict.ASK_AGAIN if answer.not_there else Verdict.LOST
        assert verdict(How.POLL, answer.kind, provider.capabilities, not_there=answer.not_there) is wanted

    def test_after_a_failure_the_next_picture_comes(self, provider):
        self.service.play(*[m.name for m in self.server.MODES if m.name != "hang"])
        kinds = [self.finished(provider, self.request(provider)).kind for m in self.server.MODES]
        assert kinds[-1] is OutcomeKind.OK

    def test_every_failure_has_a_name_of_its_own_and_a_way_to_be_played(self):
        names = [m.name for m in self.server.MODES]
        assert len(set(names)) == len(names)
        assert self.server.MODES[0].outcome is OutcomeKind.OK
        played = [m for m in self.server.MODES if hasattr(self.server, m.method)]
        assert len(played) == len(names) or issubclass(self.server, TaskService)

    # --- honesty of the server

    def test_a_request_that_was_changed_on_its_way_is_refused_and_costs_nothing(self, provider):
        call, paid = self.genuine(provider), len(self.service.charged)
        names = {m.name for m in self.mutations}
        assert len(names) == len(self.mutations) >= MUTATIONS_AT_LEAST
        taken = [m.name for m in self.mutations if self.service.send(m.change(call)) < 400]
        assert taken == []
        assert len(self.service.charged) == paid
        assert self.service.send(call) < 400, "unchanged, it is taken"

    def test_a_body_that_was_changed_anywhere_is_refused(self, provider):
        call, paid = self.genuine(provider), len(self.service.charged)
        if not call.header("Content-Type").startswith("application/json"):
            pytest.skip("a form, whose fields are changed one by one above")
        taken = [m.name for m in everywhere(call) if self.service.send(m.change(call)) < 400]
        assert taken == list(self.takes)
        assert len(self.service.charged) == paid + len(taken)

    takes: ClassVar[Sequence[str]] = ()
    """Changes that the real service takes as well."""

    def genuine(self, provider: Provider) -> Call:
        """The call by which the adapter asks for a picture."""
        self.finished(provider, self.request(provider))
        return sent(self.service.paid_calls()[-1])

    # --- secrets and words

    def test_nothing_that_is_said_or_kept_holds_the_key(self, provider):
        for mode in self.server.MODES:
            if mode.name == "hang":
                continue
            self.service.play(mode.name)
            outcome = self.finished(provider, self.request(provider))
            assert self.secret not in repr(replace(outcome, picture=None))
        assert self.secret not in repr(self.service.calls[-1].path)

    secret: ClassVar[str]
    """The key that the server takes."""

    def test_a_key_that_is_not_taken_is_told_by_a_look_that_costs_nothing(self, provider, monkeypatch):
        """What `pod doctor` says of it."""
        spoilt = next((m for m in self.mutations if m.name == "another key"), None)
        if spoilt is None:
            pytest.skip("this service asks for no key")
        route = self.service.route
        monkeypatch.setattr(self.service, "route", lambda call: route(spoilt.change(call)))
        assert f"POD_{provider.name.upper()}_" in provider.check_key()
        assert self.service.charged == []
        monkeypatch.undo()
        assert provider.check_key() == ""

    # --- models

    def test_a_retired_model_cannot_be_configured(self, service):
        for model in self.with_model(service, self.outside(), "").models:
            if model.retired(TODAY):
                with pytest.raises(NotConfigured, match=model.replaced_by):
                    self.with_model(service, self.outside(), model.id)

    def test_a_model_that_there_never_was_cannot_be_configured(self, service):
        with pytest.raises(NotConfigured, match="no-such-model"):
            self.with_model(service, self.outside(), "no-such-model")

    def test_the_configured_model_comes_first_and_draws(self, service):
        self.service = service
        for model in self.with_model(service, self.outside(), "").models:
            if model.retired(TODAY):
                continue
            provider = self.with_model(service, self.outside(), model.id)
            outcome = self.finished(provider, self.request(provider))
            assert (outcome.kind, outcome.model) == (OutcomeKind.OK, model.id), outcome.reason
            assert provider.estimate(self.request(provider)).micros >= outcome.cost.micros

    def test_a_month_before_its_end_a_model_is_warned_about(self, provider):
        for model in provider.models:
            if model.sunset_on is None:
                assert sunset_warning(model, TODAY) == ""
                continue
            day = model.sunset_on
            assert sunset_warning(model, day - timedelta(days=WARN_DAYS + 1)) == ""
            warning = sunset_warning(model, day - timedelta(days=WARN_DAYS))
            assert model.replaced_by in warning
            assert str(day.year) in warning

    def test_every_price_says_where_it_stands_and_since_when(self, provider):
        for model in provider.models:
            if model.retired(TODAY):
                continue
            assert (model.price.micros == 0) == self.free, model.id
            assert bool(model.price_source) != self.free, model.id
            assert model.price_since.year >= 2025

    # --- pictures along

    def test_more_pictures_than_it_takes_along_are_refused_before_anything_is_sent(self, provider):
        request = replace(self.request(provider), references=(b"x",) * (provider.capabilities.references + 1))
        outcome = self.finished(provider, request)
        assert outcome.kind is OutcomeKind.INVALID_REQUEST
        assert self.service.calls == []

    def test_its_answers_can_cross_to_another_process(self, provider):
        outcome = self.finished(provider, self.request(provider))
        assert isinstance(pickle.loads(pickle.dumps(outcome)), Outcome)
