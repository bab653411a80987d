"""Reads an .xlsx file: cells, formulas, names, and what else a test looks at; and changes input cells of a copy."""

import re
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def decoded(text):
    """Text as Excel reads it: _x0041_ is a character."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


class Cell:
    def __init__(self, value, formula):
        self.value, self.formula = value, formula


class Workbook:
    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        for name, part in self.parts.items():
            if name.endswith((".xml", ".rels", ".vml")):
                ET.fromstring(part)  # whatever is in the words, it is XML
        self.strings = [
            decoded("".join(text.text or "" for text in item.iter(MAIN + "t")))
            for item in ET.fromstring(self.parts["xl/sharedStrings.xml"])
        ]
        book = ET.fromstring(self.parts["xl/workbook.xml"])
        targets = {link.get("Id"): link.get("Target") for link in ET.fromstring(self.parts["xl/_rels/workbook.xml.rels"])}
        self.files = {
            sheet.get("name"): "xl/" + targets[sheet.get(RELATED)].removeprefix("/xl/")
            for sheet in book.iter(MAIN + "sheet")
        }
        self.names = {name.get("name"): name.text for name in book.iter(MAIN + "definedName")}
        self.sheets = {sheet: self._cells(file) for sheet, file in self.files.items()}

    def _cells(self, file):
        cells = {}
        for cell in ET.fromstring(self.parts[file]).iter(MAIN + "c"):
            formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
            text = None if value is None else value.text or ""
            kind = cell.get("t", "n")
            if text is None:
                result = None
            elif kind == "s":
                result = self.strings[int(text)]
            elif kind == "b":
                result = text == "1"
            elif kind in ("str", "e"):
                result = {"TRUE": True, "FALSE": False}.get(text, decoded(text)) if kind == "str" else "error " + text
            else:
                result = float(text)
            cells[cell.get("r")] = Cell(result, None if formula is None else formula.text or "")
        return cells

    def formulas(self):
        for sheet, cells in self.sheets.items():
            for place, cell in cells.items():
                if cell.formula is not None:
                    yield sheet, place, cell

    def place_of(self, name):
        sheet, place = self.names[name].rsplit("!", 1)
        return sheet.strip("'"), place.replace("$", "")

    def rows(self, sheet):
        """Rows as dictionaries of column letters, by number."""
        rows = {}
        for place, cell in self.sheets[sheet].items():
            column, row = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()
            rows.setdefault(int(row), {})[column] = cell.value
        return rows

    def copy_with(self, path, changes, formulas=()):
        """A copy in which named cells have other values, and Reconciliation has more formulas from A9001 downwards."""
        parts = dict(self.parts)
        for name, value in changes.items():
            sheet, place = self.place_of(name)
            file = self.files[sheet]
            if isinstance(value, str):
                new = f'<c r="{place}"\\1 t="inlineStr"><is><t>{value}</t></is></c>'
                pattern = rf'<c r="{place}"( s="\d+") t="s"><v>\d+</v></c>'
            else:
                new = rf'<c r="{place}"\g<1>><v>{value!r}</v></c>'
                pattern = rf'<c r="{place}"( s="\d+")><v>[^<]*</v></c>'
            text, count = re.subn(pattern, new, parts[file].decode())
            assert count == 1, (name, place, count)
            parts[file] = text.encode()
        file = self.files["Reconciliation"]
        more = "".join(
            f'<row r="{9001 + i}"><c r="A{9001 + i}"><f>{formula}</f><v>0</v></c></row>' for i, formula in enumerate(formulas)
        )
        parts[file] = parts[file].replace(b"</sheetData>", more.encode() + b"</sheetData>")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
