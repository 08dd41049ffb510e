"""The thread that disks are used in: jobs in their order, and nothing held once they are done."""

import gc
import threading
import weakref

from cmalt_tui.ui.disk_thread import DiskThread


class Held:
    """Something that a job needs."""

    def job(self) -> str:
        return threading.current_thread().name


def test_answers_come_in_the_order_of_the_jobs() -> None:
    disk, answers = DiskThread("saving"), list[object]()
    for number in range(20):
        disk.ask(lambda number=number: number, answers.append)  # type: ignore[misc]
    assert disk.busy
    assert disk.wait(30)
    disk.take_answers()
    assert answers == list(range(20))
    assert not disk.busy


def test_what_a_job_raises_is_its_answer_and_the_next_one_is_done() -> None:
    disk, answers = DiskThread("saving"), list[object]()
    disk.ask(lambda: 1 / 0, answers.append)
    disk.ask(Held().job, answers.append)
    assert disk.wait(30)
    disk.take_answers()
    assert isinstance(answers[0], ZeroDivisionError)
    assert answers[1] == "saving"


def test_waiting_ends_although_a_job_hangs() -> None:
    disk, go_on = DiskThread("saving"), threading.Event()
    disk.ask(lambda: go_on.wait(30), lambda _: None)
    assert not disk.wait(0.01)
    go_on.set()
    assert disk.wait(30)


def test_a_thread_with_nothing_to_do_holds_nothing() -> None:
    disk, held = DiskThread("saving"), Held()
    seen = weakref.ref(held)
    disk.ask(held.job, lambda _: None)
    assert disk.wait(30)
    threads = [thread for thread in threading.enumerate() if thread.name == "saving"]
    for thread in threads:
        thread.join(30)
    disk.take_answers()
    del held
    gc.collect()
    assert seen() is None
