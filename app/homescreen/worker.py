"""The script of the service worker: it names the files of one version, and what works on them."""

import json
from collections.abc import Mapping, Sequence


def worker_script(
    version: str,
    work: str,
    *,
    files: Sequence[str],
    pages: Sequence[str],
    offline: Mapping[str, str],
) -> str:
    """Another version is another text: that is how a browser notices."""
    kept = {"version": version, "files": files, "pages": pages, "offline": offline}
    return f'import {{ work }} from "{work}";\n\nwork(self, {json.dumps(kept)});\n'
