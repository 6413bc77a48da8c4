"""The JSON Schema of the report, made from the models.

`python -m validators.schema > docs/report.schema.json` writes the published copy anew.
"""

import json
import sys

from validators.report import Report


def schema_text() -> str:
    """Return the JSON Schema of a report as indented text with a final line break."""
    schema = Report.model_json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Postkamer completeness report",
    }
    return json.dumps({**head, **schema, **head}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
