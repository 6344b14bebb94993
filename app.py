"""The WSGI entry for servers that run Pod's pages: settings from the environment, services, the application."""

import os

from pod.bootstrap import build
from pod.settings import Settings
from pod.web.app import create_app

app = create_app(build(Settings.from_env(os.environ)))
