"""The feed: what happened to letters, as CloudEvents, for who would rather ask than be told."""

from flask import Response

from service.web.api.models import EventsQuery
from service.web.api.operation import Call
from service.web.problems import API

CLOUD_EVENTS = "application/cloudevents-batch+json"


def show_events(call: Call) -> Response:
    """Return events after a cursor, with a link to go on; the link is there at the end too."""
    wish = call.query_as(EventsQuery)
    page = call.parts.feed.after(call.organisation_id, wish.after, wish.limit)
    body = b"[" + b",".join(each.as_json() for each in page.events) + b"]"
    link = f'<{API}/events?after={page.cursor}&limit={wish.limit}>; rel="next"'
    return Response(body, headers={"Link": link}, content_type=CLOUD_EVENTS)
