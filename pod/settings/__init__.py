"""Every setting: read once, all problems at once, nothing written.

Any setting, a secret above all, may also come from a file named by ``…_FILE``. `variables` has those of Pod itself,
`adapters` says how an adapter reads its own.
"""

from __future__ import annotations

import dataclasses
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pod.model.budget import Budgets
from pod.model.errors import PodError, Problems
from pod.model.money import Money
from pod.settings.reading import read_all
from pod.settings.secret_key import kept_key


@dataclass(frozen=True, slots=True)
class Settings:
    data_dir: Path
    database_url: str
    files_dir: Path
    erased_list: Path
    secret_key: str = dataclasses.field(repr=False)
    public_url: str
    proxies: int
    hosts: tuple[str, ...]
    daily_per_visitor: int
    cmyk_profile: str
    providers: tuple[str, ...]
    daily_budget: Money
    daily_budget_all: Money | None
    daily_budget_per_provider: Money | None
    daily_budget_per_visitor: Money | None
    daily_budget_per_customer: Money | None
    approvals: str
    on_unknown: str
    on_wrong_size: str
    repairs: int
    route: str
    routing: str
    environ: Mapping[str, str] = dataclasses.field(repr=False)

    @property
    def first_password_file(self) -> Path:
        return self.data_dir / "admin-password.txt"

    @property
    def lock_file(self) -> Path:
        return self.data_dir / "runner.lock"

    @staticmethod
    def from_env(environ: Mapping[str, str]) -> Settings:
        """The settings of `environ`; `Problems` names every variable that cannot be used, with what is allowed."""
        read, problems = read_all(environ)
        if problems:
            raise SettingsWrong(problems)
        return Settings(
            data_dir=read["POD_DATA_DIR"],
            database_url=read["POD_DATABASE_URL"],
            files_dir=read["POD_FILES_URL"],
            erased_list=read["POD_ERASED_LIST"],
            secret_key=read["POD_SECRET_KEY"],
            public_url=read["POD_PUBLIC_URL"],
            proxies=read["POD_PROXIES"],
            hosts=read["POD_HOSTS"],
            daily_per_visitor=read["POD_DAILY_PER_VISITOR"],
            cmyk_profile=read["POD_CMYK_PROFILE"],
            providers=read["POD_PROVIDERS"],
            daily_budget=read["POD_DAILY_BUDGET"],
            daily_budget_all=read["POD_DAILY_BUDGET_ALL"],
            daily_budget_per_provider=read["POD_DAILY_BUDGET_PER_PROVIDER"],
            daily_budget_per_visitor=read["POD_DAILY_BUDGET_PER_VISITOR"],
            daily_budget_per_customer=read["POD_DAILY_BUDGET_PER_CUSTOMER"],
            approvals=read["POD_APPROVALS"],
            on_unknown=read["POD_ON_UNKNOWN"],
            on_wrong_size=read["POD_ON_WRONG_SIZE"],
            repairs=read["POD_REPAIRS"],
            route=read["POD_ROUTE"],
            routing=read["POD_ROUTING"],
            environ=environ,
        )

    @property
    def budgets(self) -> Budgets:
        return Budgets(
            self.daily_budget,
            self.daily_budget_all,
            self.daily_budget_per_provider,
            self.daily_budget_per_visitor,
            self.daily_budget_per_customer,
        )

    @property
    def takes_callbacks(self) -> bool:
        """Image services and partners call https addresses only."""
        return self.public_url.startswith("https://")

    def callback_address(self, provider: str) -> str:
        """Where an image service says that there is news of a task; "" where it cannot."""
        if not self.takes_callbacks:
            return ""
        return f"{self.public_url}/callbacks/{provider}/{self.callback_secret(provider)}"

    def callback_secret(self, provider: str) -> str:
        """The word in the address that nobody guesses: 128 bits, another one for each service."""
        return hmac.new(self.secret_key.encode(), f"callback:{provider}".encode(), "sha256").hexdigest()[:32]

    def webhook_address(self, partner: str) -> str:
        """Where a partner says that there is news of an order; "" where it cannot."""
        return f"{self.public_url}/webhooks/{partner}/{self.webhook_secret(partner)}" if self.takes_callbacks else ""

    def webhook_secret(self, partner: str) -> str:
        """As `callback_secret`, for a partner."""
        return hmac.new(self.secret_key.encode(), f"webhook:{partner}".encode(), "sha256").hexdigest()[:32]

    def with_kept_key(self) -> Settings:
        """With the key that was set, or else the one that the first start made in the data folder."""
        return self if self.secret_key else dataclasses.replace(self, secret_key=kept_key(self.data_dir))


class SettingsWrong(Problems):
    """Wrong settings stop the start with the exit code for configuration, not for input."""

    kind = "configuration"

    def __init__(self, problems: Iterable[tuple[str, PodError]]) -> None:
        found = tuple(problems)
        cannot = "1 setting cannot be used." if len(found) == 1 else f"{len(found)} settings cannot be used."
        super().__init__("settings", cannot, found)
