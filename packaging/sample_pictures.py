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


def board(after):
    picture, draw = canvas("24 x 1" if after else "220 V")
    if after:
        bench(draw)
        draw.rectangle((150, 330, 560, 460), fill=(205, 213, 222), outline=INK, width=3)
        draw.rectangle((190, 400, 520, 430), fill=(92, 138, 92), outline=INK, width=3)
        for number in range(12):
            x = 205 + number * 27
            draw.line((x, 345, x, 400), fill=INK, width=4)
            draw.ellipse((x - 7, 334, x + 7, 348), fill=WARM, outline=INK)
        for number in range(3):
            x = 610 + number * 76
            draw.ellipse((x, 330, x + 60, 390), fill=(246, 205, 96), outline=INK, width=4)
            draw.line((x + 30, 390, x + 30, 458), fill=INK, width=4)
    else:
        draw.rectangle((120, 200, 840, 232), fill=STEEL, outline=INK, width=3)
        draw.rounded_rectangle((300, 110, 640, 200), 20, fill=(205, 213, 222), outline=INK, width=3)
        for x in (150, 780):
            draw.rectangle((x, 232, x + 30, 570), fill=STEEL, outline=INK, width=3)
        draw.rectangle((380, 240, 600, 300), fill=(92, 138, 92), outline=INK, width=3)
        draw.line((430, 300, 340, 480), fill=WARM, width=7)
        draw.line((540, 300, 520, 480), fill=INK, width=7)
        draw.ellipse((300, 470, 560, 560), outline=INK, width=4)
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
    "bo-dieu-khien-truoc": lambda: board(False),
    "bo-dieu-khien-sau": lambda: board(True),
}


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, draw_it in PICTURES.items():
        draw_it().save(TARGET / f"{name}.png", optimize=True)
    sys.exit(0)
