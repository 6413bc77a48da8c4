"""A letter as cues: what the judges of its kind ask of its body, its heading and its addressee."""

from dataclasses import dataclass
from itertools import product

from extractors.document import Letter
from extractors.element import Evidence, evidence_of
from extractors.story.passages import Body, addressee_of, body_of, heading_of


@dataclass(frozen=True, slots=True)
class Case:
    """A letter as cues: its body, its heading and who is written to."""

    body: Body
    heading: Body
    addressee: str

    def said(self, group: str, *vetoes: str) -> int:
        """Count the sentences with a cue of the group and none of the vetoes."""
        return len(self.body.holding(group, *vetoes))

    def headed(self, *groups: str) -> bool:
        """Tell whether the subject or title has a cue of one of the groups."""
        return bool(self.heading.analysis.cues(*groups))

    def evidence(self, *groups: str) -> tuple[Evidence, ...]:
        """Return the place of the first cue of the first group that has one."""
        for part, group in product((self.body, self.heading), groups):
            hits = part.analysis.cues(group)
            if hits:
                return evidence_of(part.text.span(hits[0].start, hits[0].end))
        return ()


def case_of(letter: Letter) -> Case:
    """Read a letter once for all who judge what it wants."""
    return Case(body_of(letter), heading_of(letter), addressee_of(letter))
