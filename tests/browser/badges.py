"""Badges to hold before a faked camera: pictures of them, and videos of the pictures."""

import subprocess
from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image, ImageDraw, ImageFont

SYMBOLOGIES = {
    "qr_code": zxingcpp.BarcodeFormat.QRCode,
    "data_matrix": zxingcpp.BarcodeFormat.DataMatrix,
    "pdf417": zxingcpp.BarcodeFormat.PDF417,
    "aztec": zxingcpp.BarcodeFormat.Aztec,
    "code_128": zxingcpp.BarcodeFormat.Code128,
    "code_39": zxingcpp.BarcodeFormat.Code39,
    "ean_13": zxingcpp.BarcodeFormat.EAN13,
}
FRAME = (1280, 720)
HALL = (74, 78, 92)
CARD = (420, 600)
MARGIN = 10


def badge_picture(
    payload: str | bytes,
    symbology: str = "qr_code",
    *,
    title: str = "VISITOR",
    angle: float = 0,
    frame: tuple[int, int] = FRAME,
) -> Image.Image:
    """What a camera sees: a badge hanging in a grey hall."""
    card = Image.new("RGB", CARD, "white")
    draw = ImageDraw.Draw(card)
    draw.rectangle((0, 0, CARD[0], 90), fill=(38, 66, 214))
    draw.text((CARD[0] / 2, 45), title, "white", ImageFont.load_default(36), anchor="mm")
    code = _code(payload, symbology)
    card.paste(code, ((CARD[0] - code.width) // 2, 90 + (CARD[1] - 90 - code.height) // 2))
    seen = hall(frame)
    turned = card.rotate(angle, expand=True, fillcolor=HALL, resample=Image.Resampling.BICUBIC)
    seen.paste(turned, ((frame[0] - turned.width) // 2, (frame[1] - turned.height) // 2))
    return seen


def hall(frame: tuple[int, int] = FRAME) -> Image.Image:
    """What a camera sees between two visitors."""
    return Image.new("RGB", frame, HALL)


def badge_video(payload: str | bytes, symbology: str, path: Path, *, angle: float = 0) -> Path:
    """A second of video of the badge, as Chromium plays it round and round for a camera."""
    return video_of([badge_picture(payload, symbology, angle=angle)], path)


def video_of(pictures: list[Image.Image], path: Path, *, seconds: float = 1) -> Path:
    """A motion JPEG file that shows each picture for `seconds`."""
    stream = b"".join(_jpeg(picture) for picture in pictures)
    subprocess.run(
        ["ffmpeg", "-y", "-loglevel", "error", "-f", "mjpeg", "-framerate", f"{1 / seconds}",
         "-i", "-", "-r", "15", "-c:v", "mjpeg", "-q:v", "2", "-f", "mjpeg", str(path)],
        input=stream,
        check=True,
    )  # fmt: skip
    return path


def _jpeg(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def _code(payload: str | bytes, symbology: str) -> Image.Image:
    drawn = zxingcpp.create_barcode(payload, SYMBOLOGIES[symbology]).to_image(scale=1)
    width, height = drawn.shape[1], drawn.shape[0]
    smallest = Image.frombytes("L", (width, height), memoryview(drawn).tobytes())  # type: ignore[arg-type]  # a buffer its types do not tell
    scale = max(1, (CARD[0] - MARGIN) // width)
    return smallest.resize((width * scale, height * scale), Image.Resampling.NEAREST)
