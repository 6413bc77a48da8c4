"""What models say of a letter that saw nothing of its writer."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.chances.view import View
from extractors.element import Reading
from extractors.learnt.yes_or_no import YesOrNo
from extractors.roles.behalf import load_behalf_model
from extractors.roles.role_chances import RoleModel, load_role_model
from extractors.story.reason_chances import ReasonModels, load_reason_models


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Models by the writer that they did not see."""

    roles: Mapping[str, RoleModel]
    reasons: Mapping[str, ReasonModels]
    behalf: Mapping[str, YesOrNo]

    def view(self, reading: Reading, writer: str) -> View:
        """Return a view of a reading of a letter by the writer."""
        # Whose letters are not marked for one of them, is in none of its models.
        return View(
            reading,
            self.roles.get(writer) or load_role_model(),
            self.reasons.get(writer) or load_reason_models(),
            self.behalf.get(writer) or load_behalf_model(),
        )
