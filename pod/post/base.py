"""How a carrier is found: its module ends in ``CARRIER = CarrierFactory(…)``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class CarrierFactory:
    """`settings` is a frozen dataclass of ``POD_<NAME>_<FIELD>`` variables."""

    name: str
    settings: type
    build: Any
    summary: str
