"""What worker processes do in tests: importable by name, because a process takes no closures."""

import os
import signal
import time

from service.ports.errors import AwayError, Trouble
from service.ports.reading import Assignment, Finished


def obey(assignment: Assignment) -> Finished:
    """Do what the name of the file says."""
    act = assignment.file.partition("-")[0]
    if act == "die":
        os.kill(os.getpid(), signal.SIGABRT)
    if act == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if act == "hang":
        time.sleep(3600)
    if act == "slow":
        time.sleep(0.3)
    if act == "eat":
        try:
            return Finished(place=str(len(bytearray(8 * 1024**3))))
        except MemoryError:
            return Finished(trouble=Trouble.GEHEUGEN_OP)
    if act == "away":
        raise AwayError
    if act == "noise":
        os.write(1, b"noise")
    return Finished(place=assignment.file)
