"""What the API tells of itself: its root, its description for programs and its page for people."""

import json

from flask import Response, current_app, render_template

from service.web.api.models import Root
from service.web.api.openapi import Description, describe
from service.web.api.operation import JSON, Call, Operation, json_answer
from service.web.headers import API_VERSION
from service.web.problems import API
from service.web.texts import PROBLEMS

OPENAPI = "openapi"


def show_root(_call: Call) -> Response:
    """Say what this is and where it is explained."""
    return json_answer(
        Root(
            name="Postkamer",
            version=API_VERSION,
            openapi=f"{API}/openapi.json",
            docs=f"{API}/docs",
        )
    )


def show_openapi(call: Call) -> Response:
    """Return the description, for any page on the web to read."""
    body = json.dumps(described(call), ensure_ascii=False)
    headers = {
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return Response(body, headers=headers, content_type=JSON)


def show_docs(call: Call) -> Response:
    """Return the page that explains the API."""
    page = render_template("docs.html", api=described(call), problems=PROBLEMS)
    return Response(page, content_type="text/html; charset=utf-8")


def described(call: Call) -> Description:
    """Return the description of this installation's API."""
    operations: tuple[Operation, ...] = current_app.extensions[OPENAPI]
    return describe(operations, call.parts.site)
