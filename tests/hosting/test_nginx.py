"""The nginx configuration in deploy/, run by a real nginx on localhost with the built site.

Where no nginx is installed these tests are skipped; with MOZI_NGINX=required they fail.
"""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from mozi.outputs import compression, headers
from mozi.outputs.security_headers import FRAMED_BY_NOBODY, HEADERS, POLICY

from tests.support.helpers import ROOT, load_yaml

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
CONF = ROOT / "deploy" / "nginx" / "mozi.conf"
MAIN = """\
{user} daemon off; master_process off; pid {prefix}/pid;
events {{}}
http {{
    access_log off;
    client_body_temp_path {prefix}/body; proxy_temp_path {prefix}/proxy;
    fastcgi_temp_path {prefix}/fastcgi; uwsgi_temp_path {prefix}/uwsgi; scgi_temp_path {prefix}/scgi;
    include {prefix}/mozi.conf;
}}
"""
LONG = "a-" * 150 + "a"

pytestmark = pytest.mark.skipif(
    not NGINX and os.environ.get("MOZI_NGINX") != "required",
    reason="no nginx on this machine: apt install nginx",
)


class Host:
    """A running nginx."""

    def __init__(self, port: int) -> None:
        self.port = port

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of the answer; words in names of headers are joined by `_`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        answer = connection.getresponse()
        found: dict[str, str] = {}
        for name, value in answer.getheaders():
            found[name] = f"{found[name]}, {value}" if name in found else value
        return answer.status, found, answer.read()


