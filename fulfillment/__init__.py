"""Fulfillment partners behind one port. One file each, ending in ``PARTNER = …``; found, not registered."""
