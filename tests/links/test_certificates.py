"""An encrypted link is asked at the address that was looked at, by the name that was meant."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmalt_tui.links import Limits, ask_links
from cmalt_tui.model.link_facts import LinkFacts
from tests.links.larkmoor_server import LarkmoorServer, larkmoor

QUICK = Limits(silence=20.0, one_link=20.0, in_all=60.0, pause=0.0)
openssl = shutil.which("openssl")
pytestmark = pytest.mark.skipif(openssl is None, reason="openssl makes the certificate")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """The certificate and the key of larkmoor.example, in one file."""
    key, made = tmp_path / "key.pem", tmp_path / "larkmoor.pem"
    names = "subjectAltName=DNS:larkmoor.example"
    words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    words += ["-subj", "/CN=larkmoor.example", "-addext", names, "-keyout", key, "-out", made]
    subprocess.run([str(openssl), *map(str, words)], check=True, capture_output=True)
    made.write_text(made.read_text() + key.read_text())
    return made


@pytest.fixture
def server(certificate: Path) -> Iterator[LarkmoorServer]:
    with larkmoor() as running:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        running.socket = context.wrap_socket(running.socket, server_side=True)
        yield running


def ask(server: LarkmoorServer, host: str) -> LinkFacts:
    (facts,) = ask_links(
        [f"https://{host}:{server.server_address[1]}/film"],
        allow_private=True,
        limits=QUICK,
        look_up=lambda host, port: ["127.0.0.1"],
    ).values()
    return facts


def test_a_certificate_that_nobody_knows_is_told(server: LarkmoorServer) -> None:
    assert ask(server, "larkmoor.example").told == "has no certificate that can be trusted"
    assert server.asked == []


def test_one_that_is_trusted_has_to_be_that_of_the_name(
    server: LarkmoorServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert ask(server, "larkmoor.example") == LinkFacts(True, "answers (200)")
    assert ask(server, "other.example").told == "has no certificate that can be trusted"
    assert [path for _, path in server.asked] == ["/film"]