@pytest.fixture(scope="module")
def host(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    prefix = tmp_path_factory.mktemp("nginx")
    site = prefix / "site"
    shutil.copytree(built, site)
    compression.compress_files(site)
    (site / "projects" / "gone").mkdir()
    (site / "projects" / "gone" / "index.html").write_text("Why it is gone.")
    for file in ("api/v1/x.json", "x.ics", "x.csv", "x.jsonld", "subscribe/all.xml"):
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text("{}")
    for file in ("projects/ghana/card.html", ".git/config"):
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text("x")
    (site / "_redirects.map").write_text(
        f"/projects/old/ /projects/;\n/projects/{LONG}/ /;\n/projects/gone/ gone;\n"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    conf = CONF.read_text().replace("/srv/mozi/site", str(site))
    conf = re.sub(r"listen 80;", f"listen 127.0.0.1:{port};", conf)
    conf = re.sub(r"listen \[::\]:80;", "", conf)
    (prefix / "mozi.conf").write_text(conf)
    user = "user root;" if os.geteuid() == 0 else ""
    (prefix / "nginx.conf").write_text(MAIN.format(prefix=prefix, user=user))
    words = [str(NGINX), "-p", str(prefix), "-c", str(prefix / "nginx.conf"), "-e", "stderr"]
    tried = subprocess.run([*words, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    assert "[warn]" not in tried.stderr
    process = subprocess.Popen(words)
    try:
        for _ in range(100):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield Host(port)
    finally:
        process.terminate()
        process.wait()


def test_every_answer_carries_the_security_headers(host: Host) -> None:
    for path in ("/", "/assets/site.css", "/nowhere", "/projects/old/", "/projects/gone/"):
        _, found, _ = host.get(path)
        for name, value in HEADERS.items():
            expected = POLICY + FRAMED_BY_NOBODY if value == POLICY else value
            assert found[name] == expected, (path, name)


@pytest.mark.parametrize(
    ("said", "suggested"),
    [
        ("", ""),
        ("en-GB,en;q=0.9,zh;q=0.8", ""),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("ky, ru;q=0.8, en;q=0.7", "ru"),
        ("fr", "fr"),
        ("AR-eg", "ar"),
        ("arz,fry;q=0.5", ""),
        ("de,es;q=0.5", ""),
        ("x," * 500, ""),
    ],
)
def test_the_home_page_suggests_the_readers_language_and_redirects_nobody(
    host: Host, said: str, suggested: str
) -> None:
    status, found, body = host.get("/?utm=x", Accept_Language=said)
    assert status == 200
    assert "Accept-Language" in found["Vary"]
    visible = re.findall(r'mz-invitation" lang="(\w+)"', body.decode())
    assert visible == ([suggested] if suggested else [])
    assert '<html lang="en"' in body.decode()


def test_no_other_page_looks_at_the_readers_language(host: Host) -> None:
    answers = [host.get("/projects/", Accept_Language=code) for code in ("en", "zh")]
    assert answers[0][2] == answers[1][2]
    assert "Accept-Language" not in answers[0][1].get("Vary", "")


def test_it_knows_the_languages_of_the_site() -> None:
    codes = list(load_yaml(ROOT / "data" / "locales.yml"))
    text = CONF.read_text()
    assert re.findall(r'\\b" (\w+);', text) == [code for code in codes if code != "en"]
    assert f"(?:{'|'.join(codes)})" in text
    assert f"(?<language>{'|'.join(codes[1:])})" in text


@pytest.mark.parametrize(("path", "language"), [("/x", "en"), ("/zh/x/y/", "zh"), ("/ar/x", "ar")])
def test_404_in_the_language_of_the_address(host: Host, path: str, language: str) -> None:
    status, _, body = host.get(path)
    assert status == 404
    assert f'<html lang="{language}"' in body.decode()


def test_redirects(host: Host) -> None:
    status, found, _ = host.get("/projects/old/")
    assert (status, found["Location"]) == (301, "/projects/")
    assert host.get(f"/projects/{LONG}/")[0] == 301
    status, found, _ = host.get("/projects")
    assert (status, found["Location"]) == (301, "/projects/")


def test_what_is_gone_says_why(host: Host) -> None:
    status, _, body = host.get("/projects/gone/")
    assert (status, body) == (410, b"Why it is gone.")


def test_compressed_files_are_sent_to_those_who_take_them(host: Host, built: Path) -> None:
    page = (built / "projects" / "index.html").read_bytes()
    _, found, body = host.get("/projects/", Accept_Encoding="gzip")
    assert found["Content-Encoding"] == "gzip"
    assert (
        int(found["Content-Length"]) == len(body) < len(page) / 3
    )  # no dynamic answer has a length
    assert found["Vary"] == "Accept-Encoding"
    assert host.get("/projects/")[2] == page


@pytest.mark.parametrize(
    ("path", "keep"),
    [
        ("/", "no-cache"),
        ("/projects/", "no-cache"),
        ("/pagefind/pagefind-entry.json", "no-cache"),
        ("/assets/site.css", "public, max-age=600"),
    ],
)
def test_how_long_a_browser_keeps_a_file_and_how_it_asks_again(
    host: Host, path: str, keep: str
) -> None:
    _, found, _ = host.get(path)
    assert found["Cache-Control"] == keep
    status, _, body = host.get(path, If_None_Match=found["ETag"])
    assert (status, body) == (304, b"")


def test_names_with_a_checksum_are_kept_for_ever(host: Host, built: Path) -> None:
    named = [*built.glob("assets/stylesheets/main.*"), *built.glob("pagefind/fragment/*")]
    for path in (named[0], named[-1]):
        _, found, _ = host.get(f"/{path.relative_to(built).as_posix()}")
        assert "immutable" in found["Cache-Control"], path
    assert "Cache-Control" not in host.get("/assets/stylesheets/main.00000000.min.css")[1]


@pytest.mark.parametrize(
    ("path", "type"),
    [
        ("/x.ics", "text/calendar; charset=utf-8"),
        ("/x.csv", "text/csv; charset=utf-8"),
        ("/x.jsonld", "application/ld+json; charset=utf-8"),
        ("/subscribe/all.xml", "application/atom+xml; charset=utf-8"),
        ("/api/v1/x.json", "application/json; charset=utf-8"),
        ("/assets/site.js", "application/javascript; charset=utf-8"),
        ("/assets/favicon.svg", "image/svg+xml; charset=utf-8"),
        ("/", "text/html; charset=utf-8"),
    ],
)
def test_media_types(host: Host, path: str, type: str) -> None:
    assert host.get(path)[1]["Content-Type"] == type


def test_other_sites_may_read_the_data_and_frame_the_cards_only(host: Host) -> None:
    _, data, _ = host.get("/api/v1/x.json")
    assert data["Access-Control-Allow-Origin"] == "*"
    _, card, _ = host.get("/projects/ghana/card.html")
    assert card["Content-Security-Policy"].endswith("frame-ancestors *")
    _, page, _ = host.get("/projects/ghana/")
    assert "Access-Control-Allow-Origin" not in page
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/_headers", "/_redirects.map", "/.git/config", "/x.csv.gz"])
def test_what_is_not_for_readers_is_not_sent(host: Host, path: str) -> None:
    assert host.get(path)[0] == 404


def test_the_headers_for_static_hosts_say_the_same() -> None:
    blocks = headers.render().split("\n\n")
    assert blocks[0].splitlines() == ["/*", *(f"  {name}: {v}" for name, v in HEADERS.items())]
