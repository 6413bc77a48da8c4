"""Disturbs a Postkamer at work in every way there is, and counts what came of it.

    python -m benchmarks.chaos [--minutes 5] [--seed 1] [--stack embedded|distributed]

Letters are sent all the time and reports delivered to a webhook, while processes and servers are
killed (-9) and stopped, wires cut, the disk filled (as root) and the receiver behaves badly. Then
everything is mended, and when all is at rest it must hold that: what was acknowledged is one letter
with its reports, each report was delivered and those of a letter in order, nobody who read the feed
missed an event, the ledger and the audit log are whole, and nothing temporary is left. Prints what
was done and counted; ends with 1 when a promise was broken, and then keeps the logs.
"""

import argparse
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from benchmarks.chaos.run import Outcome, run_for
from benchmarks.chaos.site import STACKS, work_folder

MOST = 40  # lines


def main() -> int:
    """Run on both stacks, or the one that was asked for."""
    parser = argparse.ArgumentParser(prog="chaos", description="Disturb and count.")
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stack", choices=STACKS)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that nothing is left running
    stacks = [options.stack] if options.stack else STACKS
    outcomes = [_run(each, options) for each in stacks]  # all of them, whatever the first says
    return 0 if all(outcomes) else 1


def _run(stack: str, options: argparse.Namespace) -> bool:
    is_good = False
    with work_folder() as folder:
        try:
            outcome = run_for(stack, folder, seconds=options.minutes * 60, seed=options.seed)
            _print(stack, options.seed, outcome)
            is_good = not outcome.counted.broken
        finally:
            if not is_good:
                _keep_logs(folder)
    return is_good


def _print(stack: str, seed: int, outcome: Outcome) -> None:
    counted = outcome.counted
    lines = [
        f"{stack}, seed {seed}: {outcome.done.total()} disturbances in {outcome.seconds:.0f} s",
        *(f"  {many:4} {name}" for name, many in sorted(outcome.done.items())),
        "  " + ", ".join(f"{name} {value}" for name, value in counted.figures.items()),
        f"  promises broken: {len(counted.broken)}",
        *(f"    {each}" for each in counted.broken[:MOST]),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _keep_logs(folder: Path) -> None:
    kept = Path(tempfile.mkdtemp(prefix="postkamer-chaos-logs-"))
    for log in folder.glob("*.log"):
        shutil.copy(log, kept)
    sys.stdout.write(f"  logs: {kept}\n")


if __name__ == "__main__":
    raise SystemExit(main())
