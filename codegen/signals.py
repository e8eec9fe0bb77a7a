"""Hold back signals while something must not stop halfway."""

import signal
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Generator[None]:
    """Hold back Ctrl-C and polite requests to end. A Ctrl-C comes too late and is dropped."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTERM, signal.SIGHUP))
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler or signal.default_int_handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
