"""Fetch the front-end files named in vendor.toml, or check the ones that are here."""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SUMS = ROOT / "static/vendor/SHA256SUMS"
LICENSES = ROOT / "static/vendor/licenses"


def main() -> int:
    packages = tomllib.loads((ROOT / "vendor.toml").read_text("utf-8"))["package"]
    if "--check" in sys.argv[1:]:
        return report(faults_of(packages))
    for package in packages:
        refresh(package)
    SUMS.write_text("".join(f"{sha256(path)}  {path}\n" for path in paths_of(packages)), "utf-8")
    return 0


def report(faults: list[str]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def faults_of(packages: list[dict[str, Any]]) -> list[str]:
    """What differs between vendor.toml, the sums and the files."""
    lines = SUMS.read_text("utf-8").splitlines()
    sums = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    wanted = paths_of(packages)
    faults = [f"{path}: not in vendor.toml" for path in sums if path not in wanted]
    for path in wanted:
        if not (ROOT / path).is_file():
            faults.append(f"{path}: missing")
        elif sha256(path) != sums.get(path):
            faults.append(f"{path}: not the file that was fetched")
    return faults


def paths_of(packages: list[dict[str, Any]]) -> list[str]:
    files = [file["to"] for package in packages for file in package["file"]]
    return files + [str(license_of(package).relative_to(ROOT)) for package in packages]


def license_of(package: dict[str, Any]) -> Path:
    return LICENSES / f"{package['name']}.txt"


def sha256(path: str) -> str:
    return hashlib.sha256((ROOT / path).read_bytes()).hexdigest()


def refresh(package: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = unpack(package, Path(folder))
        write(license_of(package), (source / package["license"]).read_bytes())
        for file in package["file"]:
            content = sprite(package, file, source) if "icons" in file else joined(file, source)
            write(ROOT / file["to"], content)


def unpack(package: dict[str, Any], folder: Path) -> Path:
    name = f"{package['name']}@{package['version']}"
    subprocess.run(
        ["npm", "pack", "--silent", "--pack-destination", folder, name],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def joined(file: dict[str, Any], source: Path) -> bytes:
    content = b"\n".join((source / name).read_bytes() for name in file["from"])
    for pattern, replacement in file.get("replace", []):
        content, times = re.subn(pattern.encode(), replacement.encode(), content)
        if not times:
            raise SystemExit(f"{file['to']}: nothing matches {pattern}")
    return content + f"\n{file['append']}\n".encode() if "append" in file else content


def sprite(package: dict[str, Any], file: dict[str, Any], source: Path) -> bytes:
    """One symbol an icon: colour and stroke come from the style sheet of the page."""
    icons = [(name, (source / f"icons/{name}.svg").read_text("utf-8")) for name in file["icons"]]
    made_from = f"<!-- Lucide {package['version']}, licenses/{package['name']}.txt -->"
    svg = [
        '<svg xmlns="http://www.w3.org/2000/svg">',
        made_from,
        *(symbol(name, icon) for name, icon in icons),
        "</svg>",
    ]
    return "\n".join(svg).encode() + b"\n"


def symbol(name: str, svg: str) -> str:
    shapes = "".join(re.findall(r"<(?!svg|!|/)[^>]+>", svg)).replace(" />", "/>")
    return f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>'


if __name__ == "__main__":
    sys.exit(main())
