"""The pictures: drawing only. Each says its finding in the title, what is counted below it, has
its key above, figures and words beside its colours, and a text alternative."""

import altair as alt
import pandas as pd

from results import Results
from style import (
    END_COLOURS,
    GROUP_COLOURS,
    INK,
    LINE,
    QUIET,
    STAGE_COLOURS,
    finished,
    key,
    on,
    panel_title,
    title,
)
from tables import ALL, STAGES, UNMET, assets, chance, engagement, money, months, unmet
from words import (
    assets_words,
    engagement_words,
    futures,
    months_words,
    period,
    pounds,
    unmet_words,
)


def unmet_chart(results: Results) -> alt.TopLevelMixin:
    table = unmet(results)
    table["met"] = 100 - table["unmet"]
    table["parts"] = [
        ", ".join(f"{row[end]} {end}" for end in UNMET if row[end] > 0)
        for _, row in table.iterrows()
    ]
    table["says"] = [
        f"{row.unmet}{chance(row.half_width)} unmet" if row.unmet > 0 else "fewer than 1 unmet"
        for row in table.itertuples()
    ]
    bars = table.melt(
        id_vars=["class", "view"], value_vars=list(END_COLOURS), var_name="end", value_name="share"
    )
    bars["place"] = bars["end"].map(list(END_COLOURS).index)
    bars["to"] = bars.groupby(["class", "view"])["share"].cumsum()
    bars["middle"] = bars["to"] - bars["share"] / 2
    bars["ink"] = bars["end"].map(lambda end: on(END_COLOURS[end]))
    bars["figure"] = [
        f"{share} met" if end == "met" else f"{share}"
        for end, share in zip(bars["end"], bars["share"], strict=True)
    ]

    first = table.iloc[0]
    on_record = table[
        (table["class"] == first["class"]) & (table["view"] == "of 100 requests on record")
    ]
    headline = f"{first['unmet']} of 100 {first['class']} needs go unmet"
    if len(on_record):
        headline += f"; the record shows {on_record['unmet'].iloc[0]}"

    classes = list(table["class"].unique())
    panels = []
    for work in classes:
        y = alt.Y("view:N", sort=list(table["view"].unique()), title=None).axis(
            domain=False, ticks=False, labelPadding=10
        )
        base = alt.Chart(bars[bars["class"] == work]).encode(y=y)
        bar = base.mark_bar(height=26).encode(
            alt.X("share:Q", title=None).scale(domain=[0, 100], nice=False).axis(None),
            alt.Color("end:N").scale(key(END_COLOURS)),
            alt.Order("place:Q"),
        )
        figure = (
            base.transform_filter("datum.share >= 5")
            .mark_text(fontSize=14)
            .encode(x="middle:Q", text="figure:N", color=alt.Color("ink:N").scale(None))
        )
        said = alt.Chart(table[table["class"] == work]).encode(y=y, x=alt.datum(100))
        strong = {"align": "left", "dx": 14, "fontSize": 15, "fontWeight": "bold", "color": INK}
        with_parts = said.transform_filter("datum.parts !== ''")
        without = said.transform_filter("datum.parts === ''")
        says = [
            with_parts.mark_text(dy=-8, **strong).encode(text="says:N"),
            without.mark_text(**strong).encode(text="says:N"),
            with_parts.mark_text(align="left", dx=14, dy=11, fontSize=13, color=QUIET).encode(
                text="parts:N"
            ),
        ]
        heading = alt.TitleParams(
            work.capitalize() + " work",
            anchor="start",
            frame="bounds",
            fontSize=15,
            color=INK,
            offset=4,
        )
        panels.append(alt.layer(bar, figure, *says).properties(width=440, height=92, title=heading))
    chart = alt.vconcat(*panels, spacing=16).properties(
        title=title(
            headline,
            f"How needs for the unit's help ended, {period(results)}; whole parts of 100, means of "
            f"{futures(results)}.",
            "± is the 95 % interval of chance between futures. Needs whose end is not yet known are "
            "left out.",
        )
    )
    return finished(chart, unmet_words(results))


