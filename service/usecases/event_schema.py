"""The JSON Schema of an event, made from the model.

`python -m service.usecases.event_schema > docs/event.schema.json` writes the published copy anew.
"""

import json
import sys

from service.usecases.cloudevents import CloudEvent


def schema_text() -> str:
    """Return the JSON Schema of an event as indented text with a final line break."""
    schema = CloudEvent.model_json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Postkamer event (CloudEvents 1.0, NL GOV profile 1.1)",
    }
    return json.dumps({**head, **schema, **head}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
