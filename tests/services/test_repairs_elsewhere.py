"""A better picture that comes too small, from one service after the other: no more are paid for than the shop allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from pod.http import any_address
from pod.model.design import Candidate, CandidateState, Design
from pod.model.repair import Way
from pod.providers.gemini import Gemini, GeminiSettings
from pod.providers.ideogram import Ideogram, IdeogramSettings
from pod.providers.openai import OpenAi, OpenAiSettings
from pod.providers.remote import Outside
from pod.providers.stability import Stability, StabilitySettings
from pod.services import asking
from tests.servers.gemini import KEY as GEMINI_KEY
from tests.servers.gemini import GeminiService
from tests.servers.ideogram import KEY as IDEOGRAM_KEY
from tests.servers.ideogram import IdeogramService
from tests.servers.imageservice import ImageService
from tests.servers.openai import KEY as OPENAI_KEY
from tests.servers.openai import OpenAiService
from tests.servers.stability import KEY as STABILITY_KEY
from tests.servers.stability import StabilityService
from tests.services.bench import OPERATOR, Bench
from tests.services.test_repairing import WHILE_S, small

SERVICES = {
    "gemini": (GeminiService, lambda url: (Gemini, GeminiSettings(api_key=GEMINI_KEY, base_url=url))),
    "stability": (StabilityService, lambda url: (Stability, StabilitySettings(api_key=STABILITY_KEY, base_url=url))),
    "ideogram": (IdeogramService, lambda url: (Ideogram, IdeogramSettings(api_key=IDEOGRAM_KEY, base_url=url))),
    "openai": (OpenAiService, lambda url: (OpenAi, OpenAiSettings(api_key=OPENAI_KEY, base_url=url))),
}


@dataclass
class Shop:
    """Gemini draws first; the others are there to be asked after it."""

    bench: Bench
    running: dict[str, ImageService]

    def drawn(self) -> Design:
        design = self.bench.drawn()
        self.bench.wait(WHILE_S)
        return self.bench.design(design)

    def candidate(self, design: Design) -> Candidate:
        return self.bench.candidate(design)

    @property
    def charged(self) -> dict[str, int]:
        return {name: len(service.charged) for name, service in self.running.items()}


@pytest.fixture
def open_shop(open_a_bench) -> Iterator[Callable[..., Shop]]:
    with ExitStack() as stack:

        def opening(**choices: object) -> Shop:
            running = {name: stack.enter_context(server()) for name, (server, _) in SERVICES.items()}
            outside, providers = Outside(links=any_address), {}
            for name, (_, adapter) in SERVICES.items():
                kind, settings = adapter(running[name].url)
                providers[name] = small(kind(settings, outside))
            bench = open_a_bench(**{"repairs": 2, "on_wrong_size": "elsewhere", **choices})
            bench.tools.providers = providers
            return Shop(bench, running)

        yield opening


def too_small_everywhere(shop: Shop) -> Design:
    """The first picture can be stored and not be printed; whatever is asked for after it comes too small."""
    shop.running["gemini"].returns(*["blank"] * 2)
    shop.running["gemini"].play("ok", "smaller")
    for name in ("stability", "ideogram", "openai"):
        shop.running[name].play(*["smaller"] * 9)
    return shop.drawn()


@pytest.mark.parametrize("repairs", [1, 2])
def test_services_that_deliver_too_small_one_after_the_other_are_not_paid_beyond_the_limit(open_shop, repairs):
    shop = open_shop(repairs=repairs)
    design = too_small_everywhere(shop)
    charged = shop.charged
    assert charged["gemini"] == 2, "the picture that is kept, and the first better one that came too small"
    assert sum(charged.values()) == 1 + repairs
    candidate = shop.candidate(design)
    assert candidate.state is CandidateState.READY
    assert all(step.outcome for step in candidate.repairs)
    booked = [row for row in shop.bench.ledger(design) if row.actual and row.actual.micros]
    assert len(booked) == 1 + repairs


def test_a_service_that_refuses_without_a_charge_is_no_repair_and_the_next_is_asked(open_shop):
    shop = open_shop(repairs=2)
    shop.running["gemini"].returns("blank")
    shop.running["gemini"].play("ok", "invalid")
    shop.running["stability"].play("smaller")
    shop.running["ideogram"].play("wrong key")
    design = shop.drawn()
    assert [step.way for step in shop.candidate(design).repairs][:2] == [Way.REROLL, Way.ELSEWHERE]
    drew = shop.bench.designs.artwork(OPERATOR, shop.candidate(design).artwork_id).provenance.provider
    assert drew == "openai", "a refusal is no charge: the next service is asked"
    assert sum(shop.charged.values()) == 3


def test_control_a_limit_that_is_looked_at_only_before_a_step_is_passed_within_it(open_shop, monkeypatch):
    shop = open_shop(repairs=1)
    monkeypatch.setattr(asking, "paid_repairs", lambda *_: 0)
    too_small_everywhere(shop)
    assert sum(shop.charged.values()) > 2
