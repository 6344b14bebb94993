"""The values Pod speaks in and the tables of what may happen to them. Standard library only.

Every value is frozen: a change makes a new one. Units are in the names (``bleed_mm``, ``width_px``).
"""
