"""The shopper's pages: a sentence, four candidates, words, the proof on its cloth, yes, and an order."""

from __future__ import annotations

from flask import Blueprint, render_template

from pod.web.auth import allow

pages = Blueprint("pages", __name__)


@pages.get("/")
@allow("anyone")
def home() -> str:
    return render_template("shopper/home.html")
