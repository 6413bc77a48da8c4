"""What tests of every kind may ask for: servers are started when the first test needs them."""

from tests.servers import postgresql, rabbitmq

__all__ = ["postgresql", "rabbitmq"]
