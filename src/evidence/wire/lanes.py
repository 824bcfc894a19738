"""Questions asked side by side in threads, whose answers come back to the one who asked."""

import threading
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Final, Generic, TypeVar

Answer = TypeVar("Answer")

# As many as Crossref lets be open on one route in its polite pool; the session's budgets hold back
# what is too much for the pool at hand.
_AT_ONCE: Final = 3


class Lanes(Generic[Answer]):
    """Lanes of questions, each begun in the order in which they were put, three at once.

    The threads do nothing but ask: what an answer means, and what is kept of it, is for the thread
    that takes the answers. They are daemons, so whoever stops early waits for none of them.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[Hashable, deque[Callable[[], Answer]]] = {}
        self._threads: Counter[Hashable] = Counter()
        self._answered: SimpleQueue[Future[Answer]] = SimpleQueue()
        self._outstanding = 0

    def put(self, lane: Hashable, question: Callable[[], Answer]) -> None:
        """Have `question` called as soon as there is room on its lane."""
        self._outstanding += 1
        with self._lock:
            self._waiting.setdefault(lane, deque()).append(question)
            if self._threads[lane] < _AT_ONCE:
                self._threads[lane] += 1
                threading.Thread(target=self._ask, args=(lane,), daemon=True).start()

    def answers(self) -> Iterator[Answer]:
        """The answers as they come, those of questions that are put meanwhile included.

        Raises what a question raised.
        """
        while self._outstanding:
            answered = self._answered.get()
            self._outstanding -= 1
            yield answered.result()

    def close(self) -> None:
        """Begin no further question."""
        with self._lock:
            for waiting in self._waiting.values():
                waiting.clear()

    def _ask(self, lane: Hashable) -> None:
        """Ask what waits on a lane, until nothing does."""
        while True:
            with self._lock:
                if not self._waiting[lane]:
                    self._threads[lane] -= 1
                    return
                question = self._waiting[lane].popleft()
            answered: Future[Answer] = Future()
            try:
                answered.set_result(question())
            except BaseException as error:  # noqa: BLE001 - raised again where answers are taken
                answered.set_exception(error)
            self._answered.put(answered)
