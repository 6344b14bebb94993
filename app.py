"""The WSGI entry for servers that run Pod's pages: settings from the environment, services, the application."""

import os

from pod.web.app import create_app

from pod.bootstrap import build
from pod.settings import Settings

app = create_app(build(Settings.from_env(os.environ)))
