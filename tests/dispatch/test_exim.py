"""The outbox against Exim as Debian has it: TLS, a login, a reader that it does not know."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from aiosmtpd.controller import Controller

from digest.config import Smtp
from digest.dispatch import flush
from tests.deliver.server import HOST, PASSWORD, USER, Behaviour, free_port
from tests.deliver.server import _Handler as Keeper
from tests.dispatch.desk import ENVIRONMENT, NOW, later, settings, stocked

EXIM = shutil.which("exim4", path="/usr/sbin")
pytestmark = pytest.mark.skipif(
    EXIM is None or os.geteuid() != 0,
    reason="needs Debian's Exim (apt install exim4-daemon-light) and root, who alone may name its settings",
)
SETTINGS = """
primary_hostname = localhost
spool_directory = {folder}/work/spool
log_file_path = {folder}/work/%slog
pid_file_path = {folder}/work/pid
daemon_smtp_ports = {port}
local_interfaces = 127.0.0.1
tls_advertise_hosts = *
tls_certificate = {folder}/cert.pem
tls_privatekey = {folder}/key.pem
auth_advertise_hosts = ${{if eq{{$tls_in_cipher}}{{}}{{}}{{*}}}}
acl_smtp_rcpt = reader
keep_environment =
begin acl
reader:
  deny !authenticated = *
  accept domains = known.example
  deny message = 5.1.1 no such user
begin routers
onward:
  driver = manualroute
  route_list = * 127.0.0.1::{onward} byname
  self = send
  transport = onward
begin transports
onward:
  driver = smtp
  hosts_avoid_tls = *
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = ${{if and{{{{eq{{$auth2}}{{{user}}}}}{{eq{{$auth3}}{{{password}}}}}}}}}
  server_set_id = $auth2
"""


@pytest.fixture
def inbox() -> Iterator[tuple[Behaviour, int]]:
    """Where Exim hands the mail on to."""
    behaviour, port = Behaviour(), free_port()
    server = Controller(Keeper(behaviour), hostname="127.0.0.1", port=port)
    server.start()
    yield behaviour, port
    server.stop(no_assert=True)


@pytest.fixture
def smtp(tmp_path: Path, inbox: tuple[Behaviour, int]) -> Iterator[Smtp]:
    authority, port = trustme.CA(), free_port()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    made = authority.issue_cert(HOST, key_type=trustme.KeyType.RSA)
    made.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    made.cert_chain_pems[0].write_to_path(str(tmp_path / "cert.pem"))
    (tmp_path / "key.pem").chmod(0o644)  # Exim reads it as its own user; it is made for this test
    text = SETTINGS.format(folder=tmp_path, port=port, onward=inbox[1], user=USER, password=PASSWORD)
    (tmp_path / "exim.conf").write_text(text)
    (tmp_path / "exim.conf").chmod(0o644)  # its other processes read it too
    for folder in (tmp_path, *list(tmp_path.parents)[:2]):
        folder.chmod(0o755)  # the server works as another user
    (tmp_path / "work").mkdir()
    (tmp_path / "work").chmod(0o777)
    assert EXIM is not None
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(
            [EXIM, "-bdf", "-q10s", "-C", str(tmp_path / "exim.conf")], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            wait_for(lambda: listens(port))
            yield Smtp.model_validate(
                {"host": HOST, "port": port, "user": USER, "ca_file": str(tmp_path / "ca.pem")}
            )
        finally:
            server.terminate()
            server.wait(20)


def listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def wait_for(done: object, seconds: float = 30) -> None:
    assert callable(done)
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_mail_goes_through_exim(tmp_path: Path, smtp: Smtp, inbox: tuple[Behaviour, int]) -> None:
    known = [{"address": f"r{n}@known.example"} for n in range(5)]
    config = settings(smtp, [*known, {"address": "r@unknown.example"}])
    with stocked(tmp_path / "store", config) as store:
        wrong = ENVIRONMENT | {"DIGEST_SMTP_PASSWORD": "wrong"}
        flush(store, config=config, now=NOW, environment=wrong)
        assert {m.state for m in store.messages()} == {"waiting"}
        assert "refuses the login: 535" in (store.messages()[0].problem or "")
        flush(store, config=config, now=later(hours=1), environment=ENVIRONMENT)
        assert Counter(m.state for m in store.messages()) == {"sent": 5, "failed": 1}
        assert "550" in (store.messages("failed")[0].problem or "")
        sent = {m.message_id for m in store.messages("sent")}
    wait_for(lambda: len(inbox[0].received) == 5)
    assert {str(m["Message-ID"]) for m in inbox[0].messages()} == sent
    assert all(m["Auto-Submitted"] == "auto-generated" for m in inbox[0].messages())
