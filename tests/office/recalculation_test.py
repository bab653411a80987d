"""LibreOffice recalculates the workbook: every formula gives the value that stood in its cell, the checks hold, and changed
inputs move net present values to what an independent calculation, and LibreOffice's own NPV(), give."""

import math
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from workbook_file import Workbook
from worked_case import INPUTS, nets

WRITER = sys.argv.pop(1)
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

# Always recalculate what is loaded, whoever wrote it.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

CHANGES = {
    "as_run": {},
    "rate": {"discount_rate": 0.06},
    "middle": {"discounting": "middle of year"},
    "pay": {"pay_fi": 52_000.0, "staff_real_pay_growth": 0.0},
    "shares": {"receipts_of_forfeiture": 0.25, "receipts_top_slice": 0.2, "receipts_cap_loss": 0.3},
    "bias": {"optimism_bias_costs": 0.5, "optimism_bias_benefits": 0.6},
    "people": {"staff_trainee_pay": 0.4, "staff_overhead": 9_000.0, "staff_training": 20_000.0, "on_costs_fi": 1.5},
    "society": {"society_value_of_recovery": 1.5, "extra_desk_system": 10_000.0, "staff_overtime_on_costs": 2.0},
}


def net_rows(book):
    """Net present values in Reconciliation: by option, then view; and the rows' numbers."""
    rows = [row for _, row in sorted(book.rows("Reconciliation").items()) if str(row.get("B", "")).endswith("net present value")]
    return [[row["C"] for row in rows[i : i + 3]] for i in range(0, len(rows), 3)]


def lines(book, label):
    """Numbers of the rows of Options by year that bear the label."""
    return [number for number, row in sorted(book.rows("Options by year").items()) if row.get("A") == label]


class Recalculation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ficap-office-"))
        user = cls.folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        source = cls.folder / "worked.xlsx"
        subprocess.run([WRITER, "worked", source], check=True)
        cls.cached = Workbook(source)
        cls.net_lines = lines(cls.cached, "Net cash of Anyshire Police")
        formulas = [
            f"NPV(discount_rate,'Options by year'!E{row}:F{row})+'Options by year'!D{row}" for row in cls.net_lines
        ]
        for name, changes in CHANGES.items():
            cls.cached.copy_with(cls.folder / f"{name}.xlsx", changes, formulas)
        (cls.folder / "out").mkdir()
        command = [OFFICE, f"-env:UserInstallation={(cls.folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
        command += ["--outdir", cls.folder / "out", *(cls.folder / f"{name}.xlsx" for name in CHANGES)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        cls.books = {name: Workbook(cls.folder / "out" / f"{name}.xlsx") for name in CHANGES}

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def assert_close(self, found, expected, what):
        self.assertIsInstance(found, float, what)
        self.assertTrue(math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-6), f"{what}: {found} for {expected}")

    def test_every_formula_gives_the_value_that_stood_in_its_cell(self):
        count = 0
        for sheet, place, cell in self.cached.formulas():
            found = self.books["as_run"].sheets[sheet][place].value
            what = f"{sheet}!{place} = {cell.formula}"
            if isinstance(cell.value, float):
                self.assert_close(found, cell.value, what)
            else:
                self.assertEqual(found if found is not None else "", cell.value, what)
            count += 1
        self.assertGreater(count, 800)

    def test_the_workbook_agrees_with_the_engine(self):
        book = self.books["as_run"]
        checks = [row["F"] for row in book.rows("Reconciliation").values() if row.get("F") not in (None, "Agrees")]
        self.assertGreater(len(checks), 50)
        self.assertTrue(all(check is True for check in checks))
        self.assertIs(book.sheets["Reconciliation"]["B5"].value, True)
        self.assertEqual(book.sheets["Summary"]["A3"].value, "This workbook agrees with the engine")

    def test_changed_inputs_move_net_present_values(self):
        for name, changes in CHANGES.items():
            for option, found in enumerate(net_rows(self.books[name])):
                for view, expected in enumerate(nets(option, **changes)):
                    self.assert_close(found[view], expected, f"{name}, option {option}, view {view}")

    def test_every_change_moves_something(self):
        for name in CHANGES.keys() - {"as_run"}:
            self.assertNotEqual(net_rows(self.books[name]), net_rows(self.books["as_run"]), name)

    def test_discounting_is_that_of_npv(self):
        for name in CHANGES.keys() - {"middle"}:
            book = self.books[name]
            for i, row in enumerate(self.net_lines):
                by_npv = book.sheets["Reconciliation"][f"A{9001 + i}"].value
                self.assert_close(book.sheets["Options by year"][f"C{row}"].value, by_npv, f"{name}, row {row}")

    def test_a_changed_input_is_said_on_the_first_page(self):
        for name, changes in CHANGES.items():
            said = self.books[name].sheets["Summary"]["A3"].value
            if changes:
                self.assertTrue(said.startswith(f"Inputs were changed ({len(changes)};"), said)

    def test_each_input_is_in_the_second_calculation(self):
        inputs = {name for name in self.cached.names if not name.startswith("_xlnm")}
        self.assertEqual(inputs, set(INPUTS))


if __name__ == "__main__":
    if OFFICE is None:
        print("skipped: LibreOffice is not installed (Debian: libreoffice-calc-nogui)")
        sys.exit(77)
    unittest.main()
