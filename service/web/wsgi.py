"""The app of an installation, for a server to serve."""

from flask import Flask

from service.bootstrap.tracing import open_spans
from service.bootstrap.web import meter, web_parts
from service.settings import Settings, read_settings
from service.web import watching
from service.web.app import create_app
from service.web.health import health_pages


def open_app(settings: Settings) -> Flask:
    """Return the app over what these settings say.

    Raises:
        ConfigurationError: when what is kept cannot be opened.

    """
    parts = web_parts(settings)
    parts.pages.warm_up()
    app = create_app(parts)
    watching.register(app, meter(), open_spans(settings, "web"))
    app.register_blueprint(health_pages(parts.look))
    return app


def app_of_environment() -> Flask:
    """Return the app of the environment: `gunicorn 'service.web.wsgi:app_of_environment()'`."""
    return open_app(read_settings())
