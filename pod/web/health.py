"""Whether Pod lives, whether it can work, and how much it has to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flask import Blueprint, Flask, Response, jsonify, make_response

from pod import __version__
from pod.model.errors import PodError
from pod.services.ledger import start_of_day
from pod.web.auth import allow
from pod.web.context import caller, services

health = Blueprint("health", __name__)

_LEAST_ROOM = 200_000_000
"""Bytes of disk without which an order can no longer be written down for certain."""


def install(app: Flask) -> None:
    app.register_blueprint(health)


@health.get("/healthz")
@allow("anyone")
def healthz() -> Response:
    return jsonify(status="ok")


@health.get("/readyz")
@allow("anyone")
def readyz() -> Response:
    """503 while a part cannot work; `parts` says which."""
    parts = {name: _works(check) for name, check in _CHECKS.items()}
    response = jsonify(status="ready" if all(parts.values()) else "not ready", parts=parts)
    if not all(parts.values()):
        response.status_code = 503
        response.headers["Retry-After"] = "10"
    return response


def _works(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (PodError, OSError):
        return False


def _database() -> bool:
    services().store.check_schema()
    return True


def _files() -> bool:
    with services().files.workspace() as folder:
        (folder / "probe").write_bytes(b"1")
    return True


_CHECKS: dict[str, Callable[[], bool]] = {
    "database": _database,
    "files": _files,
    "disk": lambda: services().files.free_bytes() > _LEAST_ROOM,
    "runner": lambda: services().runner.at_work,
}


@health.get("/metrics")
@allow("metrics")
def metrics() -> Response:
    """Prometheus text."""
    response = make_response("".join(f"{line}\n" for line in _lines()))
    response.content_type = "text/plain; version=0.0.4; charset=utf-8"
    return response


def _lines() -> Iterator[str]:
    now = services().clock.now()
    with services().store.reading() as tx:
        counts, ages = tx.jobs.counts(), tx.jobs.oldest_ready_s()
        spent = tx.ledger.spent(caller().tenant_id, start_of_day(now))
    yield "# TYPE pod_info gauge"
    yield f'pod_info{{version="{__version__}",database="{services().store.database.version}"}} 1'
    yield "# TYPE pod_free_disk_bytes gauge"
    yield f"pod_free_disk_bytes {services().files.free_bytes()}"
    yield "# TYPE pod_database_log_bytes gauge"
    yield f"pod_database_log_bytes {services().store.database.wal_bytes()}"
    yield "# TYPE pod_jobs gauge"
    for lane, states in counts.items():
        for state, number in states.items():
            yield f'pod_jobs{{lane="{lane}",state="{state}"}} {number}'
    yield "# TYPE pod_oldest_ready_job_seconds gauge"
    for lane, age_s in ages.items():
        yield f'pod_oldest_ready_job_seconds{{lane="{lane}"}} {age_s:.3f}'
    yield "# TYPE pod_spent_today_usd gauge"
    yield f"pod_spent_today_usd {spent.micros / 1_000_000:.6f}"
