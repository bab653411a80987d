"""The tables behind the pictures: measures as read, in whole parts that add up to their total."""

import math

import pandas as pd

from results import NoResults, Results

# How each end of a need is called, and what it is called in the files.
UNMET = {"never asked": "suppressed", "turned down": "declined", "too late": "expired"}
MET = {"helped in time": "served", "covered by others": "covered"}
CLASSES = ["discretionary", "directed", "statutory"]

STAGES = {
    "early": "first_engaged_early",
    "middle": "first_engaged_middle",
    "late": "first_engaged_late",
    "never": "never_engaged",
}

# In the order of a case's life. The groups are said in the key of the picture.
ASSET_PARTS = pd.DataFrame(
    [
        ("assets_no_need_arose", "in cases that never needed the unit", "the unit never joined"),
        ("assets_never_asked", "in cases in which nobody asked", "the unit never joined"),
        (
            "assets_asked_but_unserved",
            "in cases that asked and got no help",
            "the unit never joined",
        ),
        ("assets_dissipated_before_engagement", "gone before the unit joined", "joined, no order"),
        (
            "assets_dissipated_after_engagement",
            "gone after the unit had joined",
            "joined, no order",
        ),
        ("assets_not_identified", "still there, never found", "joined, no order"),
        ("assets_no_order_made", "found, no order made", "joined, no order"),
        ("assets_still_open", "in cases still open", "still open"),
        ("assets_not_collected", "in an order, never paid", "in an order, not paid"),
        ("assets_outstanding", "in an order, due later", "in an order, not paid"),
        ("assets_collected", "collected", "collected"),
    ],
    columns=["measure", "part", "group"],
)

NAMES = {
    "wmp": "West Midlands Police",
    "rocuwm": "Regional unit (ROCUWM)",
    "west-mercia": "West Mercia Police",
    "staffordshire": "Staffordshire Police",
    "warwickshire": "Warwickshire Police",
}
ALL = "All together"


def name_of(identifier: str) -> str:
    """What people call an organisation; an id that is not known here reads as words."""
    return NAMES.get(identifier, identifier.replace("-", " ").replace("_", " ").capitalize())


def apportion(whole: int, parts: list[float]) -> list[int]:
    """Whole numbers in proportion to `parts` that add up to `whole` (largest remainders)."""
    total = sum(parts)
    if not total > 0:
        return [0] * len(parts)
    exact = [whole * part / total for part in parts]
    result = [math.floor(value) for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: result[i] - exact[i])
    for i in by_remainder[: whole - sum(result)]:
        result[i] += 1
    return result


def of_100(share: float) -> int:
    """A share in whole hundredths, halves upwards."""
    return math.floor(100 * share + 0.5)


def chance(half_width: float) -> str:
    """The half-width of a share as it is written behind a figure of 100."""
    if pd.isna(half_width):
        return ""
    hundredths = 100 * half_width
    return f" ± {hundredths:.0f}" if hundredths >= 0.95 else f" ± {max(hundredths, 0.1):.1f}"


def money(pounds: float, half_width: float) -> str:
    """An amount with its interval, in the largest unit in which it is not nought point something."""
    for unit, size in (("m", 1e6), ("k", 1e3), ("", 1.0)):
        if abs(pounds) >= size or not unit:
            break
    digits = 1 if unit and abs(pounds) < 10 * size else 0
    text = f"£{pounds / size:,.{digits}f}{unit}"
    if pd.isna(half_width):
        return text
    return f"{text} ± {half_width / size:,.{digits}f}{unit}"


def unmet(results: Results) -> pd.DataFrame:
    """For each class of work, of 100 needs and of 100 requests whose end is known: how they ended.

    Columns: class, view ("of 100 needs" or "of 100 requests on record"), unmet, half_width, a column an end.
    """
    known = results.by("needs", "class").index
    ends = {**UNMET, **MET}
    cuts = {end: results.by(measure, "class")["mean"] for end, measure in ends.items()}
    views = [
        ("of 100 needs", "unmet_share_of_need", list(ends)),
        (
            "of 100 requests on record",
            "unmet_share_of_requests",
            [end for end in ends if end != "never asked"],
        ),
    ]
    rows = []
    for work in [c for c in CLASSES if c in known] + [c for c in known if c not in CLASSES]:
        for view, measure, shown in views:
            share = results.by(measure, "class").loc[work]
            if pd.isna(share["mean"]):
                continue
            bad = [end for end in shown if end in UNMET]
            whole = of_100(share["mean"])
            row = dict.fromkeys(ends, 0)
            row |= zip(bad, apportion(whole, [cuts[end][work] for end in bad]), strict=True)
            row |= zip(MET, apportion(100 - whole, [cuts[end][work] for end in MET]), strict=True)
            rows.append(
                {
                    "class": work,
                    "view": view,
                    "unmet": whole,
                    "half_width": share["half_width"],
                    **row,
                }
            )
    if not rows:
        raise NoResults("No need arose in this run, so there is nothing to show of it.")
    return pd.DataFrame(rows)


def engagement(results: Results) -> pd.DataFrame:
    """For the whole and each organisation: of 100 cases, at which stage the unit first engaged.

    Columns: organisation, cases, a column a stage, early_share (of cases with an early need) and
    half_width, both of 100.
    """
    counts = {stage: results.by(measure, "organisation") for stage, measure in STAGES.items()}
    shares = results.by("early_engagement_share", "organisation")
    rows = []

    def add(name: str, means: list[float], share: pd.Series) -> None:
        parts = dict(zip(STAGES, apportion(100, means), strict=True))
        early = {"early_share": 100 * share["mean"], "half_width": 100 * share["half_width"]}
        rows.append({"organisation": name, "cases": sum(means), **parts, **early})

    add(
        ALL,
        [results.total(measure)["mean"] for measure in STAGES.values()],
        results.total("early_engagement_share"),
    )
    known = list(shares.index)
    for one in [i for i in NAMES if i in known] + [i for i in known if i not in NAMES]:
        means = [counts[stage]["mean"][one] for stage in STAGES]
        if sum(means) > 0:
            add(name_of(one), means, shares.loc[one])
    return pd.DataFrame(rows)


def assets(results: Results) -> pd.DataFrame:
    """Where every £100 of the cohort's modelled realisable assets went; the parts add up to 100.

    Columns: part, group, pounds (whole), amount and half_width (of the whole period), and where
    the part's bar stands on the way from 100 down to what was collected: from, to.
    """
    frame = ASSET_PARTS.copy()
    for column, figure in (("amount", "mean"), ("half_width", "half_width")):
        frame[column] = [results.total(measure)[figure] for measure in frame["measure"]]
    realisable = results.total("assets_realisable")["mean"]
    if not realisable > 0:
        raise NoResults(
            "The cases of this run have no assets, so there is nothing to show of them."
        )
    if not math.isclose(frame["amount"].sum(), realisable, rel_tol=1e-9):
        raise NoResults(
            "The parts of the assets do not add up to the whole: these files are damaged."
        )
    frame["pounds"] = apportion(100, list(frame["amount"]))
    exact = 100 * frame["amount"] / realisable
    frame["from"] = 100 - exact.cumsum() + exact
    frame["to"] = frame["from"] - exact
    return frame


def months(results: Results) -> pd.DataFrame:
    """The monthly series in long form: month, line, value."""
    frame = results.months.rename(
        columns={"needs": "needs that arose", "asked": "asked for", "served": "help started"}
    )
    return frame.melt(
        id_vars="month",
        value_vars=["needs that arose", "asked for", "help started", "backlog", "belief"],
        var_name="line",
    )
