from starlette.testclient import TestClient


def test_a_write_from_another_site_is_refused(client: TestClient) -> None:
    answer = client.post("/anything", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
