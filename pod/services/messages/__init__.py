"""Messages out: what happened is announced in the commit in which it happened, and told by jobs.

`announce` writes the job `tell` with the change itself. `Telling` turns it into one outbox row for each that is to be told,
once however often it is asked. `Delivering` sends one row: `sending` is committed before it leaves, and whoever finds a row
there sends it again under the same name. So a message arrives at least once, and a repeat can be known as one.
"""

from pod.services.messages.announcing import announce
from pod.services.messages.delivering import Delivering
from pod.services.messages.reminders import Reminders
from pod.services.messages.telling import Telling

__all__ = ["Delivering", "Reminders", "Telling", "announce"]
