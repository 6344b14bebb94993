"""One small tree of errors. Each says what happened, why it matters and what to do next.

`code` is stable and part of the API; `message` is the sentence for a person; `hint` is the way out; `details` carries
the measured and the required value. `pod.web.errors` maps the classes to HTTP, `pod.cli` to exit codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


class PodError(Exception):
    """Anything Pod tells a person about. Never raised bare: a subclass says what kind it is."""

    kind = "unexpected"

    def __init__(self, code: str, message: str, hint: str = "", **details: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.details: Mapping[str, Any] = details

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[Any, ...]:
        # an error crosses from the child process that works on pictures with all that it says
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[PodError], args: tuple[Any, ...], state: dict[str, Any]) -> PodError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class InputRefused(PodError):
    """What was given cannot be used; nothing was changed or spent."""

    kind = "input"


class TooMuchWork(InputRefused):
    """Picture work reached its limit of time or memory, or its process died. It may be the hour and not the picture: a job tries again."""


class Problems(InputRefused):
    """Several things are wrong with one input: all of them, at once. `problems` is (where, error) in input order."""

    def __init__(self, code: str, message: str, problems: Iterable[tuple[str, PodError]]) -> None:
        self.problems = tuple(problems)
        lines = [{"where": where, "code": e.code, "message": e.message, "hint": e.hint} for where, e in self.problems]
        super().__init__(code, message, " ".join(str(e) for _, e in self.problems), problems=lines)


class ChecksBlocked(PodError):
    """Composition checks or preflight found something that cannot print."""

    kind = "checks"


class ProviderFailed(PodError):
    """An image service did not deliver; `details['outcome']` names how."""

    kind = "provider"


class PartnerFailed(PodError):
    """A fulfillment partner refused, could not be reached or left the outcome unknown."""

    kind = "partner"


class NotConfigured(PodError):
    """A setting is missing or wrong; the message names the variable."""

    kind = "configuration"


class NotFound(PodError):
    """There is no such thing, or it is not the caller's: the two are not told apart."""

    kind = "missing"


class NotAllowed(PodError):
    """The caller is known and may not do this."""

    kind = "forbidden"


class NotSignedIn(PodError):
    """The caller must sign in or send a key."""

    kind = "unauthenticated"


class Conflict(PodError):
    """The thing is in a state that does not allow this, or someone else was first."""

    kind = "conflict"


class IllegalMove(Conflict):
    """A state table has no such move."""

    def __init__(self, thing: str, came_from: str, wanted: str, allowed: Iterable[str]) -> None:
        ways = ", ".join(sorted(allowed)) or "nothing: it is final"
        super().__init__(
            "illegal_move",
            f"The {thing} is {came_from.replace('_', ' ')} and cannot become {wanted.replace('_', ' ')}.",
            f"From here it can become: {ways.replace('_', ' ')}.",
            thing=thing,
            state=came_from,
            wanted=wanted,
        )


class LostLease(Conflict):
    """A job's lease lapsed and another worker owns it now: stop and write nothing."""

    def __init__(self, job_id: int, fence: int) -> None:
        super().__init__(
            "lost_lease",
            f"Job {job_id} has been taken over by another worker.",
            "Nothing to do: the newer worker finishes it.",
            job_id=job_id,
            fence=fence,
        )


class TooManyRequests(PodError):
    """A limit or a budget is used up; `details['retry_after_s']` says when it opens again."""

    kind = "limit"


class Unavailable(PodError):
    """Pod itself cannot do this now (disk full, database away); paid orders are still taken."""

    kind = "unavailable"
