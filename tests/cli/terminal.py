"""The command on a terminal of its own, as a person sees it."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time

from tests.cli.commands import FERRATA, ROOT, STEADY


def on_terminal(*arguments: str, columns: int = 100, seconds: float = 60, **environment: str):
    """Run ``ferrata`` on a terminal so wide; return what it showed and how it ended."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    held = {**os.environ, **STEADY, "TERM": "xterm-256color", **environment}
    for name in ("NO_COLOR", "COLUMNS", "FORCE_COLOR"):
        if name not in environment:
            held.pop(name, None)
    running = subprocess.Popen(
        [str(FERRATA), *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=held,
    )  # fmt: skip
    os.close(theirs)
    shown, end = b"", time.monotonic() + seconds
    while time.monotonic() < end:
        ready, _, _ = select.select([ours], [], [], 1)
        try:
            part = os.read(ours, 65536) if ready else b""
        except OSError:  # Linux says so when the other side is closed
            break
        shown += part
        if not part and running.poll() is not None:
            break
    code = running.wait(timeout=10)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n"), code
