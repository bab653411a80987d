"""The picture of the hidden demand: need, requests and help over time, of a base and its options
side by side, and the unmet share that a record shows beside the true one."""

import json
import math
import os
import pathlib

import altair as alt
import pandas as pd

from results import TREE, NoResults
from style import INK, QUIET, finished, key, panel_title, title

FOLDER_VARIABLE = "FICAP_COMPARISON"
DEFAULT_FOLDER = TREE / "build" / "results" / "hidden-demand"
HOW_TO_MAKE = (
    f"`make pictures` writes them to {DEFAULT_FOLDER.relative_to(TREE)}; to read others, set "
    f"{FOLDER_VARIABLE} to the folder in which `ficap compare BASE OPTION... --json "
    "FOLDER/comparison.json --csv FOLDER` wrote."
)
LINES = {"needs": "needs that arise", "asked": "requests made", "served": "help begun"}
COLOURS = {"needs that arise": "#12436d", "requests made": "#f46a25", "help begun": "#28a197"}
DASHES = {"needs that arise": [1, 0], "requests made": [7, 3], "help begun": [2, 2]}
SHARES = {"unmet_share_of_need": "of 100 needs", "unmet_share_of_requests": "of 100 requests on record"}
SHARE_COLOURS = {"of 100 needs": "#12436d", "of 100 requests on record": "#f46a25"}
SHARE_DASHES = {"of 100 needs": [1, 0], "of 100 requests on record": [7, 3]}
MONTHS_OF_A_YEAR = 12
WIDTH = 262


class Comparison:
    """One finished comparison: `run` (what it was made of), `months` (a row for each scenario and
    month), and `against_base`: how each option's requests, need and trust differ."""

    def __init__(self, folder: str | os.PathLike | None = None) -> None:
        self.folder = pathlib.Path(folder or os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER)
        try:
            text = (self.folder / "comparison.json").read_text(encoding="utf-8")
            self.months = pd.read_csv(self.folder / "series.csv", parse_dates=["month"])
        except FileNotFoundError as problem:
            raise NoResults(f"There is no file {problem.filename}. {HOW_TO_MAKE}") from None
        document = json.loads(text)
        self.run: dict = document["run"]
        self.names = list(document["demand"]["scenarios"])
        self.against_base: dict = {
            name: scenario["against_base"]
            for name, scenario in document["demand"]["scenarios"].items()
            if "against_base" in scenario
        }

    def of(self, name: str) -> pd.DataFrame:
        return self.months[self.months["scenario"] == name]

    def title(self, name: str) -> str:
        return self.of(name)["title"].iloc[0]

    def cite(self) -> str:
        run = self.run
        return f"ficap {run['version']}, run {run['id']}, seed {run['seed']}"


def a_month(months: pd.DataFrame, column: str) -> int:
    """The mean of the last year, in whole needs a month."""
    return math.floor(months[column].tail(MONTHS_OF_A_YEAR).mean() + 0.5)


def of_100(months: pd.DataFrame, column: str) -> int:
    """The mean share of the last year's months, in whole hundredths."""
    return math.floor(100 * months[column].tail(MONTHS_OF_A_YEAR).mean() + 0.5)


def first_quarter(months: pd.DataFrame) -> str:
    return f"{months['asked'].head(3).mean():.1f}"


def more_asked(comparison: Comparison, name: str) -> int:
    return round(100 * comparison.against_base[name]["requests_change"]["mean"])


def words(comparison: Comparison) -> str:
    """The text alternative."""
    sentences = []
    for name in comparison.names:
        months = comparison.of(name)
        sentences.append(
            f"{comparison.title(name)}: in the first quarter {first_quarter(months)} requests a month; in "
            f"the last year {a_month(months, 'needs')} needs a month arise, {a_month(months, 'asked')} "
            f"are asked for and {a_month(months, 'served')} begun; "
            f"{of_100(months, 'unmet_share_of_need')} of 100 needs go unmet, and a record shows "
            f"{of_100(months, 'unmet_share_of_requests')}."
        )
    return " ".join(sentences)


