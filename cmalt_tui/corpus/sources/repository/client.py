"""Speaks to the machine that a repository is on: asks for no password, waits for no one long."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from dulwich.client import (
    GitClient,
    HTTPUnauthorized,
    SSHGitClient,
    SubprocessSSHVendor,
    SubprocessWrapper,
    Urllib3HttpGitClient,
    get_transport_and_path,
)
from dulwich.errors import GitProtocolError, HangupException, NotGitRepository
from urllib3.exceptions import HTTPError

from cmalt_tui.corpus.sources.repository.address import check_address, name_of
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report

MOST_BYTES = 300 * 1024 * 1024
_SECONDS_A_READ = 30
_SECONDS_IN_ALL = 15 * 60
_LONGEST_REASON = 200
_A_LOT = 1 << 20
_SSH = (
    *("ssh", "-x", "-T", "-o", "BatchMode=yes", "-o", f"ConnectTimeout={_SECONDS_A_READ}"),
    *("-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=2"),
)


class Meter:
    """Counts what comes in, tells of it, and ends what is too much or takes too long."""

    def __init__(self, address: str, report: Report) -> None:
        """Start the clock."""
        self._what = f"Fetching {name_of(address)}"
        self._report = report
        self._end = monotonic() + _SECONDS_IN_ALL
        self._bytes = 0

    def metered(self, read: Callable[..., bytes]) -> Callable[..., bytes]:
        """The same way of reading, metered."""

        def read_some(*amount: int) -> bytes:
            data = read(*amount)
            self._count(len(data))
            return data

        return read_some

    def _count(self, size: int) -> None:
        if self._bytes // _A_LOT != (self._bytes + size) // _A_LOT or not self._bytes:
            told = (
                f"{self._what}, {(self._bytes + size) // _A_LOT} MB" if self._bytes else self._what
            )
            self._report(Progress(0, 0, told))
        self._bytes += size
        if self._bytes > MOST_BYTES:
            raise InputProblem(
                f"the repository holds more than {MOST_BYTES // _A_LOT} MB",
                "Keep a corpus in a repository of its own, without pictures and videos.",
            )
        if monotonic() > self._end:
            raise InputProblem("fetching the repository took too long", "Try again later.")


class _Http(Urllib3HttpGitClient):
    meter: Meter | None = None

    def _http_request(self, *arguments: Any, **options: Any) -> Any:
        response, read = super()._http_request(*arguments, **options)
        return response, self.meter.metered(read) if self.meter else read


class _Ssh(SubprocessSSHVendor):
    """The person's own ssh with their own keys; it never asks anything (ssh_config(5))."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self._meter = meter

    def run_command(
        self,
        host: str,
        command: bytes,
        username: str | None = None,
        port: int | None = None,
        *_: Any,
        **__: Any,
    ) -> SubprocessWrapper:
        """Run a git command on the other machine."""
        arguments = [*_SSH, *(["-p", str(port)] if port else [])]
        arguments += ["--", f"{username}@{host}" if username else host]
        process = subprocess.Popen(
            [*arguments, command],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        wrapper = SubprocessWrapper(process)
        wrapper.read = self._meter.metered(wrapper.read)
        return wrapper


def connect(address: str, report: Report) -> tuple[GitClient, str]:
    """Prepare to speak to the machine that a repository is on; nothing is sent yet.

    Args:
        address: Of a repository that is not on this machine.
        report: Told how much has come in; may raise `Cancelled`.

    Returns:
        The client, and the repository's path there.

    Raises:
        InputProblem: The address can't be one.
    """
    check_address(address)
    meter = Meter(address, report)
    if address.lower().startswith(("http://", "https://")):
        http = _Http(address, timeout=_SECONDS_A_READ)
        http.meter = meter
        return http, ""
    client, path = get_transport_and_path(address)
    if not isinstance(client, SSHGitClient):
        raise InputProblem("this is no address of another machine")
    client.ssh_vendor = _Ssh(meter)
    return client, path


@contextmanager
def told_plainly(address: str) -> Iterator[None]:
    """Say in plain words why a repository can't be reached or read."""
    try:
        yield
    except NotGitRepository:
        raise _unreachable(
            address, "there is no git repository", "Check the address; a private one needs ssh."
        ) from None
    except HTTPUnauthorized:
        raise _unreachable(
            address, "it asks for a password", "Use its ssh address: git@host:path."
        ) from None
    except HangupException as error:
        lines = [line for line in error.stderr_lines or [] if line.strip()]
        told = clean_line(lines[-1].decode("utf-8", "replace")) if lines else ""
        raise _refused(address, told) from None
    except GitProtocolError as error:
        if isinstance(error.__cause__, HTTPError) or isinstance(error.__context__, HTTPError):
            raise _unreachable(
                address, "the machine can't be reached", "Check the network and the address."
            ) from None
        raise _refused(address, clean_line(str(error))) from None
    except FileNotFoundError as error:
        if error.filename != "ssh":
            raise
        raise _unreachable(address, "there is no ssh on this machine", "Install OpenSSH.") from None


def _refused(address: str, reason: str) -> InputProblem:
    told = f"the other machine refused ({reason[:_LONGEST_REASON]})" if reason else "it hung up"
    return _unreachable(address, told, "Check the address, the network and your rights there.")


def _unreachable(address: str, message: str, way_out: str) -> InputProblem:
    return InputProblem(f"{clean_line(address)}: {message}", way_out)
