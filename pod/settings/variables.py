"""Every variable of Pod's own: name, default, meaning, check. A new setting is a row here and a field of `Settings`."""

from __future__ import annotations

from dataclasses import dataclass

from pod.model.repair import MOST_PAID_REPAIRS
from pod.services.router import ROUTES
from pod.settings.checks import (
    Check,
    count,
    database_url,
    dollars,
    dollars_or_none,
    file,
    files_dir,
    folder,
    host_names,
    names,
    one_of,
    press_profile,
    public_url,
    secret,
    up_to,
)


@dataclass(frozen=True, slots=True)
class Variable:
    """`default` may name ``<data>``; `unset` says what happens without a value where that is not a value itself.

    `check` turns the text into the value; its `ValueError` is the sentence that says what is allowed.
    """

    name: str
    default: str
    meaning: str
    check: Check = str
    secret: bool = False
    unset: str = ""


VARIABLES = (
    Variable("POD_DATA_DIR", "var", "Folder for the database, files and motif packages.", folder),
    Variable("POD_DATABASE_URL", "sqlite:///<data>/pod.db", "SQLite file or PostgreSQL database.", database_url),
    Variable("POD_FILES_URL", "file:<data>/files", "Where artwork and print files are kept.", files_dir),
    Variable(
        "POD_ERASED_LIST",
        "<data>/../pod-erased.list",
        "The list of what was erased, without names; outside the data folder, so that no restore takes it back.",
        file,
    ),
    Variable(
        "POD_SECRET_KEY",
        "",
        "Signs cookies and links; at least 32 bytes.",
        secret,
        secret=True,
        unset="made on first start, kept in <data>/secret.key",
    ),
    Variable(
        "POD_PUBLIC_URL", "http://127.0.0.1:8080", "The address that customers see; links begin with it.", public_url
    ),
    Variable(
        "POD_PROXIES",
        "0",
        "How many proxies of yours stand before Pod; their X-Forwarded-… headers are believed.",
        up_to(9),
    ),
    Variable(
        "POD_HOSTS",
        "",
        "Other host names that Pod answers to, separated by commas; one with a leading dot stands for all under it.",
        host_names,
        unset="none",
    ),
    Variable(
        "POD_DAILY_PER_VISITOR",
        "300",
        "How many uploads, designs and other work a shopper's address may ask for in a day.",
        count,
    ),
    Variable(
        "POD_CMYK_PROFILE",
        "",
        "The press profile (.icc) of PDF/X and of CMYK files; `none` for neither.",
        press_profile,
        unset="ISO Coated v2 300 % (FOGRA39), which comes with Pod",
    ),
    Variable("POD_PROVIDERS", "embedded", "Image providers in order of preference, separated by commas.", names),
    Variable(
        "POD_DAILY_BUDGET",
        "0",
        "US dollars a tenant may spend on pictures in a day; 0 allows free providers only.",
        dollars,
    ),
    Variable(
        "POD_DAILY_BUDGET_ALL",
        "",
        "US dollars that all tenants together may spend on pictures in a day.",
        dollars_or_none,
        unset="no bound",
    ),
    Variable(
        "POD_DAILY_BUDGET_PER_PROVIDER",
        "",
        "US dollars that may be spent with one provider in a day, by all tenants together.",
        dollars_or_none,
        unset="no bound",
    ),
    Variable(
        "POD_DAILY_BUDGET_PER_VISITOR",
        "",
        "US dollars that the pictures of one shopper's address may cost in a day; what came to nothing does not count.",
        dollars_or_none,
        unset="no bound",
    ),
    Variable(
        "POD_DAILY_BUDGET_PER_CUSTOMER",
        "",
        "US dollars that the pictures of one customer, as your program names them, may cost in a day; counted likewise.",
        dollars_or_none,
        unset="no bound",
    ),
    Variable(
        "POD_APPROVALS",
        "shopper",
        "Whose approval a design needs: shopper, shop or both.",
        one_of("shopper", "shop", "both"),
    ),
    Variable(
        "POD_ON_UNKNOWN",
        "ask",
        "A paid picture whose answer was lost: ask (a person decides) or repeat.",
        one_of("ask", "repeat"),
    ),
    Variable(
        "POD_ON_WRONG_SIZE",
        "keep",
        "A picture that comes smaller than asked for: keep it as what it is, upscale it by a service (Stability's), ask elsewhere,"
        " or refuse it.",
        one_of("keep", "upscale", "elsewhere", "refuse"),
    ),
    Variable(
        "POD_REPAIRS",
        "1",
        "How often a picture that cannot be printed, or came cut off, with words in it or on a scene, is asked for again and paid"
        " for by itself: 0, 1 or 2 times. What costs nothing is tried in any case.",
        up_to(MOST_PAID_REPAIRS),
    ),
    Variable(
        "POD_ROUTE",
        "order",
        "Which provider is asked first: the first of POD_PROVIDERS (order), the cheapest (price) or the fastest of late (speed).",
        one_of(*ROUTES),
    ),
    Variable(
        "POD_ROUTING",
        "",
        "A file of your own rules for which partner makes what; `fulfillment/routing.toml` shows the form.",
    ),
)
