"""What models say of a letter that saw nothing of its writer."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.chances.traits import View
from extractors.element import Reading
from extractors.roles.role_chances import RoleModel, load_role_model
from extractors.story.reason_chances import ReasonModels, load_reason_models


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Models by the writer that they did not see."""

    roles: Mapping[str, RoleModel]
    reasons: Mapping[str, ReasonModels]

    def view(self, reading: Reading, writer: str) -> View:
        """Return a view of a reading of a letter by the writer."""
        # Whose letters are not marked with one of both, is in none of its models.
        roles = self.roles.get(writer) or load_role_model()
        return View(reading, roles, self.reasons.get(writer) or load_reason_models())
