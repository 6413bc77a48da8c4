"""spaCy without its command line; the only import of spaCy.

`import spacy` also imports the commands that train and download models, and with them a web client
and a project manager: two thirds of its time, and nothing that a tokenizer or a matcher uses. A
name in `sys.modules` that stands for them keeps them out; whoever wants them has another process.
"""

import sys
from types import ModuleType
from typing import Final

_COMMANDS: Final = ("spacy.cli", "spacy.cli.info")
if "spacy" not in sys.modules:
    for name in _COMMANDS:
        sys.modules[name] = ModuleType(name)
    # What the package takes from there to show it as its own.
    sys.modules[_COMMANDS[1]].info = None  # type: ignore[attr-defined]

from spacy.lang.nl import Dutch  # noqa: E402
from spacy.tokenizer import Tokenizer  # noqa: E402
from spacy.tokens import Doc  # noqa: E402
from spacy.util import (  # noqa: E402
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
)
from spacy.vocab import Vocab  # noqa: E402

for name in _COMMANDS:  # it is imported: nobody else shall stumble over the names
    if getattr(sys.modules.get(name), "__file__", None) is None:
        sys.modules.pop(name, None)

__all__ = [
    "Doc",
    "Dutch",
    "Tokenizer",
    "Vocab",
    "compile_infix_regex",
    "compile_prefix_regex",
    "compile_suffix_regex",
]
