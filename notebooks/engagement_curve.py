"""The picture of the engagement curve: what the same cases would have yielded, had the unit joined
them at each stage, or so long after they opened."""

import json
import os
import pathlib

import altair as alt
import pandas as pd

from results import TREE, NoResults
from style import INK, PAPER, finished, panel_title, title

FOLDER_VARIABLE = "FICAP_ENGAGEMENT"
DEFAULT_FOLDER = TREE / "build" / "results" / "engagement"
HOW_TO_MAKE = (
    f"`make pictures` writes it to {DEFAULT_FOLDER.relative_to(TREE)}; to read another, set "
    f"{FOLDER_VARIABLE} to the folder in which `ficap engage SCENARIO --json FOLDER/curve.json` wrote."
)
AS_SIMULATED = "as-simulated"
DOT, BAR, RULE = "#12436d", "#8fb3d9", "#b4481a"
WIDTH = 560


class Curve:
    """One finished curve: `run`, and `moments` (a row for each, with pounds of every £100)."""

    def __init__(self, folder: str | os.PathLike | None = None) -> None:
        self.folder = pathlib.Path(folder or os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER)
        try:
            document = json.loads((self.folder / "curve.json").read_text(encoding="utf-8"))
        except FileNotFoundError as problem:
            raise NoResults(f"There is no file {problem.filename}. {HOW_TO_MAKE}") from None
        self.run: dict = document["run"]
        shares = document["measures"]["recovered_share"]["scenarios"]
        rows = []
        for scenario in document["scenarios"]:
            share = shares[scenario["name"]]
            half = share["half_width"] or 0.0
            rows.append(
                {
                    "name": scenario["name"],
                    "says": scenario["title"].split(": joined ")[-1].removeprefix("at ").strip('"'),
                    "pounds": 100 * share["mean"],
                    "low": 100 * (share["mean"] - half),
                    "high": 100 * (share["mean"] + half),
                }
            )
        frame = pd.DataFrame(rows)
        self.as_simulated = frame[frame["name"] == AS_SIMULATED].iloc[0]
        self.moments = frame[(frame["name"] != AS_SIMULATED) & (frame["pounds"] > 0)]

    def stages(self) -> pd.DataFrame:
        return self.moments[self.moments["name"].str.startswith("joined-at-")]

    def times(self) -> pd.DataFrame:
        return self.moments[self.moments["name"].str.startswith("joined-after-")]

    def cite(self) -> str:
        run = self.run
        return f"ficap {run['version']}, run {run['id']}, seed {run['seed']}"


def pounds(value: float) -> str:
    return f"£{value:.1f}"


def words(curve: Curve) -> str:
    """The text alternative."""

    def each(frame: pd.DataFrame) -> str:
        return ", ".join(f"{row.says} {pounds(row.pounds)}" for row in frame.itertuples())

    return (
        f"Of every £100 of modelled realisable assets, collected if the unit joins at the beginning of a "
        f"stage: {each(curve.stages())}; or after a time: {each(curve.times())}. "
        f"As simulated: {pounds(curve.as_simulated['pounds'])}."
    )


def _panel(curve: Curve, frame: pd.DataFrame, heading: str, most: float, last: bool) -> alt.LayerChart:
    x = (
        alt.X("pounds:Q", title="£ collected of every £100" if last else None)
        .scale(domain=[0, most], nice=False)
        .axis(format="d", tickCount=5, labels=last, ticks=last, domain=False)
    )
    y = alt.Y("says:N", title=None, sort=None).axis(domain=False, ticks=False, labelPadding=10)
    bars = alt.Chart(frame).mark_bar(color=BAR, height=5, cornerRadius=2).encode(
        x=alt.X("low:Q").scale(domain=[0, most], nice=False), x2="high:Q", y=y
    )
    dots = alt.Chart(frame).mark_point(color=DOT, filled=True, size=120, opacity=1).encode(x=x, y=y)
    labelled = alt.Chart(frame.assign(label=frame["pounds"].map(pounds))).encode(
        x="high:Q", y=y, text="label:N"
    )
    look = {"align": "left", "dx": 9, "fontSize": 14, "fontWeight": "bold"}
    # Where a figure stands on the dashed line it is read all the same.
    halo = labelled.mark_text(**look, stroke=PAPER, strokeWidth=5, color=PAPER)
    figures = labelled.mark_text(**look, color=INK)
    rule = alt.Chart(pd.DataFrame({"pounds": [curve.as_simulated["pounds"]]})).mark_rule(
        color=RULE, strokeDash=[5, 4], strokeWidth=1.8
    ).encode(x="pounds:Q")
    return alt.layer(rule, bars, dots, halo, figures).properties(
        width=WIDTH, height=38 * len(frame), title=panel_title(heading)
    )


def engagement_chart(curve: Curve) -> alt.TopLevelMixin:
    most = float(curve.moments["high"].max()) * 1.18
    stages, times = curve.stages(), curve.times()
    run = curve.run
    chart = alt.vconcat(
        _panel(curve, stages, "The unit joins at the beginning of", most, last=False),
        _panel(curve, times, "or so long after the case opens", most, last=True),
        spacing=26,
    )
    first, late = stages.iloc[0], stages.iloc[-1]
    return finished(
        chart.properties(
            title=title(
                f"Joined early, the same cases yield {pounds(first['pounds'])} of every £100; "
                f"joined after conviction, {pounds(late['pounds'])}",
                "Modelled realisable assets of investigations; the same cases in each row, and people enough that",
                f"nobody waits. Bars: 95 % intervals for chance over {run['replications']} futures. Dashed: as "
                f"simulated, {pounds(curve.as_simulated['pounds'])}.",
            )
        ),
        words(curve),
    )
