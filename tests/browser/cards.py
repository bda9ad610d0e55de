"""A photo of a business card, as a phone's camera writes it."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

ORIENTATION, DESCRIPTION = 0x0112, 0x010E
PLACE = "23.0986 N 113.3688 E"
TURNED = 6  # a phone held upright: the picture has to be turned to be read


def card_photo(*, turned: bool = False) -> bytes:
    """A JPEG with what cameras write beside the picture."""
    card = Image.new("RGB", (2400, 1500), "#f4f1ea")
    draw = ImageDraw.Draw(card)
    draw.text((200, 400), "Aiko Mori", "#1c2450", ImageFont.load_default(180))
    draw.text((200, 700), "Mori KK, Head of Packaging", "#1c2450", ImageFont.load_default(90))
    beside = Image.Exif()
    beside[ORIENTATION] = TURNED if turned else 1
    beside[DESCRIPTION] = PLACE
    file = BytesIO()
    card.save(file, "JPEG", exif=beside)
    return file.getvalue()


def picture_in(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))
