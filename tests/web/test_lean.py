"""Scripts and styles travel without what only people read, and mean the same."""

import gzip
import json
import subprocess
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.web.assets import STATIC, asset
from app.web.lean import lean

SCRIPTS = sorted(path for path in STATIC.rglob("*.js") if "vendor" not in path.parts)

PARSE = """
    const scripts = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    for (const text of scripts) new (require("vm").SourceTextModule)(text);
    console.log(scripts.length);
"""


@pytest.mark.parametrize(
    ("kind", "written", "sent"),
    [
        (
            ".js",
            "/** What it does. */\n\nexport function go() {\n  return 1;\n}\n",
            "export function go() {\nreturn 1;\n}\n",
        ),
        (".js", "// why\n  // and why\nlet a;\n", "let a;\n"),
        (".js", "/**\n * Two lines,\n * and a * in them.\n */\nlet a;\n", "let a;\n"),
        (
            ".js",
            'const at = "https://a.example"; // kept\n',
            'const at = "https://a.example"; // kept\n',
        ),
        (".js", "const every = 2 /* of three */ * 3;\n", "const every = 2 /* of three */ * 3;\n"),
        (".css", "/* Where. */\n.a {\n  color: red;\n}\n", ".a {\ncolor: red;\n}\n"),
        (".css", '.a { content: "/* no */  two"; }\n', '.a { content: "/* no */  two"; }\n'),
    ],
)
def test_comments_and_indentation_stay_at_home(kind: str, written: str, sent: str) -> None:
    assert lean(written, kind) == sent


def test_every_script_of_ours_is_still_a_script(tmp_path: Path) -> None:
    scripts = [lean(script.read_text("utf-8"), ".js") for script in SCRIPTS]
    listed = tmp_path / "scripts.json"
    listed.write_text(json.dumps(scripts), "utf-8")

    checked = subprocess.run(
        ["node", "--experimental-vm-modules", "--no-warnings", "-e", PARSE, listed],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert checked.stderr == ""
    assert checked.stdout.strip() == str(len(SCRIPTS))


def test_our_scripts_travel_lean_and_others_as_they_were_made(client: TestClient) -> None:
    ours, others = (STATIC / path for path in ("capture/page.js", "vendor/htmx.js"))

    assert client.get(asset("capture/page.js")).text == lean(ours.read_text("utf-8"), ".js")
    assert client.get(asset("vendor/htmx.js")).content == others.read_bytes()


def test_what_travels_is_smaller() -> None:
    whole = sum(len(gzip.compress(script.read_bytes())) for script in SCRIPTS)
    travelling = sum(
        len(gzip.compress(lean(script.read_text("utf-8"), ".js").encode())) for script in SCRIPTS
    )

    assert travelling < 0.9 * whole
