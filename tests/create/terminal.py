"""A real pseudo-terminal with the tool at its other end: what a person sees, and what a person types."""

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PROMPT = "> "
PATIENCE = 20.0
"""Seconds; a machine under load is slow, a hanging program is slower."""


def at_a_desk() -> None:
    """What a shell does for a program in the foreground: a controlling terminal, and a Ctrl-C that is heard."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """The tool on a terminal of its own, in a folder."""

    def __init__(self, folder: Path, *words: str, **surroundings: str) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "partnerskab_cli", *words],
            cwd=folder, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
            env={**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **surroundings},
            preexec_fn=at_a_desk,  # noqa: PLW1509 - one thread; Ctrl-C needs a controlling terminal
        )  # fmt: skip
        os.close(slave)
        self.seen = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self.master)

    def prompted(self) -> bool:
        """Wait for the next prompt; false when the tool has ended."""
        end = time.monotonic() + PATIENCE
        start = len(self.seen)
        while not self.seen[start:].endswith(PROMPT):
            if time.monotonic() > end:
                raise TimeoutError(self.seen[-500:])
            if not self.more():
                return False
        return True

    def more(self) -> bool:
        """Read what has come; false at the end."""
        ready, _, _ = select.select([self.master], [], [], 0.2)
        if not ready:
            return self.process.poll() is None
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)

    def type(self, text: str) -> bool:
        """Type a line, and wait for the next prompt."""
        os.write(self.master, f"{text}\n".encode())
        return self.prompted()

    def press(self, key: str) -> None:
        """Press a key."""
        os.write(self.master, key.encode())

    def interrupted(self) -> int:
        """Press Ctrl-C, again where it fell between the prompt and the listening, and answer the exit code."""
        for _ in range(int(PATIENCE)):
            self.press(CTRL_C)
            again = time.monotonic() + 1
            while time.monotonic() < again:
                if not self.more():
                    return self.process.wait(PATIENCE)
        raise TimeoutError(self.seen[-500:])

    def ended(self) -> int:
        """Wait for the end, and answer the exit code."""
        end = time.monotonic() + PATIENCE
        while self.more() and time.monotonic() < end:
            pass
        return self.process.wait(PATIENCE)


CTRL_C, CTRL_D = "\x03", "\x04"
