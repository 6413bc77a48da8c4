"""What tests of every kind may ask for: servers are started when the first test needs them."""

import gc

from hypothesis import settings

from tests.servers import postgresql, rabbitmq

__all__ = ["postgresql", "rabbitmq"]

# The same examples in every run, on a machine of any speed: a test fails because of the code alone.
settings.register_profile("postkamer", derandomize=True, deadline=None)
settings.load_profile("postkamer")


def pytest_collection_finish() -> None:
    """Spare the collector of garbage what all tests share: it is large and stays until the end."""
    gc.collect()
    gc.freeze()
