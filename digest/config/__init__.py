"""digest.toml and DIGEST_* variables -> one frozen ``Config``: one file a table of the settings."""

from digest.config.load import FILE_NAME, PREFIX, load_config
from digest.config.mail import Alerts, Mail, Recipient, Smtp
from digest.config.profile import Profile
from digest.config.settings import NO_PROFILE, Config

__all__ = [
    "FILE_NAME",
    "NO_PROFILE",
    "PREFIX",
    "Alerts",
    "Config",
    "Mail",
    "Profile",
    "Recipient",
    "Smtp",
    "load_config",
]
