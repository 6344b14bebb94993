"""A bench of one's own; and such as begin with a proofed or an approved design, made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pod.model.design import DesignState
from tests.services.bench import Bench, copied, open_bench


@pytest.fixture
def open_a_bench(tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """Opens a bench; its choices as keywords."""
    opened: list[Bench] = []

    def opening(folder: Path = tmp_path / "bench", **choices: object) -> Bench:
        opened.append(open_bench(folder, **choices))
        return opened[-1]

    yield opening
    for bench in opened:
        bench.store.close()


@pytest.fixture
def bench(open_a_bench: Callable[..., Bench]) -> Bench:
    return open_a_bench()


@pytest.fixture(scope="session")
def proofed_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a bench on which one design has been drawn, prepared and proofed, by the real steps."""
    folder = tmp_path_factory.mktemp("proofed")
    bench = open_bench(folder)
    design = bench.proofed()
    assert design.state is DesignState.PROOF_READY, design.reason
    bench.store.checkpoint()
    bench.store.close()
    return folder


@pytest.fixture(scope="session")
def approved_template(tmp_path_factory: pytest.TempPathFactory, proofed_template: Path) -> Path:
    folder = copied(proofed_template, tmp_path_factory.mktemp("approved") / "shop")
    bench = open_bench(folder)
    bench.approved()
    bench.store.checkpoint()
    bench.store.close()
    return folder


@pytest.fixture
def with_a_proof(proofed_template: Path, tmp_path: Path, open_a_bench: Callable[..., Bench]) -> Callable[..., Bench]:
    """Opens a bench that begins with a proofed design; its choices as keywords."""
    return lambda **choices: open_a_bench(copied(proofed_template, tmp_path / "proofed"), **choices)


@pytest.fixture
def proof(with_a_proof: Callable[..., Bench]) -> Bench:
    return with_a_proof()


@pytest.fixture
def open_a_shop(approved_template: Path, tmp_path: Path, open_a_bench: Callable[..., Bench]) -> Callable[..., Bench]:
    """Opens a bench that begins with an approved design; its choices as keywords."""
    return lambda **choices: open_a_bench(copied(approved_template, tmp_path / "shop"), **choices)


@pytest.fixture
def shop(open_a_shop: Callable[..., Bench]) -> Bench:
    return open_a_shop()
