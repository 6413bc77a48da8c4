"""What models say of a letter that saw nothing of its writer."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.chances.traits import View
from extractors.element import Reading
from extractors.roles.role_chances import RoleModel
from extractors.story.reason_chances import ReasonModels, load_reason_models


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Models by the writer that they did not see."""

    roles: Mapping[str, RoleModel]
    reasons: Mapping[str, ReasonModels]

    def view(self, reading: Reading, writer: str) -> View:
        """Return a view of a reading of a letter by the writer."""
        # Who wrote nothing of which it is known whether it says why, is in no model.
        return View(reading, self.roles[writer], self.reasons.get(writer) or load_reason_models())
