"""The HTTP server under the stand-in: a thread for each connection, which is kept alive."""

import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standin.messages import Answer, Request

# How soon the serving thread notices that it should stop; the library's half second would be
# paid by every test.
_POLL = 0.01  # seconds


class Listener:
    """Listens on a port of 127.0.0.1 and answers each request with what `take` says.

    When `take` says None the whole listener dies: no answer, no port, no open connection.
    """

    def __init__(self, port: int, take: Callable[[Request], Answer | None]) -> None:
        self.port = port
        self._take = take

    def start(self) -> None:
        """Begin to answer; from now on `port` is the real one."""
        self._server = _Server(self.port, self._take)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(_POLL,))
        self._thread.start()

    def stop(self) -> None:
        """Close the port and every connection, and wait for the threads."""
        self._server.shutdown()
        self._thread.join()
        self._server.hang_up()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for them
    request_queue_size = 128

    def __init__(self, port: int, take: Callable[[Request], Answer | None]) -> None:
        self.take = take
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End every open connection, so that its thread ends too."""
        with self._lock:
            for connection in self._open:
                with suppress(OSError):  # the other side was faster
                    connection.shutdown(socket.SHUT_RDWR)

    def die(self) -> None:
        """From the thread of a request: be gone. The threads are waited for in `server_close`."""
        self.shutdown()
        self.socket.close()
        self.hang_up()

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that gave up waiting is nothing to report.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "Jetty(stand-in)"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1  # headers and body leave together

    def do_GET(self) -> None:
        # Not `self.path`, in which the library has mended a double slash.
        target = self.requestline.split()[1]
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.take(Request(self.command, target, headers))
        if answer is None:
            self.close_connection = True
            self.server.die()
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body[: answer.cut_after])
        if answer.cut_after is not None:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the log is kept for the test."""
