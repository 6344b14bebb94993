"""Shops: where customers buy what is printed. One file per kind of shop, found like the partners."""
