"""Our small markup turned into a flat OpenDocument text, which LibreOffice turns into anything else.

    # ## ###        headings                    - item            bullet
    | a | b         table row                   |= a | b          header row
    |: 20 30 50     column widths               |f a | b          form row, first cell shaded
    %%box text      boxed paragraph             %%right, %%center, %%small, %%mono, %%page, %%rule
    **bold** *italic*, a backslash at the end of a line breaks it
"""

import re
from xml.sax.saxutils import escape

NOTICE = "Invented for demonstration. No real person, place or event."

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
    ]
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def inline(line):
    """Bold, italic, tabs and line breaks of one paragraph."""
    out = escape(line)
    out = re.sub(r"\*\*(.+?)\*\*", r'<text:span text:style-name="Bold">\1</text:span>', out)
    out = re.sub(r"(?<![\w*])\*(?!\s)(.+?)\*(?![\w*])", r'<text:span text:style-name="Italic">\1</text:span>', out)
    out = out.replace("\t", "<text:tab/>").replace("\x00", "<text:line-break/>")
    return re.sub(r"  +", lambda m: f' <text:s text:c="{len(m.group()) - 1}"/>', out)


def paragraph(style, line):
    return f'<text:p text:style-name="{style}">{inline(line)}</text:p>'


class Body:
    """The office:text of one document, and the automatic styles its tables need."""

    def __init__(self, head, width_cm):
        self.head, self.width = head, width_cm
        self.out, self.styles, self.tables = [], [], 0

    def table(self, rows, widths, borders=True):
        self.tables += 1
        name = f"T{self.tables}"
        count = max(len(cells) for _, cells in rows)
        widths = widths or [100 / count] * count
        total = sum(widths)
        self.styles.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'style:width="{self.width}cm" table:align="left" /></style:style>')
        for index, width in enumerate(widths):
            self.styles.append(
                f'<style:style style:name="{name}.{index}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{self.width * width / total:.3f}cm"/></style:style>')
        out = [f'<table:table table:name="{name}" table:style-name="{name}">']
        out += [f'<table:table-column table:style-name="{name}.{i}"/>' for i in range(len(widths))]
        heads = [row for row in rows if row[0] == "="]
        if heads and rows[0][0] == "=":
            out.append("<table:table-header-rows>" + self.row(rows[0], count) + "</table:table-header-rows>")
            rows = rows[1:]
        out += [self.row(row, count) for row in rows]
        self.out.append("".join(out) + "</table:table>" + paragraph("Gap", ""))

    def row(self, row, count):
        kind, cells = row
        out = ["<table:table-row>"]
        for index, cell in enumerate(cells):
            last = index == len(cells) - 1 and len(cells) < count
            span = f' table:number-columns-spanned="{count - index}"' if last else ""
            head = kind == "=" or (kind == "f" and index % 2 == 0)
            style = "HeadCell" if head else "Cell"
            text = "TableHead" if head else "TableText"
            parts = "".join(paragraph(text, part.strip()) for part in cell.split("\x01"))
            out.append(f'<table:table-cell table:style-name="{style}"{span}>{parts}</table:table-cell>')
            if last:
                out.append("<table:covered-table-cell/>" * (count - index - 1))
        return "".join(out) + "</table:table-row>"

    def letterhead(self):
        head = self.head
        if not head.get("banner"):
            return
        self.styles.append(
            f'<style:style style:name="LH" style:family="table"><style:table-properties style:width="{self.width}cm" '
            f'table:align="left" /></style:style>'
            f'<style:style style:name="LH.0" style:family="table-column"><style:table-column-properties style:column-width="{self.width * 0.6:.3f}cm"/></style:style>'
            f'<style:style style:name="LH.1" style:family="table-column"><style:table-column-properties style:column-width="{self.width * 0.4:.3f}cm"/></style:style>')
        address = "".join(paragraph("LetterheadAddress", line) for line in head["address"])
        self.out.append(
            '<table:table table:name="Letterhead" table:style-name="LH"><table:table-column table:style-name="LH.0"/>'
            '<table:table-column table:style-name="LH.1"/><table:table-row>'
            f'<table:table-cell table:style-name="LetterheadCell">{paragraph("LetterheadName", head["banner"])}'
            f'{paragraph("LetterheadUnit", head["unit"])}</table:table-cell>'
            f'<table:table-cell table:style-name="LetterheadCell">{address}</table:table-cell></table:table-row></table:table>' + paragraph("Gap", ""))

    def add(self, source):
        lines = source.split("\n")
        index = 0
        while index < len(lines):
            line = lines[index]
            if not line.strip():
                index += 1
            elif line.startswith("|"):
                index = self.take_table(lines, index)
            elif line.startswith("%%"):
                self.directive(line)
                index += 1
            elif match := re.match(r"(#{1,3}) (.*)", line):
                level = len(match.group(1))
                self.out.append(f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{inline(match.group(2))}</text:h>')
                index += 1
            else:
                index = self.take_paragraph(lines, index)
        return self

    def take_table(self, lines, index):
        rows, widths = [], None
        while index < len(lines) and lines[index].startswith("|"):
            line = lines[index]
            if line.startswith("|:"):
                widths = [float(value) for value in line[2:].split()]
            else:
                kind = line[1] if line[1:2] in "=f" and line[2:3] == " " else " "
                content = line[2:] if kind != " " else line[1:]
                rows.append((kind, [cell.strip().replace("\\\\", "\x01") for cell in re.split(r"\s*\|\s*", content.strip())]))
            index += 1
        self.table(rows, widths)
        return index

    def take_paragraph(self, lines, index):
        first = lines[index]
        style = "Bullet" if first.startswith("- ") else "Number" if re.match(r"\d{1,2}\. \S", first) else "Standard"
        text = ""
        while index < len(lines) and lines[index].strip() and not re.match(r"\||%%|#{1,3} ", lines[index]):
            line = lines[index]
            if text and (line.startswith("- ") or re.match(r"\d{1,2}\. ", line)):
                break
            text += (" " if text and not text.endswith("\x00") else "") + (line[:-1] + "\x00" if line.endswith("\\") else line)
            index += 1
        if style == "Bullet":
            text = "•\t" + text[2:]
        elif style == "Number":
            text = re.sub(r"^(\d{1,2}\.) +", r"\1" + "\t", text)
        self.out.append(paragraph(style, text.rstrip("\x00")))
        return index

    def directive(self, line):
        word, _, rest = line[2:].partition(" ")
        styles = {"box": "Box", "right": "Right", "center": "Centre", "small": "Small", "mono": "Mono", "hand": "Hand", "stamp": "Stamp"}
        if word == "page":
            self.out.append('<text:p text:style-name="PageBreak"/>')
        elif word == "rule":
            self.out.append('<text:p text:style-name="Rule"/>')
        elif word in styles:
            self.out.append(paragraph(styles[word], rest.replace("\\\\", "\x00")))
        else:
            raise ValueError(f"unknown directive {line!r}")


def named_styles(head):
    font, colour, size = head["font"], head["colour"], head.get("size", 10.5)

    def style(name, parent="Standard", para="", text="", extra=""):
        inherit = f'style:parent-style-name="{parent}"' if parent else ""
        return (f'<style:style style:name="{name}" style:family="paragraph" {inherit} {extra}>'
                f'<style:paragraph-properties {para}/><style:text-properties {text}/></style:style>')

    text_styles = "".join([
        style("Standard", "", 'fo:margin-top="0cm" fo:margin-bottom="0.22cm" fo:line-height="115%"',
              f'style:font-name="{font}" fo:font-size="{size}pt" fo:language="en" fo:country="GB"'),
        style("Heading_20_1", para='fo:margin-top="0.1cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"',
              text=f'fo:font-size="{size + 5}pt" fo:font-weight="bold" fo:color="{colour}"', extra='style:display-name="Heading 1"'),
        style("Heading_20_2", para='fo:margin-top="0.4cm" fo:margin-bottom="0.18cm" fo:keep-with-next="always"',
              text=f'fo:font-size="{size + 2}pt" fo:font-weight="bold" fo:color="{colour}"', extra='style:display-name="Heading 2"'),
        style("Heading_20_3", para='fo:margin-top="0.3cm" fo:margin-bottom="0.12cm" fo:keep-with-next="always"',
              text=f'fo:font-size="{size}pt" fo:font-weight="bold"', extra='style:display-name="Heading 3"'),
        style("Bullet", para='fo:margin-left="0.7cm" fo:text-indent="-0.45cm" fo:margin-bottom="0.12cm"'),
        style("Number", para='fo:margin-left="1.1cm" fo:text-indent="-1.1cm" fo:margin-bottom="0.18cm"'),
        style("Right", para='fo:text-align="end"'),
        style("Centre", para='fo:text-align="center"'),
        style("Gap", para='fo:margin-bottom="0cm"', text='fo:font-size="7pt"'),
        style("Small", text=f'fo:font-size="{size - 2}pt" fo:color="#444444"'),
        style("Mono", para='fo:margin-bottom="0cm"', text='style:font-name="Courier New" fo:font-size="9pt"'),
        style("Hand", para='fo:line-height="0.8636cm" fo:margin-bottom="0cm"', text='style:font-name="Z003" fo:font-size="16pt" fo:color="#1d2a55"'),
        style("Stamp", para='fo:text-align="center" fo:margin-left="11cm" fo:padding="0.15cm" fo:border="1.5pt solid #5b3b6b"',
              text='style:font-name="Courier New" fo:font-weight="bold" fo:font-size="10pt" fo:color="#5b3b6b"'),
        style("Box", para=f'fo:padding="0.2cm" fo:border="0.75pt solid {colour}" fo:margin-bottom="0.3cm"'),
        style("Rule", para=f'fo:border-bottom="0.75pt solid {colour}" fo:margin-bottom="0.2cm"', text='fo:font-size="4pt"'),
        style("PageBreak", para='fo:break-before="page" fo:margin-bottom="0cm"', text='fo:font-size="2pt"'),
        style("TableText", para='fo:margin-bottom="0.04cm" fo:line-height="108%"', text=f'fo:font-size="{size - 1.2}pt"'),
        style("TableHead", para='fo:margin-bottom="0.04cm" fo:line-height="108%"', text=f'fo:font-size="{size - 1.2}pt" fo:font-weight="bold"'),
        style("Header", para='fo:margin-bottom="0cm"', text='fo:font-size="8pt" fo:color="#555555"'),
        style("Footer", para='fo:margin-bottom="0cm"', text='style:font-name="Arial" fo:font-size="8pt" fo:color="#555555"'),
        style("LetterheadName", para='fo:margin-bottom="0.05cm"', text=f'fo:font-size="16pt" fo:font-weight="bold" fo:color="{colour}"'),
        style("LetterheadUnit", para='fo:margin-bottom="0.1cm"', text=f'fo:font-size="10pt" fo:color="{colour}"'),
        style("LetterheadAddress", para='fo:margin-bottom="0cm" fo:text-align="end" fo:line-height="105%"', text='fo:font-size="8.5pt"'),
    ])
    return text_styles + (
        '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="Italic" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
    )


def cell_styles(head):
    """Writer wants the styles of cells among the automatic ones."""
    line = f"0.5pt solid {head.get('grid', '#8a8a8a')}"

    def cell(name, props):
        return f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties {props}/></style:style>'

    return (
        cell("Cell", f'fo:padding="0.09cm" fo:border="{line}" style:vertical-align="top"')
        + cell("HeadCell", f'fo:padding="0.09cm" fo:border="{line}" fo:background-color="{head.get("shade", "#e6e9ee")}" style:vertical-align="top"')
        + cell("LetterheadCell", f'fo:padding="0.1cm" fo:border="none" fo:border-bottom="2pt solid {head["colour"]}" style:vertical-align="bottom"'))


def document(meta, head, source):
    """The flat OpenDocument text of one source."""
    landscape = meta.get("orientation") == "landscape"
    page = ("29.7cm", "21cm") if landscape else ("16cm", "21cm") if meta.get("paper") == "pad" else ("21cm", "29.7cm")
    width = float(page[0][:-2]) - 4
    body = Body(head, width)
    if meta.get("letterhead", "yes") == "yes":
        body.letterhead()
    body.add(source)
    stop = f'<style:tab-stops xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><style:tab-stop style:position="{width}cm" style:type="right"/></style:tab-stops>'
    fonts = "".join(f'<style:font-face style:name="{name}" svg:font-family="\'{name}\'"/>' for name in sorted({head["font"], "Arial", "Courier New", "Z003"}))
    marking = meta.get("marking", head.get("marking", ""))
    header = escape(meta.get("header", meta["title"]))
    hidden = meta.get("header") == "none"
    header_xml = "" if hidden else f'<style:header><text:p text:style-name="HF">{header}<text:tab/>{escape(marking)}</text:p></style:header>'
    number = "" if meta.get("paper") == "pad" else (
        '<text:tab/>Page <text:page-number text:select-page="current">1</text:page-number> of <text:page-count>1</text:page-count>')
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><meta:generator>{escape(head.get("software", "Office"))}</meta:generator><dc:title>{escape(meta["title"])}</dc:title>
<dc:subject>{NOTICE}</dc:subject><meta:initial-creator>{escape(meta.get("author", ""))}</meta:initial-creator><dc:creator>{escape(meta.get("author", ""))}</dc:creator>
<meta:creation-date>{meta["date"]}T10:00:00</meta:creation-date><dc:date>{meta["date"]}T10:00:00</dc:date></office:meta>
<office:font-face-decls>{fonts}</office:font-face-decls>
<office:styles>{named_styles(head)}</office:styles>
<office:automatic-styles>
<style:style style:name="HF" style:family="paragraph" style:parent-style-name="Footer"><style:paragraph-properties>{stop}</style:paragraph-properties></style:style>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="{page[0]}" fo:page-height="{page[1]}" style:print-orientation="{'landscape' if landscape else 'portrait'}" fo:margin-top="1.3cm" fo:margin-bottom="1.2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.45cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
{"".join(body.styles)}{cell_styles(head)}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">{header_xml}
<style:footer><text:p text:style-name="HF">{NOTICE}{number}</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{"".join(body.out)}</office:text></office:body>
</office:document>
"""
