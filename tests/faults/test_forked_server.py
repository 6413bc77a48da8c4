"""Workers come of a fork of this process, or of the server of multiprocessing when that is gone.

Each case is a process of its own: a process has one server for all its workers.
"""

import subprocess
import sys
from pathlib import Path

BEGIN = """
import os, signal, threading
from multiprocessing import forkserver, get_context
from service.adapters.forked_server import start_forked_server

DONE = []

def prepare():
    DONE.append(os.getpid())

def tell(pipe):
    pipe.send((DONE, os.getppid()))

def ask():
    context = get_context("forkserver")
    ours, theirs = context.Pipe()
    process = context.Process(target=tell, args=(theirs,))
    process.start()
    answer = ours.recv()
    process.join()
    return answer
"""
MAIN = "\nif __name__ == '__main__':\n"


def run(tmp_path: Path, *lines: str) -> str:
    program = tmp_path / "program.py"
    program.write_text(BEGIN + MAIN + "".join(f"    {line}\n" for line in lines), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, program], check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout.strip()


def test_workers_have_what_was_prepared_once_and_this_process_has_not(tmp_path: Path) -> None:
    said = run(
        tmp_path,
        "assert start_forked_server(prepare)",
        "one, other = ask(), ask()",
        "print(one == other, one[0] == [one[1]], DONE)",
    )
    assert said == "True True []"


def test_what_goes_wrong_while_it_gets_ready_is_left_to_the_workers(tmp_path: Path) -> None:
    said = run(tmp_path, "assert start_forked_server(lambda: 1 / 0)", "print(ask()[0])")
    assert said == "[]"


def test_a_server_that_died_is_replaced(tmp_path: Path) -> None:
    said = run(
        tmp_path,
        "assert start_forked_server(prepare)",
        "server = ask()[1]",
        "os.kill(server, signal.SIGKILL)",
        "os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)",
        "done, parent = ask()",
        "print(done, parent == server)",
    )
    assert said == "[] False"


def test_nothing_is_forked_where_another_thread_holds_locks(tmp_path: Path) -> None:
    said = run(
        tmp_path,
        "gate = threading.Event()",
        "thread = threading.Thread(target=gate.wait)",
        "thread.start()",
        "print(start_forked_server(prepare))",
        "gate.set()",
    )
    assert said == "False"


def test_a_process_has_one_server(tmp_path: Path) -> None:
    said = run(tmp_path, "print(start_forked_server(prepare), start_forked_server(prepare))")
    assert said == "True False"
