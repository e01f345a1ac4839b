#!/usr/bin/env python3
"""Makes the demo's files and its manifest from the sources beside this folder.

    python3 stack/src/demo/make/build.py          everything
    python3 stack/src/demo/make/build.py NAME ..  only sources whose name contains one of these, and the manifest
    python3 stack/src/demo/make/build.py --manifest  the manifest alone, when only cast.json or what is registered changed

Needs Python 3.11; for the files LibreOffice (soffice) and poppler-utils too. Each source starts with lines `name: value`, then `---`.
"""

import datetime
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import mail  # noqa: E402
import outlook  # noqa: E402
import picture  # noqa: E402
import sheet  # noqa: E402
import text  # noqa: E402

SOURCES = pathlib.Path(__file__).parent.parent
TARGET = SOURCES.parent / "main" / "resources" / "demo"
OFFICE = {"pdf", "docx", "odt", "rtf"}
PICTURES = {"scan": "pdf", "photo": "png"}
ENDING = {"mail": "eml", **PICTURES}
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Source:
    """One document before it is made: what the manifest says of it, and its text."""

    def __init__(self, path):
        head, _, self.body = path.read_text("utf-8").partition("\n---\n")
        self.meta = dict(line.split(": ", 1) for line in head.split("\n") if ": " in line)
        self.name, self.case = path.stem, path.parent.name
        self.format = self.meta["format"]
        self.file = f"{self.name}.{ENDING.get(self.format, self.format)}"
        self.part_only = self.meta.get("part") == "yes"

    def list(self, name):
        return [value.strip() for value in self.meta.get(name, "").split(",") if value.strip()]

    def check(self):
        """The notice stands in the text itself, and each weekday belongs to its date."""
        if self.format not in OFFICE | set(PICTURES) | {"xlsx", "zip"} and text.NOTICE not in self.body:
            raise ValueError(f"{self.name}: the notice is missing")
        for day, number, month, year in re.findall(rf"({'|'.join(DAYS)}),? (\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", self.body):
            real = DAYS[datetime.date(int(year), MONTHS.index(month) + 1, int(number)).weekday()]
            if real != day:
                raise ValueError(f"{self.name}: {number} {month} {year} is a {real}, not a {day}")


def converted(sources, heads, folder):
    """LibreOffice's work, one run for each format."""
    out = {}
    by_format = {}
    for source in sources:
        if source.format in OFFICE | set(PICTURES):
            flat = folder / f"{source.case}--{source.name}.fodt"
            flat.write_text(text.document(source.meta, heads[source.meta["letterhead-of"]], source.body), "utf-8")
            by_format.setdefault("pdf" if source.format in PICTURES else source.format, []).append((source, flat))
    for kind, pairs in by_format.items():
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1759309200")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind,
                        "--outdir", str(folder), *[str(flat) for _, flat in pairs]], check=True, capture_output=True, env=environment)
        for source, flat in pairs:
            made = flat.with_suffix("." + kind)
            if source.format == "scan":
                pages = [picture.scanned(page, source.name) for page in picture.pages(made, 110)]
                data = picture.pdf(pages, 110, source.meta["date"])
            elif source.format == "photo":
                data = picture.png(picture.photographed(picture.pages(made, 100)[0], source.name))
            else:
                data = made.read_bytes()
                if kind in ("docx", "odt"):
                    with zipfile.ZipFile(io.BytesIO(data)) as archive:
                        data = sheet.zipped((name, archive.read(name)) for name in archive.namelist())
            out[source.case, source.file] = data
    return out


def assembled(source, made):
    """What needs no LibreOffice; attachments and ZIP entries are files made before."""
    parts = [(entry.partition(" as ")[2] or entry, made[source.case, entry.partition(" as ")[0]]) for entry in source.list("parts")]
    match source.format:
        case "xlsx":
            return sheet.workbook(source.meta, source.body)
        case "mail":
            return mail.message(source.meta, source.body, parts)
        case "msg":
            return outlook.message(source.meta, source.body, parts)
        case "zip":
            notice = [("README.txt", (source.body.strip() + "\n\n" + text.NOTICE + "\n").encode())]
            return sheet.zipped(notice + parts)
        case "csv" | "txt" | "html":
            ending = "\r\n" if source.format != "html" else "\n"
            return source.body.replace("\n", ending).encode("utf-8")
    raise ValueError(f"{source.name}: no format {source.format}")


def manifest(sources, cast):
    documents = []
    for source in sorted(sources, key=lambda s: (s.case != "rowan", s.meta["date"], s.name)):
        if source.part_only:
            continue
        meta = source.meta
        documents.append({
            "file": f"{source.case}/{source.file}", "case": source.case, "title": meta["title"], "date": meta["date"],
            "agency": meta.get("agency"), "author": meta.get("author"), "documentType": meta["type"],
            "accountsOf": source.list("accounts"), "delicate": meta.get("delicate") == "yes", "originator": meta.get("originator"),
            "uploadedBy": meta.get("uploaded-by", cast["uploaders"][source.case])})
    return {"notice": text.NOTICE, "cases": cast["cases"], "agencies": cast["agencies"], "people": cast["people"], "documents": documents,
            "beside": cast["beside"]}


def main(wanted):
    cast = json.loads((SOURCES / "cast.json").read_text("utf-8"))
    sources = [Source(path) for case in cast["cases"] for path in sorted((SOURCES / case["key"]).glob("*.src"))]
    for source in sources:
        source.check()
    for source in sources:
        source.meta.setdefault("letterhead-of", source.meta.get("agency", "partnership"))
    manifest_only = wanted == ["--manifest"]
    chosen = [s for s in sources if not manifest_only and (not wanted or s.part_only or any(name in s.name for name in wanted))]
    made = {}
    for source in sources:
        path = TARGET / source.case / source.file
        if source not in chosen and path.exists():
            made[source.case, source.file] = path.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        made |= converted(chosen, cast["letterheads"], pathlib.Path(folder))
    for source in sorted(chosen, key=lambda s: s.format in ("mail", "msg", "zip")):
        if (source.case, source.file) not in made:
            made[source.case, source.file] = assembled(source, made)
        if not source.part_only:
            (TARGET / source.case).mkdir(parents=True, exist_ok=True)
            (TARGET / source.case / source.file).write_bytes(made[source.case, source.file])
    (TARGET / "demo.json").write_text(json.dumps(manifest(sources, cast), indent=1, ensure_ascii=False) + "\n", "utf-8")
    total = sum(path.stat().st_size for path in TARGET.rglob("*") if path.is_file())
    print(f"{len(chosen)} made, {len([s for s in sources if not s.part_only])} in the manifest, {total / 1e6:.2f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