def quarters(months: pd.DataFrame) -> pd.DataFrame:
    """The mean month of each three, at the first of them: leave and public holidays make single
    months go up and down."""
    columns = [*LINES, *SHARES, "belief"]
    frame = months.reset_index(drop=True)
    by_three = frame.groupby(frame.index // 3)
    return by_three[columns].mean().assign(month=by_three["month"].nth(1).to_numpy())


def _time() -> alt.X:
    return alt.X("month:T", title=None).axis(
        format="%Y", tickCount="year", grid=False, labelPadding=6, labelFontSize=13
    )


def _value(most: float, values: list[int], first: bool) -> alt.Y:
    return (
        alt.Y("value:Q", title=None)
        .scale(domain=[0, most], nice=False)
        .axis(values=values, domain=False, ticks=False, labels=first, labelFontSize=13)
    )


def _lines(frame: pd.DataFrame, y: alt.Y, colours: dict, dashes: dict) -> alt.Chart:
    return (
        alt.Chart(frame)
        .mark_line(strokeWidth=2.6, interpolate="monotone")
        .encode(
            _time(),
            y,
            alt.Color("line:N")
            .scale(key(colours))
            .legend(symbolType="stroke", symbolStrokeWidth=3, symbolSize=600, offset=8),
            alt.StrokeDash("line:N").scale(domain=list(dashes), range=list(dashes.values())),
        )
    )


def _end_labels(quarter: pd.DataFrame, places: dict, texts: dict, colours: dict) -> alt.Chart:
    last = pd.DataFrame(
        {
            "month": [quarter["month"].max()] * len(places),
            "value": list(places.values()),
            "says": [texts[name] for name in places],
            "colour": [colours[name] for name in places],
        }
    )
    return (
        alt.Chart(last)
        .mark_text(align="left", dx=9, fontSize=15, fontWeight="bold")
        .encode(x="month:T", y="value:Q", text="says:N", color=alt.Color("colour:N").scale(None))
    )


def _long(quarter: pd.DataFrame, names: dict[str, str], scale: float = 1.0) -> pd.DataFrame:
    frame = quarter.rename(columns=names).melt(
        id_vars="month", value_vars=list(names.values()), var_name="line"
    )
    frame["value"] *= scale
    return frame


def _flows(comparison: Comparison, name: str, most: float) -> alt.LayerChart:
    months = comparison.of(name)
    quarter = quarters(months)
    first = name == comparison.names[0]
    y = _value(most, [0, 10, 20, 30, 40, 50], first)
    unasked = (
        alt.Chart(quarter)
        .mark_area(color="#e3e8ee", interpolate="monotone")
        .encode(_time(), alt.Y("needs:Q").scale(domain=[0, most], nice=False), alt.Y2("asked:Q"))
    )
    ends = {line: months[column].tail(MONTHS_OF_A_YEAR).mean() for column, line in LINES.items()}
    # Requests and help lie close together: their figures keep a line's distance.
    near = max(0.0, most / 12 - (ends["requests made"] - ends["help begun"])) / 2
    places = ends | {
        "requests made": ends["requests made"] + near,
        "help begun": ends["help begun"] - near,
    }
    texts = {line: f"{a_month(months, column)}" for column, line in LINES.items()}
    layers = [unasked, _lines(_long(quarter, LINES), y, COLOURS, DASHES)]
    if not first:
        usual = quarters(comparison.of(comparison.names[0]))
        layers.append(
            alt.Chart(usual)
            .mark_line(strokeWidth=1.6, color="#f46a25", opacity=0.55, interpolate="monotone")
            .encode(_time(), alt.Y("asked:Q").scale(domain=[0, most], nice=False))
        )
    layers.append(_end_labels(quarter, places, texts, COLOURS))
    gap = pd.DataFrame(
        {
            "month": [quarter["month"].iloc[len(quarter) // 2]],
            "value": [(quarter["needs"].mean() + quarter["asked"].mean()) / 2],
            "says": ["nobody asks" if first else "still not asked"],
        }
    )
    layers.append(
        alt.Chart(gap)
        .mark_text(fontSize=13, color=QUIET)
        .encode(x="month:T", y="value:Q", text="says:N")
    )
    if not first:
        note = pd.DataFrame(
            {
                "month": [quarter["month"].iloc[len(quarter) // 2]],
                "value": [comparison.of(comparison.names[0])["asked"].mean()],
                "says": ["requests as inspected"],
            }
        )
        layers.append(
            alt.Chart(note)
            .mark_text(fontSize=13, color="#b4481a", dy=14)
            .encode(x="month:T", y="value:Q", text="says:N")
        )
    heading = alt.TitleParams(
        comparison.title(name), anchor="start", frame="group", fontSize=15, color=INK, offset=10
    )
    return alt.layer(*layers).properties(width=WIDTH, height=230, title=heading)


def _shares(comparison: Comparison, name: str) -> alt.LayerChart:
    months = comparison.of(name)
    quarter = quarters(months)
    y = _value(65, [0, 20, 40, 60], name == comparison.names[0])
    ends = {
        line: 100 * months[column].tail(MONTHS_OF_A_YEAR).mean() for column, line in SHARES.items()
    }
    texts = {line: f"{of_100(months, column)}" for column, line in SHARES.items()}
    return alt.layer(
        _lines(_long(quarter, SHARES, 100), y, SHARE_COLOURS, SHARE_DASHES),
        _end_labels(quarter, ends, texts, SHARE_COLOURS),
    ).properties(width=WIDTH, height=130)


def hidden_demand_chart(comparison: Comparison) -> alt.TopLevelMixin:
    most = math.ceil(comparison.months["needs"].max() / 5) * 5 + 4
    above = alt.hconcat(*(_flows(comparison, name, most) for name in comparison.names), spacing=44)
    below = alt.hconcat(
        *(_shares(comparison, name) for name in comparison.names),
        spacing=44,
        title=panel_title("Unmet, of those that came to an end: what is true, and what a record shows"),
    )
    run = comparison.run
    chart = alt.vconcat(
        above.resolve_scale(color="shared", strokeDash="shared"),
        below.resolve_scale(color="shared", strokeDash="shared"),
        spacing=30,
    ).resolve_scale(color="independent", strokeDash="independent")
    option = comparison.names[1]
    return finished(
        chart.properties(
            title=title(
                f"Requests rise by {more_asked(comparison, option)} % where help comes, and the need "
                "is the same",
                f"Help that officers are free to ask for, a month, {run['start'][:4]} to "
                f"{run['end'][:4]}: mean months of each quarter over {run['replications']} possible "
                "futures, the same for all.",
                "Figures at the end of a line are means of the last year.",
            )
        ),
        words(comparison),
    )
