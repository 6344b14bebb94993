"""A carrier that keeps on disk what it has brought, as a mailbox does, and answers what a test says."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable
from pathlib import Path

from pod.model.message import Channel, Delivery, Message, Outcome

TAKEN = Delivery(Outcome.TAKEN)


class Mailbox:
    """`answers` are given in turn, and then `TAKEN`; what is taken is in `file`, a line each, with the name it came under."""

    def __init__(
        self, file: Path, channel: Channel = Channel.MAIL, shop: str = "", answers: Iterable[Delivery] = ()
    ) -> None:
        self.channel, self.shop = channel, shop
        self.answers = deque(answers)
        self._file = file
        self.tries = 0

    def deliver(self, message: Message, sender_name: str) -> Delivery:
        self.tries += 1
        answer = self.answers.popleft() if self.answers else TAKEN
        if answer.outcome is Outcome.TAKEN:
            told = {"id": message.id, "event": message.event, "to": message.recipient, "from": sender_name}
            with self._file.open("a", encoding="utf-8") as box:
                box.write(json.dumps({**told, **message.body}) + "\n")
        return answer

    def check(self) -> str:
        return ""

    @property
    def brought(self) -> list[dict[str, str]]:
        if not self._file.exists():
            return []
        return [json.loads(line) for line in self._file.read_text(encoding="utf-8").splitlines()]
