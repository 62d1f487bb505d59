"""generator.serving.board: who follows hears the state now, and each that comes after it."""

import json
import threading

import pytest

from generator.serving.board import Block, Board, State


def test_who_comes_later_hears_only_what_is_so_now() -> None:
    board = Board(State(site="a"))
    board.post(note="one")
    board.post(site="b")

    assert next(board.follow()) == State(site="b", note="one")


def test_each_change_is_heard_by_all_and_the_same_again_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.serving.board._STILL_THERE", 0.01)
    board = Board(State())
    readers = [board.follow() for _ in range(3)]
    assert [next(reader) for reader in readers] == [State()] * 3

    board.post(note="")
    assert [next(reader) for reader in readers] == [None] * 3

    board.post(note="new")
    assert [next(reader) for reader in readers] == [State(note="new")] * 3


def test_a_closed_board_lets_go_of_who_waits() -> None:
    board = Board(State())
    heard: list[State | None] = []
    thread = threading.Thread(target=lambda: heard.extend(board.follow()))
    thread.start()

    board.close()
    thread.join(5)

    assert not thread.is_alive()
    assert heard in ([], [State()])


def test_the_state_as_pages_read_it() -> None:
    state = State(
        "a", "/x/", network=True, title="แก้ {count}", blocks=(Block(("1", "2")), Block(("<b>",), frozenset("ba")))
    )

    assert json.loads(state.as_json()) == {
        "site": "a",
        "title": "แก้ {count}",
        "note": "",
        "blocks": [{"lines": ["1", "2"], "agencies": None}, {"lines": ["<b>"], "agencies": ["a", "b"]}],
    }
    assert "\n" not in state.as_json()  # one line of an event
