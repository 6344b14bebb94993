"""Secrets that shops change by themselves, sealed with the secret key: a copy of the database alone opens none of them."""

from __future__ import annotations

import base64
import hashlib

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken

from pod.model.caller import DEFAULT_TENANT
from pod.store import schema as t
from pod.store.sql import SqlStore


class ShopKeys:
    def __init__(self, store: SqlStore, secret_key: str) -> None:
        self._store = store
        key = hashlib.sha256(f"shop keys:{secret_key}".encode()).digest()
        self._seal = Fernet(base64.urlsafe_b64encode(key))

    def kept(self, shop: str) -> str:
        """ "" where none was kept, or the secret key is another now."""
        with self._store.reading() as tx:
            found = tx.bench.one(sa.select(t.shop_keys.c.sealed).where(t.shop_keys.c.shop == shop))
        try:
            return self._seal.decrypt(found["sealed"].encode()).decode() if found else ""
        except InvalidToken:
            return ""

    def keep(self, shop: str, secret: str) -> None:
        sealed = self._seal.encrypt(secret.encode()).decode()
        with self._store.writing() as tx:
            who = {"tenant_id": DEFAULT_TENANT, "actor": f"shop:{shop}", "created_at": tx.bench.now()}
            if not tx.bench.insert_once(t.shop_keys, shop=shop, sealed=sealed, **who):
                here = t.shop_keys.c.shop == shop
                tx.bench.connection.execute(sa.update(t.shop_keys).where(here).values(sealed=sealed))
