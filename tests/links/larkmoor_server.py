"""A server on this machine that answers in all the ways in which links go wrong."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class LarkmoorServer(ThreadingHTTPServer):
    """Notes what it was asked; what is slow waits until it is let go.

    Attributes:
        asked: Method and path of each request, in order.
        agents: What the requests said of who asks.
        most_at_once: How many requests were being answered at the same time.
        is_waiting: Set once somebody waits for the slow page.
        let_go: Lets the slow pages go on.
        sent: How many bytes of the huge page were taken.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.at_once = self.most_at_once = 0
        self.is_waiting, self.let_go = threading.Event(), threading.Event()
        self.sent = 0
        self.lock = threading.Lock()

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asks may hang up; that is no fault of the server."""


class _Handler(BaseHTTPRequestHandler):
    server: LarkmoorServer

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        if self.path == "/no-head":
            self._noted(405)
        else:
            self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/status/"):
            self._noted(int(path.rpartition("/")[2]))
        elif path.startswith("/to/"):
            self._noted(302, self.path.partition("?")[2])
        elif path == "/endless":
            self._noted(301, f"/endless?{len(self.server.asked)}")
        elif path == "/slow":
            self._noted(None)
            self.server.is_waiting.set()
            self.server.let_go.wait(60)
        elif path == "/trickle":
            self._noted(None)
            self.server.is_waiting.set()
            with suppress(OSError):
                self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                while not self.server.let_go.wait(0.01):
                    self.wfile.write(b"X-More: and more\r\n")
        elif path == "/garbage":
            self._noted(None)
            self.wfile.write(b"\x00\x1b[31mhello\r\n\r\n")
        elif path == "/huge":
            self._huge()
        else:
            self._noted(200)

    def _noted(self, status: int | None, target: str = "") -> None:
        server = self.server
        with server.lock:
            server.asked.append((self.command, self.path))
            server.agents.add(self.headers.get("User-Agent", ""))
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
        if status is not None:
            self.send_response(status)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            self.end_headers()
        with server.lock:
            server.at_once -= 1

    def _huge(self) -> None:
        if self.command == "HEAD":
            self._noted(404)
            return
        self.server.asked.append((self.command, self.path))
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()
        with suppress(OSError):
            while True:
                self.server.sent += self.wfile.write(b"x" * 65_536)


@contextmanager
def larkmoor() -> Iterator[LarkmoorServer]:
    """The server while it runs."""
    server = LarkmoorServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.let_go.set()
        server.shutdown()
        thread.join()
        server.server_close()
