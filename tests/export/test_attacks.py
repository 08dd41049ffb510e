"""Whatever a text holds, nothing of it runs, reads, fetches or leaks in any format."""

import base64
import html
import re
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from cmalt_tui.export import Format, export_many
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Reflection, Section
from cmalt_tui.pandoc import run
from cmalt_tui.problems import InputProblem

SECRET = "TOP-SECRET-TOKEN"
LINES = """\
<script>window.alert(1)</script> and <img src=x onerror=alert(2)> and <iframe src="https://x.y"></iframe>

`<script>alert(3)</script>`{=html} and `#read("../secret.txt")`{=typst}

```{=openxml}
<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText></w:r>
```

[click]{onclick="alert(4)" style="position:fixed"} and [link](javascript:alert(5)) and
[link](vbscript:x) and [link](data:text/html,x) and [link](file:///etc/passwd) and
[link](//evil.example/x) and [ok](https://example.org/ok) and <JaVaScRiPt:alert(6)>

::: {onmouseover="alert(7)" .evil}
In a div.
:::

# Heading {onclick="alert(8)"}

![outside](../secret.png) ![absolute](SECRETPATH) ![file](file://SECRETPATH)
![linked](evidence/files/link.png)
![text](evidence/files/notes.txt) ![encoded](..%2Fsecret.png) ![net](http://127.0.0.1:PORT/a.png)
![up](../../../../../../etc/passwd) ![drawing](evidence/files/evil.svg){.inline-svg}
![d](data:image/png;base64,AAAA)

.. include:: /etc/passwd

#read("/etc/passwd") #eval("1") $x$ \\input{/etc/passwd}
"""


