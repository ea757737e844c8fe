"""An export client as they are in practice: the standard library alone, nothing known of this service but its paths.

It forwards Authorization when a download redirects, keeps the last history id it has seen, lists with a large size,
compares `count` with `size`, and sends booleans as text. With ROOT "/data-download" it is one of the predecessor's: what
it reads is the `data` of an answer, and it takes every list for JSON, also an empty one.
"""
import base64
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

BASE, PEM, STATE, ROOT = sys.argv[1:5]
ENVELOPED = ROOT == "/data-download"


def call(method, path, query=None, body=None, headers=None):
    url = BASE + path + ("?" + urllib.parse.urlencode(query) if query else "")
    request = urllib.request.Request(url, data=body, method=method, headers={**AUTH, **(headers or {})})
    with urllib.request.urlopen(request, timeout=60) as answer:
        text = answer.read()
        return answer, text


def ask(method, path, query=None, body=None):
    """JSON in, JSON out; None for an answer without a body."""
    data = None if body is None else json.dumps(body).encode()
    answer, text = call(method, path, query, data, {"Content-Type": "application/json"})
    if not ENVELOPED:
        return json.loads(text) if text else None
    if method == "DELETE" and not text:
        return None
    found = json.loads(text)
    assert found["status"] == {"code": 0, "message": "successful", "detail": {}} and list(found) == ["status", "data"], found
    return found["data"]


def sign_in():
    basic = base64.b64encode(b"demo:demo").decode()
    form = urllib.parse.urlencode({"grant_type": "password", "username": "demo", "password": "demo"}).encode()
    request = urllib.request.Request(BASE + "/auth/v3/oauth/token", data=form, headers={"Authorization": "Basic " + basic})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["access_token"]


AUTH = {}
AUTH = {"Authorization": "Bearer " + sign_in(), "x-api-key": "a-key"}


def upload_certificate(version):
    boundary = "----urllib"
    with open(PEM, "rb") as file:
        content = file.read()
    body = (
        b"--" + boundary.encode() + b'\r\nContent-Disposition: form-data; name="file"; filename="c.pem"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n" + content + b"\r\n--" + boundary.encode() + b"--\r\n"
    )
    answer, text = call("POST", f"{ROOT}/{version}/cipher/c.pem", None, body, {"Content-Type": "multipart/form-data; boundary=" + boundary})
    stored = json.loads(text)
    assert answer.status == 201 and (stored["data"] if ENVELOPED else stored) == "c.pem"


def last_seen():
    try:
        with open(STATE) as file:
            return int(file.read())
    except FileNotFoundError:
        return 0


def new_history(version):
    """The history items that are newer than the last one seen, the way pollers do it."""
    page = ask("GET", f"{ROOT}/{version}/export/history", {"size": 100000, "orderField": "createdDate", "descAsc": "true"})
    assert page is not None
    assert page["size"] == 100000 and page["count"] <= page["size"] and len(page["items"]) == page["count"]
    return [item for item in page["items"] if item["id"] > last_seen()]


def export(version, files_version):
    suspended = False if version == "v10" else "false"
    body = {
        "source": "UCS",
        "title": "nightly " + version,
        "timeFrame": {"all": True},
        "schedulerParam": {"immediately": True},
        "jobParams": {"type": "Interaction", "media": ["all"]},
        "suspended": suspended,
    }
    if version == "v10":
        body["type"] = "UCS"
    job = ask("POST", f"{ROOT}/{version}/export/jobs", None, body)
    deadline = time.time() + 120
    while True:
        fresh = [item for item in new_history(version) if item["parentId"] == job["id"]]
        if fresh and fresh[0]["status"] in ("Finished", "Failed"):
            break
        assert time.time() < deadline, "the export did not end"
        time.sleep(0.3)
    item = fresh[0]
    assert item["status"] == "Finished", item
    progress = ask("GET", f"{ROOT}/{version}/export/history/{item['id']}/progress")
    assert progress["progress"] == 100 and progress["status"] == "Finished"
    # Followed by urllib itself, with Authorization and x-api-key sent along to the storage.
    answer, content = call("GET", f"{ROOT}/{files_version}/files/{item['fileName']}")
    assert answer.status == 200 and "/files/" not in urllib.parse.urlparse(answer.url).path, answer.url
    assert len(content) == item["fileSize"] and b"smime-type=enveloped-data" in content[:500]
    with open(STATE, "w") as file:
        file.write(str(item["id"]))
    assert new_history(version) == []
    return job["id"], item


def missing(version):
    try:
        call("GET", f"{ROOT}/{version}/export/jobs/999999999")
    except urllib.error.HTTPError as error:
        assert error.code == 404 and json.load(error)["status"]["code"] == 404
        return
    raise AssertionError("a job that is not there was answered")


for version, files_version in [("v4", "v3")] if ENVELOPED else [("v10", "v10"), ("v4", "v3")]:
    if ENVELOPED:
        empty = ask("GET", "/data-download/v4/export/history", {"title": "nothing is called so", "orderField": "id"})
        assert empty["count"] == 0 and empty["items"] == [], empty
    upload_certificate(files_version)
    job, item = export(version, files_version)
    found = ask("GET", f"{ROOT}/{version}/export/jobs", {"title": "nightly", "descAsc": "true", "size": 100000})
    assert job in [entry["id"] for entry in found["items"]]
    one = ask("GET", f"{ROOT}/{version}/export/jobs/{job}")
    assert one["id"] == (job if version == "v10" else str(job))
    links = ask("GET", f"{ROOT}/{files_version}/files", {"filename": item["fileName"]})
    path = links[0]["path"] if version == "v10" else links["path"]
    with urllib.request.urlopen(path, timeout=60) as answer:
        assert len(answer.read()) == item["fileSize"]
    missing(version)
    ask("DELETE", f"{ROOT}/{version}/export/jobs", {"jobIDs": job})
    missing(version)
print("done")
