"""What is in the file of a workbook, without a spreadsheet program."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from workbook_file import Workbook

WRITER = sys.argv.pop(1)
SHEETS = ["Summary", "Options by year", "Measures", "Assumptions", "Sensitivity", "Reconciliation", "Volumes and rates", "About"]


class Contents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ficap-office-"))
        for case in ("worked", "hostile"):
            subprocess.run([WRITER, case, cls.folder / f"{case}.xlsx"], check=True)
        cls.worked = Workbook(cls.folder / "worked.xlsx")
        cls.hostile = Workbook(cls.folder / "hostile.xlsx")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def part(self, name):
        return self.worked.parts[name].decode()

    def sheet(self, name):
        return self.part(self.worked.files[name])

    def test_the_sheets_stand_in_the_order_of_reading(self):
        self.assertEqual(list(self.worked.files), SHEETS)

    def test_words_of_a_study_make_no_formula(self):
        def shapes(book):  # which cells are formulas; in alike cases the same ones
            return [(sheet, place) for sheet, place, _ in book.formulas()]

        self.assertEqual(shapes(self.worked), shapes(self.hostile))
        for sheet, place, cell in self.hostile.formulas():
            for word in ("HYPERLINK", "cmd", "SUM(A1)", "alert", "Anyshire", "@FI", "olleh"):
                self.assertNotIn(word, cell.formula, f"{sheet}!{place}")

    def test_words_of_a_study_are_shown_as_they_are(self):
        shown = {cell.value for cells in self.hostile.sheets.values() for cell in cells.values() if isinstance(cell.value, str)}
        self.assertIn('=HYPERLINK("http://example.org","click") &"quoted" \'single\' &P &D', shown)
        self.assertIn("-1+1 <script>alert(1)</script>", shown)
        # Characters that no file may hold, or that turn the writing, are seen to have been there.
        self.assertIn('\t=1+1\n"=A1" _x0041_ \N{REPLACEMENT CHARACTER}olleh', shown)
        self.assertIn("javascript:alert(1)", shown)

    def test_a_text_that_no_cell_can_hold_is_cut_and_says_so(self):
        longest = max((cell.value for cell in self.hostile.sheets["About"].values() if isinstance(cell.value, str)), key=len)
        self.assertEqual(len(longest), 32_767)
        self.assertTrue(longest.endswith("[cut: a cell holds no more]"))

    def test_what_each_digest_is_of_is_said_and_how_to_write_the_file_again(self):
        for book, marking in ((self.worked, ""), (self.hostile, " --marking 'R&D &T'")):
            texts = [cell.value for cell in book.sheets["About"].values() if isinstance(cell.value, str)]
            self.assertIn("SHA-256 of the study", texts)
            self.assertEqual(len([text for text in texts if text.startswith("SHA-256 of the scenario \N{LEFT DOUBLE QUOTATION MARK}")]), 3)
            self.assertIn("a" * 64, texts)
            command = "ficap appraise STUDY.json --seed 20260401 --replications 200 --xlsx FILE" + marking
            self.assertEqual(len([text for text in texts if text.startswith(command + ", with this version")]), 1)

    def test_nothing_is_a_link_or_calls_another_file(self):
        for book in (self.worked, self.hostile):
            for name, part in book.parts.items():
                self.assertNotIn(b"hyperlink ", part, name)
                self.assertNotIn(b'TargetMode="External"', part, name)
            self.assertFalse([name for name in book.parts if "external" in name.lower() or "vba" in name.lower()])

    def test_no_word_of_a_study_is_a_code_of_a_header(self):
        for file in self.hostile.files.values():
            text = self.hostile.parts[file].decode()
            for part, codes in (("oddHeader", ["C", '"']), ("oddFooter", ["L", "8", "R", "8", "A", "P", "N"])):
                words = re.search(f"<{part}>(.*?)</{part}>", text)[1].replace("&quot;", '"').replace("&amp;", "&")
                self.assertIn("&&", words)
                self.assertEqual(re.findall("&(.)", words.replace("&&", "")), codes)

    def test_inputs_have_names_colours_limits_and_messages(self):
        sheet = self.sheet("Assumptions")
        named = {name: self.worked.place_of(name) for name in self.worked.names if not name.startswith("_xlnm")}
        self.assertGreaterEqual(len(named), 20)
        limited = {rule[1]: rule[0] for rule in re.findall(r'(<dataValidation [^>]*sqref="([A-Z]+\d+)"[^>]*>)', sheet)}
        self.assertEqual({place for _, place in named.values()}, set(limited))
        for name, (where, place) in named.items():
            self.assertEqual(where, "Assumptions", name)
            self.assertRegex(limited[place], 'prompt="[^"]{10,}"')
            self.assertRegex(limited[place], 'error="[^"]{10,}"')

    def test_grade_c_is_marked_in_words(self):
        grades = [row.get("H") for row in self.worked.rows("Assumptions").values()]
        self.assertIn("C: judgement, to be replaced by local data", grades)

    def test_every_sheet_carries_marking_run_digest_version_and_seed(self):
        for name in SHEETS:
            identity = self.worked.sheets[name]["A2"].value
            for what in ("OFFICIAL", "run 0123abcd", "digest 5d41402abc4b", "ficap 0.1.0", "seed 20260401", "200 futures"):
                self.assertIn(what, identity, name)
            sheet = self.sheet(name)
            self.assertIn("OFFICIAL</oddHeader>", sheet)
            self.assertIn("run 0123abcd", re.search("<oddFooter>(.*?)</oddFooter>", sheet)[1])

    def test_what_does_not_agree_is_marked(self):
        for name, rule in (
            ("Summary", r"""<cfRule type="expression"[^>]*><formula>NOT\('Reconciliation'!\$B\$5\)</formula>"""),
            ("Reconciliation", r"""<cfRule type="expression"[^>]*><formula>NOT\('Reconciliation'!\$B\$5\)</formula>"""),
            ("Reconciliation", r'<cfRule type="cellIs"[^>]*operator="equal"><formula>FALSE</formula>'),
        ):
            self.assertRegex(self.sheet(name), rule)
        checks = [row for row in self.worked.rows("Reconciliation").values() if row.get("F") is True]
        self.assertEqual(len(re.findall('type="cellIs"', self.sheet("Reconciliation"))), len(checks))

    def test_every_sheet_prints(self):
        for name in SHEETS:
            sheet = self.sheet(name)
            self.assertIn('orientation="landscape"', sheet, name)
            self.assertIn('fitToHeight="0"', sheet, name)
            self.assertIn("page &amp;P of &amp;N", sheet, name)
        titles = [name for name in re.findall(r'name="_xlnm.Print_Titles"', self.part("xl/workbook.xml"))]
        self.assertGreaterEqual(len(titles), 7)

    def test_charts_have_titles_and_words_for_those_who_cannot_see_them(self):
        drawing = self.part("xl/drawings/drawing1.xml")
        words = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]*)"', drawing)
        self.assertEqual(len(words), 4)
        self.assertTrue(all(len(each) > 60 for each in words))
        for number in (1, 2, 3, 4):
            self.assertIn("<c:title>", self.part(f"xl/charts/chart{number}.xml"))

    def test_the_file_says_what_it_is_and_bears_no_clock(self):
        core = self.part("docProps/core.xml")
        self.assertIn("run 0123abcd", core)
        self.assertIn("OFFICIAL", core)
        self.assertEqual(set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)), {"1980-01-01T00:00:00Z"})


if __name__ == "__main__":
    unittest.main()
