"""A server on 127.0.0.1 that answers with what a test wrote down, byte for byte."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Scripted:
    """`url` is where the server is; `heard` the request lines so far, `connections` their number.

    Each request is answered with the next of `answers`, the last one again and again.
    """

    def __init__(self, url: str, answers: list[bytes]) -> None:
        self.url = url
        self.answers = answers
        self.heard: list[str] = []
        self.headers: list[str] = []
        self.connections = 0


def answer(
    body: str | bytes = "{}", *headers: str, status: str = "200 OK", announce: int | None = None
) -> bytes:
    """An HTTP answer; `announce` is a Content-Length other than the body's own."""
    content = body.encode() if isinstance(body, str) else body
    length = len(content) if announce is None else announce
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {length}", *headers]
    if not any(line.lower().startswith("content-type") for line in headers):
        lines.append("Content-Type: application/json")
    return "\r\n".join([*lines, "", ""]).encode() + content


@contextmanager
def serving(*answers: bytes) -> Iterator[Scripted]:
    """The server, as long as the block lasts."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            script.connections += 1
            while line := self.rfile.readline():
                headers = iter(self.rfile.readline, b"\r\n")
                script.headers.append(b"".join(headers).decode())
                script.heard.append(line.decode().strip())
                reply = script.answers.pop(0) if len(script.answers) > 1 else script.answers[0]
                self.wfile.write(reply)
                if b"Connection: close" in reply:
                    return

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        script = Scripted(f"http://127.0.0.1:{server.server_address[1]}", list(answers))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield script
        finally:
            server.shutdown()
            thread.join()
