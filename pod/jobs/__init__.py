"""Which verb runs later, and when again."""