def engagement_chart(results: Results) -> alt.TopLevelMixin:
    table = engagement(results)
    order = list(table["organisation"])
    bars = table.melt(
        id_vars=["organisation"], value_vars=list(STAGES), var_name="stage", value_name="share"
    )
    bars["place"] = bars["stage"].map(list(STAGES).index)
    bars["to"] = bars.groupby("organisation")["share"].cumsum()
    bars["middle"] = bars["to"] - bars["share"] / 2
    bars["ink"] = bars["stage"].map(lambda stage: on(STAGE_COLOURS[stage]))
    bars["figure"] = [
        f"{share} {stage}" if share >= 16 else f"{share}"
        for stage, share in zip(bars["stage"], bars["share"], strict=True)
    ]
    y = alt.Y("organisation:N", sort=order, title=None).axis(
        domain=False,
        ticks=False,
        labelPadding=10,
        labelFontWeight={
            "condition": {"test": f"datum.value === '{ALL}'", "value": "bold"},
            "value": "normal",
        },
    )
    bare = alt.Y("organisation:N", sort=order, title=None).axis(None)
    size = {"height": 44 * len(order)}

    base = alt.Chart(bars).encode(y=y)
    bar = base.mark_bar(height=27).encode(
        alt.X("share:Q", title=None).scale(domain=[0, 100], nice=False).axis(None),
        alt.Color("stage:N").scale(key(STAGE_COLOURS)),
        alt.Order("place:Q"),
    )
    figure = (
        base.transform_filter("datum.share >= 2")
        .mark_text(fontSize={"expr": "datum.share < 4 ? 12 : 14"})
        .encode(x="middle:Q", text="figure:N", color=alt.Color("ink:N").scale(None))
    )
    left = alt.layer(bar, figure).properties(
        width=420, title=panel_title("Of 100 cases, first engaged"), **size
    )

    shares = table.dropna(subset=["early_share"]).copy()
    shares["low"] = (shares["early_share"] - shares["half_width"].fillna(0)).clip(lower=0)
    shares["high"] = (shares["early_share"] + shares["half_width"].fillna(0)).clip(upper=100)
    shares["says"] = [
        f"{row.early_share:.0f}{chance(row.half_width / 100)}" for row in shares.itertuples()
    ]
    x = (
        alt.X("early_share:Q", title=None)
        .scale(domain=[0, 100], nice=False)
        .axis(values=[0, 50, 100], domain=False, ticks=False, labelColor=QUIET, labelFontSize=13)
    )
    spot = alt.Chart(shares).encode(y=bare)
    reach = spot.mark_bar(height=12, color="#cfdeee").encode(x=x, x2=alt.datum(0))
    interval = spot.mark_bar(height=18, color="#7f9cbd").encode(x="low:Q", x2="high:Q")
    mean = spot.mark_tick(thickness=2, size=18, color=INK, opacity=1).encode(x=x)
    says = spot.mark_text(align="left", dx=9, fontSize=14, color=INK).encode(
        x="high:Q", text="says:N"
    )
    right = alt.layer(reach, interval, mean, says).properties(
        width=200,
        title=panel_title(["Joined before arrest,", "of 100 that needed it then"]),
        **size,
    )
    whole = table.iloc[0]
    chart = alt.hconcat(left, right, spacing=34).properties(
        title=title(
            f"The unit joins before arrest in {whole['early_share']:.0f} of 100 cases that needed it then"
            if pd.notna(whole["early_share"])
            else "No case needed the unit before arrest",
            f"Stage of the unit's first work on cases opened {period(results)}; means of {futures(results)}; "
            "± and bands are 95 % intervals of chance.",
            "Cash seizures, refused consents, frozen accounts and volume frauds begin in a middle stage; "
            "some cases never need the unit.",
        )
    )
    return finished(chart, engagement_words(results))


