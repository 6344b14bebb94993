"""The WSGI entry for servers that run Pod's pages: settings from the environment, services, the application."""

import os
import sys

from pod.bootstrap import build
from pod.logs import log_as_json
from pod.settings import Settings
from pod.web.app import create_app

log_as_json(sys.stderr)
app = create_app(build(Settings.from_env(os.environ)))
