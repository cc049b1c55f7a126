"""Many pages: order, threads, errors, and the interpreter's lock."""

import multiprocessing
import sys
import threading
import time

import pytest
import zhengwen
from conftest import PAGE, TRADITIONAL

# Long enough for other threads to be seen while it is cleaned.
LONG = PAGE.replace(
    "<p>责任",
    "<p>今年的秧苗长势良好，预计月底可以完成全部插秧任务，请各地做好准备。</p>" * 20_000 + "<p>责任",
)


def test_articles_come_in_the_order_of_their_pages():
    numbers = range(3000)  # more than are cleaned at once
    pages = (PAGE.replace("春耕开始", f"第{number}次春耕开始") for number in numbers)
    articles = zhengwen.clean_many(pages, 4)
    assert [article.title for article in articles] == [f"第{number}次春耕开始" for number in numbers]
    assert zhengwen.clean_many([]) == zhengwen.clean_many(iter(())) == []


def test_addresses_and_types_go_with_their_pages():
    urls = ["https://a.example.com/1", None, "https://b.example.com/2"]
    types = [None, "text/html; charset=big5", None]
    pages = [PAGE, TRADITIONAL.encode("big5"), PAGE]
    articles = zhengwen.clean_many(pages, urls=urls, content_types=types)
    assert [article.url for article in articles] == urls
    assert articles[1] == zhengwen.clean(TRADITIONAL)
    with pytest.raises(ValueError, match="urls is shorter than pages"):
        zhengwen.clean_many(pages, urls=urls[:2])
    with pytest.raises(ValueError, match="content_types is longer than pages"):
        zhengwen.clean_many(pages, content_types=[None] * 4)


def test_an_error_says_which_page_or_stands_in_its_place():
    pages = [PAGE, b"\x01" * 100, PAGE]
    with pytest.raises(zhengwen.NotText, match="page 1: not text: 100 of 100"):
        zhengwen.clean_many(pages)
    first, error, last = zhengwen.clean_many(pages, errors="return")
    assert first == last == zhengwen.clean(PAGE)
    assert isinstance(error, zhengwen.NotText)
    with pytest.raises(ZeroDivisionError):
        zhengwen.clean_many(1 // number for number in [0])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [({"threads": 0}, "threads is 0"), ({"errors": "ignore"}, "errors is"), ({"input": ""}, "input is")],
)
def test_arguments_out_of_range_are_told(arguments, message):
    with pytest.raises(ValueError, match=message):
        zhengwen.clean_many([PAGE], **arguments)
    with pytest.raises(OverflowError):
        zhengwen.clean_many([PAGE], -1)


def test_more_threads_than_any_machine_has_are_no_error():
    assert zhengwen.clean_many([PAGE] * 3, 10**9) == [zhengwen.clean(PAGE)] * 3


@pytest.fixture
def no_switches():
    """The interpreter lets no thread run but where another gives its lock away by itself."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize("call", [zhengwen.clean, lambda page: zhengwen.clean_many([page] * 4, 1)])
def test_other_threads_run_while_pages_are_cleaned(call, no_switches):
    """Where the call holds the lock nobody counts meanwhile, however often it is made; where it does not, somebody
    does once there is a processor to count on."""
    counted, begun, done = 0, threading.Event(), threading.Event()

    def count():
        nonlocal counted
        while not done.is_set():
            counted += 1
            begun.set()
            time.sleep(0.0005)

    counter = threading.Thread(target=count)
    counter.start()
    begun.wait()
    during = 0
    for _ in range(100):
        before = counted
        call(LONG)
        during = counted - before
        if during > 0:
            break
    done.set()
    counter.join()
    assert during > 0


def test_threads_of_python_get_the_same_articles():
    wanted = [zhengwen.clean(PAGE), zhengwen.clean(TRADITIONAL)]
    wrong = []

    def work():
        for _ in range(50):
            if [zhengwen.clean(PAGE), zhengwen.clean(TRADITIONAL)] != wanted:
                wrong.append(1)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no fork here")
def test_a_forked_process_has_threads_of_its_own():
    assert len(zhengwen.clean_many([PAGE] * 10, 2)) == 10
    with multiprocessing.get_context("fork").Pool(2) as pool:
        results = pool.map_async(zhengwen.clean_many, [[PAGE] * 10] * 4).get(timeout=60)
    assert results == [[zhengwen.clean(PAGE)] * 10] * 4
