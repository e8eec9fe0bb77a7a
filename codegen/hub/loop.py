"""An event loop that stops at once when interrupted."""

import asyncio
import gc
import socket
import warnings
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Thread
from typing import Any, TypeVar

_T = TypeVar("_T")


def run(main: Coroutine[Any, Any, _T]) -> _T:
    """Run a coroutine to its end, also in a notebook, where another loop is running."""
    if not _is_running():
        return _run(main)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(_run, main).result()


async def in_thread(work: Callable[[], _T]) -> _T:
    """Do blocking work in a thread that does not delay the end of the program."""
    done: Future[_T] = Future()

    def do() -> None:
        done.set_running_or_notify_cancel()
        try:
            done.set_result(work())
        except Exception as error:
            done.set_exception(error)

    Thread(target=do, daemon=True).start()
    return await asyncio.wrap_future(done)


class _Loop(asyncio.SelectorEventLoop):
    """A loop that does not wait for a name server when it ends, as asyncio's does."""

    async def getaddrinfo(self, *args: Any, **options: Any) -> Any:
        return await in_thread(partial(socket.getaddrinfo, *args, **options))


def _is_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _run(main: Coroutine[Any, Any, _T]) -> _T:
    try:
        with asyncio.Runner(loop_factory=_Loop) as runner:
            return runner.run(main)
    except KeyboardInterrupt:
        with warnings.catch_warnings():  # about connections that were not opened any more
            warnings.simplefilter("ignore", RuntimeWarning)
            gc.collect()
        raise
