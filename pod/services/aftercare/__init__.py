"""What comes after an order has gone out: claims and their windows, reprints, and customers' data that has to go."""

from pod.services.aftercare.claims import Claims, ClaimShown
from pod.services.aftercare.erasing import Erasing
from pod.services.aftercare.reminders import ClaimReminders
from pod.services.aftercare.replaying import catch_up
from pod.services.aftercare.reprints import Reprints

__all__ = ["ClaimReminders", "ClaimShown", "Claims", "Erasing", "Reprints", "catch_up"]
