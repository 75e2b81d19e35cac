"""Settings of the suite: quick hashing, nothing written beside the project, no broker."""

import os
import tempfile

os.environ.setdefault("DEBUG", "1")

from nanhui.settings import *  # noqa: F403 - the settings are taken over whole

DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = tempfile.mkdtemp(prefix="nanhui-test-")
WHITENOISE_AUTOREFRESH = True
LOGGING = {"version": 1, "disable_existing_loggers": True}
