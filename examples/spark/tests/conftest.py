"""The job as a user runs it: a process of its own, in local-cluster mode, on made-up pages."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import generated
import pytest
from pages_to_articles import job, options

JOB = Path(__file__).resolve().parents[1] / "clean_pages.py"
PAGES = int(os.environ.get("SPARK_TEST_PAGES", "20000"))
LARGEST = 100_000  # bytes
MOST_SECONDS = 900  # of a run
EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend"


@dataclass
class Run:
    report: dict
    output: Path
    killed: list[int] = field(default_factory=list)
    log: str = ""


def children(process: int) -> list[int]:
    """Processes that a process started, and those that they did."""
    found, new = [], [process]
    while new:
        parent = new.pop()
        try:
            started = [
                int(child)
                for task in Path(f"/proc/{parent}/task").iterdir()
                for child in (task / "children").read_text().split()
            ]
        except OSError:
            continue
        found += started
        new += started
    return found


def executors(process: int) -> list[int]:
    """The executors among them."""

    def command(child: int) -> bytes:
        try:
            return Path(f"/proc/{child}/cmdline").read_bytes()
        except OSError:
            return b""

    found = [child for child in children(process) if EXECUTOR.encode() in command(child)]
    # A launcher that has not yet become Java's process has the name in its command too.
    return [child for child in found if not set(children(child)) & set(found)]


def written(folder: Path) -> int:
    """Files of cleaned pages so far, of tasks that are done or not."""
    return sum(1 for _ in folder.parent.glob(f"{folder.name}.*/**/part-*.parquet"))


def stop(started: subprocess.Popen) -> None:
    """Ends a job that still runs, with the processes that it started."""
    if started.poll() is None:
        left = [started.pid, *children(started.pid)]
        for process in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        started.wait()


def run(pages: list[str], output: Path, *more: str, kill_at: int | None = None) -> Run:
    """Runs the job; with `kill_at` one executor is killed once so many files of articles are begun."""
    report = output.with_suffix(".json")
    command = [sys.executable, str(JOB), *pages, "--output", str(output), "--report", str(report), *more]
    log = output.with_suffix(".log")
    killed = []
    end = time.monotonic() + MOST_SECONDS
    with log.open("w") as told:
        started = subprocess.Popen(
            command, stdout=told, stderr=told, cwd=output.parent, start_new_session=True
        )
        try:
            while started.poll() is None and kill_at is not None and time.monotonic() < end:
                victims = executors(started.pid) if written(output) >= kill_at else []
                if victims:
                    os.kill(victims[0], signal.SIGKILL)
                    killed.append(victims[0])
                    kill_at = None
                time.sleep(0.02)
            status = started.wait(timeout=max(end - time.monotonic(), 1))
        finally:
            stop(started)
    assert status == 0, log.read_text()[-5000:]
    return Run(json.loads(report.read_text()), output, killed, log.read_text())


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("spark")


@pytest.fixture(scope="session")
def planted(folder) -> list[str | None]:
    """What was planted in the pages of `folder / "pages"`."""
    return generated.write(folder / "pages", PAGES, LARGEST)


@pytest.fixture(scope="module")
def spark():
    """Spark in this process, for what needs no run of the whole job."""
    session = job.session(options.read(["any", "--output", "any", "--master", "local[1]"]))
    yield session
    session.stop()


OPTIONS = ("--partitions", "40", "--host-buckets", "2", "--max-bytes", str(LARGEST))


@pytest.fixture(scope="session")
def whole(folder, planted) -> Run:
    """A run that nothing happens to."""
    return run([str(folder / "pages")], folder / "whole", *OPTIONS)


@pytest.fixture(scope="session")
def wounded(folder, planted) -> Run:
    """A run that loses an executor while it cleans."""
    return run([str(folder / "pages")], folder / "wounded", *OPTIONS, kill_at=10)
