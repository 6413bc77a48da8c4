"""A process that ends when the process that started it ends.

Otherwise, after Ctrl-C or a kill, workers would go on for a while and keep the pipe to the next
command open.
"""

import ctypes
import signal
import sys

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def end_with_parent() -> None:
    """Ask the kernel to kill this process as soon as its parent is gone (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
