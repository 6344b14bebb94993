"""Etsy's OAuth 2: an access token lives an hour, a refresh token ninety days, and every refresh gives another of both.

https://developers.etsy.com/documentation/essentials/authentication#requesting-a-refresh-oauth-token
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from fulfillment.shops.base import Keep, read
from pod.http import Client, Reply
from pod.model.errors import PartnerFailed

_PATH = "/v3/public/oauth/token"
_BEFORE_IT_LAPSES_S = 120
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class _Pair:
    """`given` names the refresh token of the settings from which these come: another one there begins anew."""

    given: str
    access: str
    refresh: str
    lapses_s: float


class EtsyKeys:
    """`access` is asked before every call. What a refresh gives is kept before it is used: the token before it is worth
    nothing any more."""

    def __init__(
        self,
        client: Client,
        keystring: str,
        refresh_token: str,
        keep: Callable[[], Keep],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._client, self._keystring, self._now = client, keystring, now
        self._keep = keep
        self._given = hashlib.sha256(refresh_token.encode()).hexdigest()[:16]
        self._first = _Pair(self._given, "", refresh_token, 0.0)
        self._given_out = self._refused = ""
        self._refreshing = threading.Lock()

    def access(self) -> str:
        with self._refreshing:
            pair = self._kept()
            fresh = pair.access != self._refused and pair.lapses_s > self._now().timestamp() + _BEFORE_IT_LAPSES_S
            self._given_out = (pair if fresh else self._refreshed(pair)).access
            return self._given_out

    def refuse(self) -> None:
        """Etsy did not accept the last one, however fresh it seemed."""
        self._refused = self._given_out

    def _kept(self) -> _Pair:
        try:
            pair = _Pair(**json.loads(self._keep().kept("etsy") or "{}"))
        except (ValueError, TypeError):
            return self._first
        return pair if pair.given == self._given else self._first

    def _refreshed(self, was: _Pair) -> _Pair:
        form = {"grant_type": "refresh_token", "client_id": self._keystring, "refresh_token": was.refresh}
        reply = self._client.send("POST", _PATH, data=urlencode(form).encode(), headers=_FORM)
        if reply.status in (400, 401):
            return self._by_another(was, reply)
        told = read(reply, "Etsy")
        try:
            lapses_s = self._now().timestamp() + float(told["expires_in"])
            pair = _Pair(self._given, str(told["access_token"]), str(told["refresh_token"]), lapses_s)
        except (KeyError, TypeError, ValueError):
            raise PartnerFailed(
                "shop_unreadable", "Etsy’s answer holds no token.", "It is asked again by itself."
            ) from None
        self._keep().keep("etsy", json.dumps(asdict(pair)))
        return pair

    def _by_another(self, was: _Pair, reply: Reply) -> _Pair:
        """Another process may have used the token a moment before, and kept what it was given."""
        now = self._kept()
        if now.refresh != was.refresh:
            return now
        raise PartnerFailed(
            "shop_key",
            f"Etsy does not accept our key: {reply.reason}",
            "Sign in to Etsy anew, and set POD_ETSY_REFRESH_TOKEN to what it gives.",
        )
