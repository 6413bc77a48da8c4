"""What tests of every kind may ask for: servers are started when the first test needs them."""

from hypothesis import settings

from tests.servers import postgresql, rabbitmq

__all__ = ["postgresql", "rabbitmq"]

# The same examples in every run, on a machine of any speed: a test fails because of the code alone.
settings.register_profile("postkamer", derandomize=True, deadline=None)
settings.load_profile("postkamer")
