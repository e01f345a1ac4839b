"""Pages that were scanned or photographed: pixels only, no text to extract. Greys in plain Python, no imaging library."""

import random
import struct
import subprocess
import zlib


def pages(pdf, dpi):
    """Each page of a PDF as (width, height, rows of grey bytes)."""
    out = subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), str(pdf)], capture_output=True, check=True).stdout
    found, at = [], 0
    while at < len(out):
        fields, position = [], at
        while len(fields) < 4:
            end = position
            while out[end] not in b" \n":
                end += 1
            fields.append(out[position:end])
            position = end + 1
        width, height = int(fields[1]), int(fields[2])
        found.append((width, height, out[position:position + width * height]))
        at = position + width * height
    return found


def warp(page, place, size, background):
    """Every pixel of the result asks `place` where it comes from; outside the page it is background."""
    width, height, pixels = page
    out = bytearray()
    for y in range(size[1]):
        for x in range(size[0]):
            u, v = place(x, y)
            if 0 <= u < width - 1 and 0 <= v < height - 1:
                i, j = int(u), int(v)
                f, g = u - i, v - j
                at = j * width + i
                top = pixels[at] * (1 - f) + pixels[at + 1] * f
                low = pixels[at + width] * (1 - f) + pixels[at + width + 1] * f
                out.append(int(top * (1 - g) + low * g))
            else:
                out.append(background(x, y))
    return size[0], size[1], bytes(out)


def scanned(page, seed):
    """A little askew, paper not quite white, ink not quite black, a few specks of dust."""
    width, height, _ = page
    chance = random.Random(seed)
    angle = chance.uniform(0.005, 0.012) * chance.choice([-1, 1])
    shift = chance.uniform(-4, 4)
    width, height, pixels = warp(
        page, lambda x, y: (x - angle * (y - height / 2) + shift, y + angle * (x - width / 2)), (width, height), lambda x, y: 205)
    out = bytearray(min(246, 30 + value * 220 // 255) for value in pixels)
    for _ in range(160):
        x, y = chance.randrange(width - 3), chance.randrange(height - 3)
        out[y * width + x] = out[y * width + x + 1] = chance.randrange(90, 190)
    return width, height, bytes(out)


def photographed(page, seed):
    """A sheet on a desk, seen from a slight angle, the light falling from one side."""
    width, height, _ = page
    chance = random.Random(seed)
    margin = width // 12
    size = (width + 2 * margin, height + 2 * margin)

    page = ruled(page, 34)

    def place(x, y):
        t = y / size[1]
        squeeze = 1.07 - 0.09 * t
        return (x - size[0] / 2) * squeeze + width / 2 + 18 * t, (y - margin) * (1.015 + 0.00003 * x) - 0.02 * x

    desk = [62 + int(8 * chance.random()) for _ in range(size[0] // 3 + 2)]
    wide, high, pixels = warp(page, place, size, lambda x, y: desk[(x + y // 40) // 3 % len(desk)])
    out = bytearray()
    for y in range(high):
        for x in range(wide):
            light = 0.80 + 0.16 * (x / wide) + 0.05 * (1 - y / high)
            out.append(max(0, min(255, int(pixels[y * wide + x] * light))))
    return wide, high, bytes(out)


def ruled(page, step):
    """The lines of a writing pad."""
    width, height, pixels = page
    out = bytearray(pixels)
    for y in range(45 + step, height - 2 * step, step):
        out[y * width:(y + 1) * width] = bytes(min(value, 205) for value in out[y * width:(y + 1) * width])
    return width, height, bytes(out)


def nibbles(page):
    """Sixteen greys, two pixels a byte."""
    width, height, pixels = page
    rows = []
    for y in range(height):
        row = pixels[y * width:(y + 1) * width] + b"\xff"
        rows.append(bytes((row[i] >> 4) << 4 | row[i + 1] >> 4 for i in range(0, width, 2)))
    return rows


def png(page):
    """Greys shown through a palette with a warm tint, as indoor light gives it."""
    width, height, pixels = page
    palette = b"".join(bytes((min(255, int(v * 1.02 + 4)), min(255, int(v * 0.985 + 2)), int(v * 0.90))) for v in range(256))
    rows = (b"\x00" + bytes(value & 0xFE for value in pixels[y * width:(y + 1) * width]) for y in range(height))
    data = zlib.compress(b"".join(rows), 9)

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0))
            + chunk(b"PLTE", palette) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def pdf(images, dpi, date):
    """A PDF that holds pictures of pages and nothing else, as an office scanner makes it."""
    stamp = date.replace("-", "")
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", f"<< /Producer (Office scanner) /CreationDate (D:{stamp}100000Z) >>".encode()]
    kids = []
    for page in images:
        width, height, _ = page
        w, h = width * 72 / dpi, height * 72 / dpi
        data = zlib.compress(b"".join(nibbles(page)), 9)
        draw = f"q {w:.2f} 0 0 {h:.2f} 0 0 cm /I Do Q".encode()
        first = len(objects) + 1
        kids.append(f"{first} 0 R")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {w:.2f} {h:.2f}] /Contents {first + 1} 0 R /Resources << /XObject << /I {first + 2} 0 R >> >> >>".encode(),
            f"<< /Length {len(draw)} >>\nstream\n".encode() + draw + b"\nendstream",
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream",
        ]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out, offsets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