def assets_chart(results: Results) -> alt.TopLevelMixin:
    table = assets(results)
    table["says"] = [pounds(row) for _, row in table.iterrows()]
    table["amounts"] = [money(row.amount, row.half_width) for row in table.itertuples()]
    whole = results.total("assets_realisable")
    start = pd.DataFrame(
        {
            "part": ["all of it"],
            "from": [100],
            "to": [0],
            "says": ["£100"],
            "amounts": [money(whole["mean"], whole["half_width"])],
        }
    )
    order = ["all of it", *table["part"]]
    y = alt.Y("part:N", sort=order, title=None).axis(domain=False, ticks=False, labelPadding=12)
    base = alt.Chart(table).encode(y=y)
    bar = base.mark_bar(height=22, minBandSize=2).encode(
        alt.X("from:Q", title=None)
        .scale(domain=[0, 100], nice=False)
        .axis(
            values=[0, 25, 50, 75, 100], labelExpr="'£' + datum.value", domain=False, ticks=False
        ),
        alt.X2("to:Q"),
        alt.Color("group:N").scale(key(GROUP_COLOURS)),
    )
    all_of_it = (
        alt.Chart(start).mark_bar(height=22, color="#dfe4e9").encode(y=y, x="from:Q", x2="to:Q")
    )
    every = alt.Chart(pd.concat([start, table])).encode(y=y, x="from:Q")
    says = every.mark_text(align="left", dx=8, fontSize=15, fontWeight="bold", color=INK).encode(
        text="says:N"
    )
    amounts = every.mark_text(align="left", dx=54, fontSize=13, color=QUIET).encode(
        text="amounts:N"
    )
    steps = table.iloc[:-1].assign(next=list(table["part"])[1:])
    link = (
        alt.Chart(steps)
        .mark_rule(color=LINE, strokeWidth=1)
        .encode(
            x="to:Q",
            y=alt.Y("part:N", sort=order, bandPosition=0.5),
            y2=alt.Y2("next:N", bandPosition=0.5),
        )
    )
    chart = alt.layer(link, all_of_it, bar, says, amounts).properties(
        width=450,
        height=34 * len(order),
        title=title(
            f"Of every £100 of modelled realisable assets, {pounds(table.iloc[-1])} is collected",
            f"Assets of cases opened {period(results)}, followed until they close or the run-on "
            f"ends; means of {futures(results)}.",
            "Each £ leaves once; whole pounds that add up to 100. Beside them the amount over "
            f"{period(results)} and its 95 % interval of chance.",
        ),
    )
    return finished(chart, assets_words(results))


LINES = {"needs that arose": "#12436d", "asked for": "#f46a25", "help started": "#28a197"}
DASHES = {"needs that arose": [1, 0], "asked for": [7, 3], "help started": [2, 2]}


def months_chart(results: Results) -> alt.TopLevelMixin:
    frame = months(results)
    x = alt.X("month:T", title=None).axis(format="%Y", tickCount="year", grid=False, labelPadding=6)
    flows = frame[frame["line"].isin(list(LINES))]
    trust = frame[frame["line"] == "belief"]

    counts = (
        alt.Chart(flows)
        .mark_line(strokeWidth=2.4)
        .encode(
            x,
            alt.Y("value:Q", title=None)
            .scale(zero=True)
            .axis(tickCount=5, domain=False, ticks=False),
            alt.Color("line:N")
            .scale(key(LINES))
            .legend(symbolType="stroke", symbolStrokeWidth=3, symbolSize=600),
            alt.StrokeDash("line:N").scale(domain=list(DASHES), range=list(DASHES.values())),
        )
    )
    above = counts.properties(
        width=720, height=200, title=panel_title("A month, all classes of work")
    )
    below = (
        alt.Chart(trust)
        .mark_line(strokeWidth=2.4, color="#801650")
        .encode(
            x,
            alt.Y("value:Q", title=None)
            .scale(domain=[0, 1])
            .axis(values=[0, 0.5, 1], labelExpr="datum.value * 100", domain=False, ticks=False),
        )
        .properties(
            width=720,
            height=110,
            title=panel_title(
                "Trust that discretionary help will come, of 100: "
                "mean over investigating teams, each month's end"
            ),
        )
    )
    asked = 100 * results.months["asked"].sum() / max(results.months["needs"].sum(), 1e-9)
    chart = alt.vconcat(above, below, spacing=22).properties(
        title=title(
            f"{asked:.0f} requests are made for every 100 needs that arise",
            f"All organisations, {period(results)}; each point is the mean of {futures(results)}, "
            "without its interval.",
            "Needs are dated when they arise, requests when they are made, help when work starts.",
        )
    )
    return finished(chart, months_words(results))


PICTURES = {
    "unmet-need": unmet_chart,
    "first-engagement": engagement_chart,
    "every-hundred-pounds": assets_chart,
    "month-by-month": months_chart,
}
