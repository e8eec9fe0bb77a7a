"""The local Hub, asked by the real client: does it answer as huggingface.co does?"""

import os
import subprocess
import sys

import pytest
from huggingface_hub import HfApi
from huggingface_hub.errors import (
    BadRequestError,
    DisabledRepoError,
    GatedRepoError,
    HfHubHTTPError,
    RepositoryNotFoundError,
)

from tests.hub_server.server import Hub


def test_rows_say_what_was_asked_for(hub: Hub) -> None:
    hub.add("acme/Open-1B", license="apache-2.0", base_model="up/Open-1B", downloads=7)
    hub.add("other/Open-1B")
    rows = list(HfApi().list_models(author="acme", expand=["downloads", "tags", "createdAt"]))
    assert [row.id for row in rows] == ["acme/Open-1B"]
    assert rows[0].downloads == 7
    assert rows[0].tags == ["license:apache-2.0", "base_model:up/Open-1B"]
    assert rows[0].gated is None
    assert hub.requests[0].query["expand"] == ["downloads", "tags", "createdAt"]
    (plain,) = HfApi().list_models(author="acme")
    assert (plain.last_modified, plain.downloads_all_time) == (None, None)


@pytest.mark.parametrize("name", ["baseModels", "childrenModelCount", "usedStorage"])
def test_what_only_a_repo_can_be_asked_for(hub: Hub, name: str) -> None:
    hub.add("acme/Open-1B", baseModels=None, childrenModelCount={})
    with pytest.raises(BadRequestError, match=f"Invalid expand {name}"):
        list(HfApi().list_models(author="acme", expand=[name]))  # type: ignore[list-item]
    assert HfApi().model_info("acme/Open-1B", expand=[name]).id == "acme/Open-1B"  # type: ignore[list-item]


def test_pages(hub: Hub) -> None:
    hub.page_size = 3
    ids = {hub.add(f"acme/Model-{n}").id for n in range(7)}
    rows = list(HfApi().list_models(author="acme", sort="created_at", expand=["gated"]))
    assert [row.id for row in rows] == sorted(ids, reverse=True)
    assert len(hub.requests) == 3
    assert list(HfApi().list_models(author="nobody")) == []


@pytest.mark.parametrize(("sort", "count"), [("created_at", 7), (None, 6)])
def test_ranks_that_change_between_pages(hub: Hub, sort: str | None, count: int) -> None:
    hub.page_size = 3
    for n in range(7):
        hub.add(f"acme/Model-{n}", trendingScore=n)

    def rise(world: object) -> None:
        hub.repos["acme/Model-0"].facts["trendingScore"] = 100

    hub.after_page = rise
    assert len({row.id for row in HfApi().list_models(author="acme", sort=sort)}) == count  # type: ignore[arg-type]


def test_redirects_for_case_and_rename(hub: Hub) -> None:
    hub.add("acme/Open-1B")
    hub.rename("acme/Old-1B", "acme/Open-1B")
    assert HfApi().model_info("ACME/open-1b", expand=["gated"]).id == "acme/Open-1B"
    assert HfApi().model_info("acme/Old-1B", expand=["gated"]).id == "acme/Open-1B"
    assert [request.status for request in hub.requests] == [307, 200, 307, 200]
    assert hub.requests[1].query == {"expand": ["gated"]}


def test_refusals(hub: Hub) -> None:
    hub.tokens = {"hf_good": "alice", "hf_old": ""}
    hub.add("acme/Private", private=True, readers=["hf_good"])
    hub.add("acme/Gated", gated="manual")
    hub.add("acme/Off", disabled=True)
    hub.add("acme/Blocked", blocked=True)
    api = HfApi(token=False)
    for name, status, token in [
        ("acme/nope", 401, False),
        ("acme/Private", 401, False),
        ("acme/nope", 404, "hf_good"),
        ("acme/Off", 401, "hf_old"),
    ]:
        with pytest.raises(RepositoryNotFoundError) as refused:
            api.model_info(name, token=token)
        assert refused.value.response.status_code == status
    with pytest.raises(HfHubHTTPError, match="Invalid credentials"):
        api.model_info("acme/Off", token="hf_bad")
    with pytest.raises(DisabledRepoError):
        api.model_info("acme/Blocked")
    with pytest.raises(BadRequestError, match="usedStorage"):
        api.model_info("acme/Off", expand=["_id"])  # type: ignore[list-item]
    assert api.model_info("acme/Off", expand=["disabled"]).disabled is True
    assert api.model_info("acme/Private", token="hf_good").private is True
    assert api.model_info("acme/Gated", expand=["gated"]).gated == "manual"
    with pytest.raises(GatedRepoError):
        api.auth_check("acme/Gated")


def test_quota(hub: Hub) -> None:
    hub.add("acme/Open-1B")
    hub.quotas = (2, 1000)
    now = 0.0
    hub.clock = lambda: now
    for _ in range(2):
        HfApi().model_info("acme/Open-1B")
    now = 12.5
    with pytest.raises(HfHubHTTPError) as refused:
        HfApi().model_info("acme/Open-1B")
    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["RateLimit"] == '"api";r=0;t=288'
    now = 300.0
    assert HfApi().model_info("acme/Open-1B").id == "acme/Open-1B"


@pytest.mark.parametrize("kind", ["drop", "reset", "cut", "html", "error_200", "status"])
def test_faults(hub: Hub, kind: str) -> None:
    hub.add("acme/Open-1B")
    hub.fault(kind, on="Open-1B")
    with pytest.raises(Exception):  # noqa: B017
        HfApi().model_info("acme/Open-1B")
    assert HfApi().model_info("acme/Open-1B").id == "acme/Open-1B"


def test_a_stall(hub: Hub) -> None:
    hub.add("acme/Open-1B")
    hub.fault("hang", on="Open-1B")
    with pytest.raises(Exception, match="timed out"):
        HfApi().model_info("acme/Open-1B", timeout=0.1)


def test_another_process(hub: Hub) -> None:
    hub.add("acme/Open-1B")
    code = "from huggingface_hub import HfApi; print(HfApi().model_info('acme/Open-1B').id)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("acme/Open-1B\n", "")
    assert [request.path for request in hub.requests] == ["/api/models/acme/Open-1B"]
