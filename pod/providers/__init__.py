"""Image services behind one port. One file each, ending in ``PROVIDER = …``; found, not registered."""
