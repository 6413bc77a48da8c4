"""The API does what its description says, for requests that nobody thought of (schemathesis)."""

import gc
import itertools

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.schemas import BaseSchema

from service.web.api.operation import Operation
from service.web.api.operations import OPERATIONS
from tests.posts import post_room
from tests.web import Office, office, upload
from tests.zips import pdf

load_all_checks()
EXAMPLES = 15
UNSENT: tuple[object, ...] = (None, [], {})
# A letter that is well described may still be no letter: files are judged by what they hold.
OUT_OF_REACH = [CHECKS.get_one("positive_data_acceptance")]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> BaseSchema:
    """Return the description, which is the same for every app: reading it takes long."""
    folder = tmp_path_factory.mktemp("kantoor")
    with post_room(folder) as room, office(room, folder) as opened:
        return schemathesis.openapi.from_wsgi("/v1/openapi.json", opened.app)


@pytest.fixture
def there(our_office: Office) -> dict[str, str]:
    """Return the ids of one of everything, so that requests do not only meet what is not there."""
    client = our_office.client()
    sent = client.post("/v1/letters", **upload(("a.pdf", pdf()))).json
    key = client.post("/v1/keys", json={"name": "x", "scopes": ["read"]}).json
    wish = {"kind": "webhook", "name": "x", "settings": {"url": "https://127.0.0.1:1/"}}
    channel = client.post("/v1/channels", json=wish).json
    our_office.read_all()
    (delivery,) = client.get("/v1/deliveries").json["deliveries"]
    return {
        "batchId": sent["batchId"],
        "letterId": sent["id"],
        "keyId": key["id"],
        "channelId": channel["id"],
        "deliveryId": delivery["id"],
        "page": "1",
    }


# Werkzeug's test client leaves temporary files of large requests to the garbage collector.
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("operation", "mode"),
    [
        (operation, mode)
        for operation, mode in itertools.product(OPERATIONS, GenerationMode)
        # what asks for nothing cannot be asked wrongly
        if mode is GenerationMode.POSITIVE or operation.scope is not None
    ],
    ids=lambda each: each.id if isinstance(each, Operation) else each.value,
)
def test_no_request_breaks_the_api_or_its_description(
    our_office: Office,
    described: BaseSchema,
    there: dict[str, str],
    *,
    operation: Operation,
    mode: GenerationMode,
) -> None:
    secret, turns = our_office.client().secret, itertools.count()

    @given(case=described[operation.path][operation.method].as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Case) -> None:
        # A value that is not sent makes no request wrong, whatever the description says of it.
        assume(all(value not in UNSENT for value in (case.query or {}).values()))
        if case.path_parameters and next(turns) % 2 and mode is GenerationMode.POSITIVE:
            case.path_parameters = {name: there[name] for name in case.path_parameters}
        case.call_and_validate(
            app=our_office.app,
            headers={"Authorization": f"Bearer {secret}"},
            excluded_checks=OUT_OF_REACH,
        )

    ask()
    gc.collect()
