"""Writes what was learnt of roles as data that the product loads."""

from collections.abc import Sequence

from benchmarks.roles.learning import Example
from extractors.learnt.written import thousandths, written_lines
from extractors.roles.role_chances import ROLES, RoleModel

HEAD = """\
# How likely each role of a date, number, name or address is (extractors/roles/role_chances.py): a
# logistic model for each sort over the traits of extractors/roles/around.py and itself.py.
# Thousandths for each trait: how far it speaks for {roles}.
#
# Written by a command; do not edit:
#   python -m benchmarks.fit_roles
# {counts}
# By models that saw nothing of the same writer, on letters that were marked for this:
"""


def model_file(model: RoleModel, examples: Sequence[Example], told: str) -> str:
    """Return the text of `extractors/roles/rolkansen.toml`."""
    letters = {each.letter for each in examples}
    counts = f"{len(examples)} things in {len(letters)} letters."
    roles = "; ".join(f"{sort}: {', '.join(each)}" for sort, each in ROLES.items())
    lines = [HEAD.format(roles=roles, counts=counts)]
    lines += [f"#   {line}\n" for line in told.splitlines()]
    for sort, each in model.items():
        lines.append(f"\n[{sort}]\nconstant = {thousandths(each.constant)}\n\n[{sort}.weights]\n")
        lines += [f"{line}\n" for line in written_lines(each.weights)]
    return "".join(lines)
