"""Cut chunks of text as spaCy does, with spaCy itself; the only import of it.

Only what holds other signs than Dutch post has comes here (`cutter.py`), so that most processes
never load it.

`import spacy` also imports the commands that train and download models, and with them a web client
and a project manager: two thirds of its time, and nothing that a tokenizer or a matcher uses. A
name in `sys.modules` that stands for them keeps them out; whoever wants them has another process.
"""

import sys
from collections.abc import Iterable
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
from spacy.util import (  # noqa: E402
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
)
from spacy.vocab import Vocab  # noqa: E402

for name in _COMMANDS:  # it is imported: nobody else shall stumble over the names
    if getattr(sys.modules.get(name), "__file__", None) is None:
        sys.modules.pop(name, None)


class SpacyCutter:
    """The tokenizer of `spacy.blank("nl")` alone: a pipeline takes half a second to set up."""

    def __init__(self, whole: Iterable[str]) -> None:
        """Keep these words whole besides those of spaCy; nothing else that it knows is asked."""
        rules = Dutch.Defaults
        self._vocab = Vocab()
        self._tokenizer = Tokenizer(
            self._vocab,
            rules=rules.tokenizer_exceptions,
            prefix_search=compile_prefix_regex(rules.prefixes).search,
            suffix_search=compile_suffix_regex(rules.suffixes).search,
            infix_finditer=compile_infix_regex(rules.infixes).finditer,
            token_match=rules.token_match,
            url_match=rules.url_match,
        )
        for word in whole:
            self._tokenizer.add_special_case(word, [{"ORTH": word}])

    def cut(self, chunk: str) -> list[str]:
        """Return the words and signs of a chunk without white space; from one thread at a time."""
        # spaCy would keep each word for ever: the zone forgets them.
        with self._vocab.memory_zone():
            return [token.text for token in self._tokenizer(chunk)]