@pytest.fixture
def server() -> Iterator[tuple[int, list[str]]]:
    """A web server on this machine that must see no request."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running.server_address[1], seen
    running.shutdown()
    running.server_close()


@pytest.fixture
def hostile(desk: Any, tmp_path: Path, server: tuple[int, list[str]]) -> Any:
    """A portfolio with an attack in every field that is exported."""
    Image.new("RGB", (7, 7), "red").save(tmp_path / "secret.png")
    (tmp_path / "secret.txt").write_text(SECRET)
    files = desk.folder / "evidence" / "files"
    (files / "notes.txt").write_text(SECRET)
    (files / "link.png").symlink_to(tmp_path / "secret.png")
    (files / "evil.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="9" height="9"><script>alert(9)</script><image xlink:href="http://127.0.0.1:{server[0]}/b"'
        f' width="9" height="9"/><image href="{tmp_path}/secret.png" width="9" height="9"/></svg>'
    )
    text = LINES.replace("SECRETPATH", str(tmp_path / "secret.png")).replace("PORT", str(server[0]))
    bad = '</style><script>alert(10)</script> #read("/etc/passwd") \\" {{body}} ](javascript:x) `'
    item = EvidenceItem("bad", bad, bad, role=bad, access=bad, alt=bad, caption=bad)
    item = replace(item, file="../../secret.txt", url="javascript:alert(11)", physical=bad)
    picture = replace(item, id="picture", file="files/chart.png", url="https://x.y/\"onload='a'<b>")
    section = Section(
        "1a",
        bad,
        principles=(bad,),
        description=text,
        evidence=tuple(EvidenceUse(used, bad) for used in ("bad", "picture", "picture")),
        reflections=(Reflection(bad, bad, text),),
    )
    form = Section("confirmation", declaration={"name": bad, bad: bad})
    harmed = (
        desk.with_section(section).with_section(form).with_evidence(item).with_evidence(picture)
    )
    portfolio = replace(harmed.portfolio, title=bad, author=bad, language='en" onload="alert(12)')
    return replace(harmed, portfolio=portfolio)


def test_nothing_gets_through(hostile: Any, server: tuple[int, list[str]], tmp_path: Path) -> None:
    formats = list(Format)
    made = export_many([hostile.request(format) for format in formats])
    files = {format: done.file for format, done in zip(formats, made, strict=True)}
    secret = (tmp_path / "secret.png").read_bytes()
    _check_html(files[Format.HTML].read_text(), secret)
    _check_docx(files[Format.DOCX], secret)
    _check_pdf(files[Format.PDF].read_bytes())
    _check_markdown(files[Format.MARKDOWN])
    _check_site(files[Format.SITE], secret)
    with zipfile.ZipFile(files[Format.ZIP]) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert all(re.fullmatch(r"[\w.-]+(/[\w.-]+)?", name) for name in parts)
    assert not any(secret == content or SECRET.encode() in content for content in parts.values())
    assert server[1] == []
    told = " ".join(note.message for note in made[0].notes)
    for word in (
        "onclick",
        "javascript:",
        "outside the portfolio",
        "code for one format",
        "web and e-mail",
    ):
        assert word in told


def _check_html(page: str, secret: bytes) -> None:
    root = etree.HTML(page)
    names = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert not names & {"script", "iframe", "object", "embed", "link", "base", "form", "svg"}
    assert len(root.findall(".//style")) == 1
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name == "href":
                assert re.match(r"https?://|mailto:|#", value)
            if name == "src":
                assert re.match(r"data:image/(png|jpeg);base64,", value)
    assert root.get("lang") == "en-GB"
    assert SECRET not in page and base64.b64encode(secret).decode() not in page
    assert "#read(" in html.unescape(page)


def _check_site(site: Path, secret: bytes) -> None:
    for file in (file for file in site.rglob("*") if file.is_file()):
        content = file.read_bytes()
        assert content != secret and SECRET.encode() not in content
        if file.suffix != ".html":
            continue
        root = etree.HTML(content.decode())
        names = {element.tag for element in root.iter() if isinstance(element.tag, str)}
        assert not names & {"script", "iframe", "object", "embed", "style", "base", "form", "svg"}
        for element in root.iter():
            assert not any(name.startswith("on") for name in element.attrib)
            assert re.match(r"https?://|mailto:|#|[\w./-]+(#|$)|$", element.get("href", ""))
            assert re.match(r"pictures/picture-\w+\.(png|jpg)$|$", element.get("src", ""))


def _check_docx(file: Path, secret: bytes) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert secret not in parts.values()
    assert {Path(name).suffix for name in parts if "/media/" in name} == {".png"}
    for name, content in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        assert SECRET.encode() not in content
        root = etree.fromstring(content)
        for element in root.iter():
            if str(element.tag).endswith("instrText"):
                assert (element.text or "").split()[0] in ("PAGE", "TOC")
            if element.get("TargetMode") == "External":
                assert re.match(r"https?://|mailto:", element.get("Target", ""))


def _check_pdf(content: bytes) -> None:
    for word in (b"/JavaScript", b"/OpenAction", b"/EmbeddedFile", b"/Launch", SECRET.encode()):
        assert word not in content
    for address in re.findall(rb"/URI \((.*?)\)", content):
        assert re.match(rb"https?:|mailto:", address)


def _check_markdown(file: Path) -> None:
    assert SECRET not in file.read_text()
    root = etree.HTML(run(["-f", "gfm", "-t", "html"], file.read_bytes()).decode())
    assert not root.findall(".//script") and not root.findall(".//iframe")
    for element in root.iter():
        assert not any(name.startswith("on") for name in element.attrib)
        assert re.match(r"https?://|mailto:|#|$", element.get("href", ""))
        assert re.match(r"portfolio-pictures/|$", element.get("src", ""))


@pytest.mark.parametrize("row", ["[" * 20_000, "![" * 5_000, "[a](" * 5_000])
def test_a_text_that_would_take_hours_is_named(
    desk: Any, row: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cmalt_tui.export.parsing._SECONDS", 1.5)
    with pytest.raises(InputProblem) as caught:
        desk.with_section(Section("1b", description=row)).export()
    assert caught.value.problem.key == "section 1b"
    assert "brackets" in caught.value.problem.way_out


@pytest.mark.parametrize("opening", ["> " * 90, "> " * 300, "> " * 3_000, "- " * 90])
def test_a_text_that_nests_too_deep_is_named(desk: Any, opening: str) -> None:
    with pytest.raises(InputProblem) as caught:
        desk.saying(f"{opening}x").export()
    assert caught.value.problem.key == "section 1a"


@pytest.mark.parametrize("format", list(Format))
def test_a_text_that_nests_just_not_too_deep_is_written(desk: Any, format: Format) -> None:
    assert desk.saying("> " * 14 + "inmost").export(format).file.stat().st_size > 0


def test_a_text_cannot_forge_the_border_between_texts(desk: Any) -> None:
    text = desk.saying("mark\n\nmark00000000000000000000000000000000\n\nEnd.").text()
    assert "mark00000000000000000000000000000000" in text
