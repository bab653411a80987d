"""Reads what `ficap run --json FILE --csv FOLDER` wrote; no figure is made here."""

import json
import os
import pathlib

import pandas as pd

FOLDER_VARIABLE = "FICAP_RESULTS"
TREE = pathlib.Path(__file__).resolve().parent.parent
DEFAULT_FOLDER = TREE / "build" / "results" / "west-midlands"
FIGURES = ["mean", "half_width", "sd", "p10", "p90"]
HOW_TO_MAKE = (
    f"`make run` writes them to {DEFAULT_FOLDER.relative_to(TREE)}; to read others, set "
    f"{FOLDER_VARIABLE} to the folder in which `ficap run SCENARIO --json FOLDER/results.json "
    "--csv FOLDER` wrote."
)


class NoResults(Exception):
    """The files are not there, or lack what is read from them. The text says what to do."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the text, without the calls that led to it."""
        return [f"No results to show. {self}"]


class Results:
    """One finished run: `run` (what it was made of), `months` (a row a month), and measures."""

    def __init__(self, folder: str | os.PathLike | None = None) -> None:
        self.folder = pathlib.Path(folder or os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER)
        document = self._document(self.folder / "results.json")
        self.run: dict = document["run"]
        self._measures: dict = document["measures"]
        self.months = self._months(self.folder / "series.csv")

    def total(self, measure: str) -> pd.Series:
        """mean, half_width, sd, p10 and p90 of a measure; what is undefined is NaN."""
        return pd.Series(
            {figure: self._measure(measure)[figure] for figure in FIGURES}, dtype=float
        )

    def by(self, measure: str, dimension: str) -> pd.DataFrame:
        """The same, a row an id of the dimension, in the order of the file."""
        cuts = self._measure(measure)["by"]
        if dimension not in cuts:
            raise NoResults(f"{self.folder}: {measure} is not cut by {dimension}. {HOW_TO_MAKE}")
        frame = pd.DataFrame.from_dict(cuts[dimension], orient="index", columns=FIGURES)
        return frame.astype(float)

    def cite(self) -> str:
        """One line that says how to make these figures again."""
        run = self.run
        return (
            f"ficap {run['version']}, run {run['id']}, seed {run['seed']}, scenario "
            f"sha256 {run['scenario_sha256'][:12]}"
        )

    def _measure(self, name: str) -> dict:
        if name not in self._measures:
            raise NoResults(f"{self.folder}/results.json has no measure {name}. {HOW_TO_MAKE}")
        return self._measures[name]

    @staticmethod
    def _document(path: pathlib.Path) -> dict:
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise NoResults(f"There is no file {path}. {HOW_TO_MAKE}") from None
        except ValueError as problem:
            raise NoResults(f"{path} is not JSON ({problem}). {HOW_TO_MAKE}") from None
        if not isinstance(document, dict) or not {"run", "measures"} <= document.keys():
            raise NoResults(f"{path} has no `run` and `measures`. {HOW_TO_MAKE}")
        return document

    @staticmethod
    def _months(path: pathlib.Path) -> pd.DataFrame:
        try:
            frame = pd.read_csv(path, parse_dates=["month"])
        except FileNotFoundError:
            raise NoResults(f"There is no file {path}. {HOW_TO_MAKE}") from None
        except ValueError as problem:
            raise NoResults(f"{path} is not a monthly series ({problem}). {HOW_TO_MAKE}") from None
        missing = {"needs", "asked", "served", "backlog", "belief"} - set(frame.columns)
        if missing:
            raise NoResults(f"{path} has no column {', '.join(sorted(missing))}. {HOW_TO_MAKE}")
        return frame
