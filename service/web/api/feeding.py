"""The feed: what happened to letters, as CloudEvents, for who would rather ask than be told."""

import json

from flask import Response

from service.web.api.models import EventsQuery
from service.web.api.operation import Call
from service.web.problems import API

CLOUD_EVENTS = "application/cloudevents-batch+json"


def show_events(call: Call) -> Response:
    """Return events after a cursor, with a link to go on; the link is there at the end too."""
    wish = call.query_as(EventsQuery)
    parts = call.parts
    events = parts.feed.after(call.organisation_id, wish.after, wish.limit)
    cursor = events[-1].cursor if events else wish.after
    body = json.dumps([parts.event_body(each) for each in events], ensure_ascii=False)
    link = f'<{API}/events?after={cursor}&limit={wish.limit}>; rel="next"'
    return Response(body, headers={"Link": link}, content_type=CLOUD_EVENTS)
