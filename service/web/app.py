"""The web service: an app over the parts that it is given."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from service.settings import MIB
from service.usecases.web_parts import WebParts
from service.web import assets, headers, problems, sessions
from service.web.api.about import OPENAPI
from service.web.api.dispatch import blueprint_of
from service.web.api.operations import OPERATIONS
from service.web.pages import alerts
from service.web.pages.answers import answers
from service.web.pages.beheer.aside import aside
from service.web.pages.beheer.channels import channels
from service.web.pages.beheer.destruction import destruction
from service.web.pages.beheer.health import health
from service.web.pages.beheer.keys import keys
from service.web.pages.beheer.people import people
from service.web.pages.beheer.profiles import profiles
from service.web.pages.beheer.retention import retention
from service.web.pages.beheer.words import ROLES
from service.web.pages.calculator import calculator
from service.web.pages.concept_page import concepts
from service.web.pages.dossiers import dossiers
from service.web.pages.letter import letter
from service.web.pages.login import login
from service.web.pages.overview import overviews
from service.web.pages.own_sessions import own_sessions
from service.web.pages.worklist import worklist
from validators.texts.days import date_text

ADMINISTRATION = (health, profiles, people, keys, channels, aside, retention, destruction)


def create_app(parts: WebParts) -> Flask:
    """Return the app; it opens nothing by itself and keeps nothing between requests."""
    app = Flask(__name__)
    app.secret_key = parts.site.secret
    app.url_map.merge_slashes = False  # a wrong address is not found, never redirected
    app.extensions[OPENAPI] = OPERATIONS
    headers.register(app)
    problems.register(app, problems.Limits(parts.door.max_bytes // MIB, parts.door.max_files))
    app.register_blueprint(blueprint_of(OPERATIONS, parts))
    sessions.register(app, parts, streamed=frozenset({"werklijst.send"}))
    assets.register(app)
    app.jinja_env.filters["dag"] = date_text
    app.jinja_env.filters["rol"] = lambda role: ROLES[role].lower()
    daily = (login, worklist, letter, dossiers, answers, concepts, calculator, overviews)
    for pages in (*daily, own_sessions, *ADMINISTRATION):
        app.register_blueprint(pages)
    alerts.register(app)
    if parts.site.oidc is not None:
        from service.web import oidc  # noqa: PLC0415 - an extra that not everyone has installed

        oidc.register(app, parts.site.oidc, url=parts.site.url, is_https=parts.site.is_https)
    if parts.site.trusted_proxies:
        hops = parts.site.trusted_proxies
        proxied = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
        app.wsgi_app = proxied  # type: ignore[method-assign]
    return app
