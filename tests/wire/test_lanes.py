"""Questions side by side: in order, three at once on each lane, and nobody waits in vain."""

import threading
from contextlib import closing

import pytest

from evidence.wire.lanes import Lanes


def test_every_answer_comes_back() -> None:
    with closing(Lanes[int]()) as lanes:
        for number in range(20):
            lanes.put(number % 2, lambda number=number: number * number)  # type: ignore[misc]
        assert sorted(lanes.answers()) == [number * number for number in range(20)]
        assert list(lanes.answers()) == []


def test_a_question_may_be_put_while_answers_are_taken() -> None:
    told = []
    with closing(Lanes[int]()) as lanes:
        lanes.put("one", lambda: 1)
        for answer in lanes.answers():
            told.append(answer)
            if answer < 5:
                lanes.put("other", lambda answer=answer: answer + 1)  # type: ignore[misc]
    assert told == [1, 2, 3, 4, 5]


def test_three_are_asked_at_once_on_each_lane_and_no_more() -> None:
    together, lock = threading.Barrier(6), threading.Lock()
    under_way, most = 0, 0

    def ask() -> None:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        together.wait(5)  # breaks unless six are here at the same time
        with lock:
            under_way -= 1

    with closing(Lanes[None]()) as lanes:
        for _ in range(6):
            lanes.put("one", ask)
            lanes.put("other", ask)
        assert len(list(lanes.answers())) == 12
    assert most == 6


def test_questions_begin_in_their_order() -> None:
    begun: list[int] = []
    gate = threading.Semaphore(0)

    def ask(number: int) -> None:
        begun.append(number)
        gate.acquire(timeout=5)

    with closing(Lanes[None]()) as lanes:
        for number in range(9):
            lanes.put(None, lambda number=number: ask(number))  # type: ignore[misc]
        answers = lanes.answers()
        for _ in range(9):
            gate.release()
            next(answers)
    assert sorted(begun[:3]) == [0, 1, 2]
    assert begun[3:] == [3, 4, 5, 6, 7, 8]


def test_what_a_question_raises_is_raised_where_answers_are_taken() -> None:
    with closing(Lanes[float]()) as lanes:
        lanes.put(None, lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            next(lanes.answers())


def test_who_stops_early_waits_for_nobody_and_what_waits_is_never_asked() -> None:
    gate, asked = threading.Event(), []

    def ask() -> str:
        asked.append(1)
        gate.wait(5)
        return "late"

    with closing(Lanes[str]()) as lanes:
        for _ in range(9):
            lanes.put("slow", ask)
        lanes.put("quick", lambda: "now")
        assert next(lanes.answers()) == "now"
    gate.set()
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.daemon:
            thread.join(5)
    assert len(asked) <= 3
