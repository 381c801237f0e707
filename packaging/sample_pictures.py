"""Draws the sample profile's pictures: plain line drawings of a before and an after."""

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

TARGET = Path(__file__).resolve().parents[1] / "resources/sample/pictures"
SIZE = (960, 600)
INK, STEEL, WARM, PAPER = (38, 50, 66), (150, 166, 184), (214, 120, 48), (250, 250, 246)


def canvas(title):
    picture = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((12, 12, SIZE[0] - 12, SIZE[1] - 12), outline=STEEL, width=3)
    font = ImageFont.load_default(size=26)
    draw.text((40, 34), title, fill=INK, font=font)
    return picture, draw


def bench(draw):
    draw.rectangle((120, 460, 840, 500), fill=STEEL, outline=INK, width=3)
    for x in (170, 760):
        draw.rectangle((x, 500, x + 40, 570), fill=STEEL, outline=INK, width=3)


def jig(after):
    picture, draw = canvas("1:5   CK-07" if after else "1:5   CK-03")
    bench(draw)
    draw.rectangle((250, 410, 710, 460), fill=(205, 213, 222), outline=INK, width=3)
    draw.rectangle((330, 370, 630, 410), fill=WARM, outline=INK, width=3)
    if after:
        for x in (330, 610):
            draw.polygon([(x, 410), (x + 20, 410), (x + 10, 350)], fill=INK)
        draw.ellipse((655, 345, 705, 395), outline=INK, width=5)
        draw.line((680, 370, 790, 280), fill=INK, width=10)
    else:
        for x in (350, 590):
            draw.rectangle((x, 330, x + 24, 372), fill=INK)
            draw.polygon(
                [(x - 8, 330), (x + 4, 312), (x + 20, 312), (x + 32, 330)], fill=STEEL, outline=INK
            )
    draw.rectangle((466, 120, 494, 300), fill=STEEL, outline=INK, width=3)
    draw.polygon([(466, 300), (494, 300), (480, 352)], fill=INK)
    return picture


def line(after):
    picture, draw = canvas("6 x 3" if after else "18 x 1")
    if after:
        for number in range(6):
            x, y = 120 + number % 3 * 260, 150 + number // 3 * 210
            for dx, dy in ((0, 0), (120, 0), (60, 100)):
                draw.rectangle(
                    (x + dx, y + dy, x + dx + 70, y + dy + 50), fill=STEEL, outline=INK, width=3
                )
            draw.line((x + 70, y + 25, x + 120, y + 25), fill=WARM, width=8)
            draw.line((x + 150, y + 50, x + 105, y + 100), fill=WARM, width=8)
    else:
        for number in range(18):
            x, y = 60 + number % 9 * 96, 200 + number // 9 * 160
            draw.rectangle((x, y, x + 60, y + 50), fill=STEEL, outline=INK, width=3)
            draw.ellipse((x + 66, y + 10, x + 90, y + 34), fill=WARM)
    return picture


def machine(title, parts):
    picture, draw = canvas(title)
    bench(draw)
    for number in range(parts):
        x = 180 + number * (560 // parts)
        height = 120 + 50 * (number % 3)
        draw.rounded_rectangle(
            (x, 460 - height, x + 400 // parts, 458), 14, fill=(205, 213, 222), outline=INK, width=3
        )
        draw.ellipse((x + 10, 470 - height, x + 44, 504 - height), fill=WARM, outline=INK, width=3)
    draw.line((150, 250, 820, 210), fill=INK, width=6)
    return picture


PICTURES = {
    "ga-khoan-truoc": lambda: jig(False),
    "ga-khoan-sau": lambda: jig(True),
    "chuyen-truoc": lambda: line(False),
    "chuyen-sau": lambda: line(True),
    "xe-bom": lambda: machine("BD-12", 2),
    "thu-kin": lambda: machine("TB-31", 4),
    "bom-ngam": lambda: machine("BN-06", 3),
    "khuon": lambda: machine("KH-46", 5),
    "lo": lambda: machine("V7 -25/+30", 6),
    "xe-cuon-vai": lambda: machine("XC-03", 3),
}


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, draw_it in PICTURES.items():
        draw_it().save(TARGET / f"{name}.png", optimize=True)
    sys.exit(0)
