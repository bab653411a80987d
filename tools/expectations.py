#!/usr/bin/env python3
"""Prints what those who know the field expect of the model (direction and rough size), beside what
comes out with its 95 % interval, from comparisons in the same futures; then what early protection is
worth, over the ranges of how fast unprotected assets melt.

    make build && python3 tools/expectations.py [--replications 100] [--program build/ficap]

An expectation is not a test: nothing is forced to meet it, and the exit code is 0 either way. One that
is not met is explained in docs/verification.md.

as expected       the interval lies in the expected range
partly            the direction is right, the size is another
not as expected   neither
cannot tell       the interval is too wide: ask for more futures
"""

import copy
import csv
import json
import math
import pathlib
import tempfile

from simulated import YEARS, answer, compare, parser, path_of, table

INFINITE = math.inf
OF_WMP = "[organisation=wmp]"


class Found:
    """What came out: a figure, its half-width (none where it is a count of months), and a unit."""

    def __init__(self, value, half_width, unit, digits=1, base=None):
        self.value, self.half_width, self.unit, self.digits, self.base = value, half_width, unit, digits, base

    def low(self):
        return self.value - (self.half_width or 0)

    def high(self):
        return self.value + (self.half_width or 0)

    def __str__(self):
        sign = "+" if self.base is None and self.value > 0 else ""
        shown = f"{sign}{self.value:,.{self.digits}f}"
        if self.half_width is not None:
            shown += f" ± {self.half_width:,.{self.digits}f}"
        return f"{shown} {self.unit}".strip()


def verdict(found, size, direction):
    """In a word: an expected range of sizes, and the wider one of what is at least the right way."""
    for (low, high), word in ((size, "as expected"), (direction, "partly")):
        if low <= found.low() and found.high() <= high:
            return word
    reaches = found.low() < size[1] and found.high() > size[0]
    return "cannot tell" if reaches else "not as expected"


UP, DOWN = (0, INFINITE), (-INFINITE, 0)


def difference(document, option, measure, scale=1.0):
    figures = document["measures"][measure]["scenarios"][option]["difference"]
    return figures["mean"] * scale, figures["half_width"] * scale


def value(document, scenario, measure):
    figures = document["measures"][measure]["scenarios"][scenario]
    return figures["mean"], figures["half_width"]


def relative(document, option, measure):
    """A difference in per cent of the base's mean, which is taken as known."""
    mean = value(document, "west-midlands", measure)[0]
    return difference(document, option, measure, 100 / mean)


def change(document, option, measure, digits=1):
    return Found(*relative(document, option, measure), "%", digits)


def points(document, option, measure, digits=1):
    return Found(*difference(document, option, measure, 100), "points", digits)


def five_more(options):
    name = "five-more-investigators"
    measures = [f"asked{OF_WMP}", f"unmet_share_of_need{OF_WMP}", f"confiscation_orders{OF_WMP}"]
    document = compare(options, "west-midlands", [name], measures)
    return [
        ("five more investigators: recorded requests rise", "+5 to +15 %", change(document, name, measures[0]), (5, 15), UP),
        ("... unmet need falls", "-8 to -15 points", points(document, name, measures[1]), (-15, -8), DOWN),
        ("... confiscation orders barely move", "-2 to +2 %", change(document, name, measures[2]), (-2, 2), (-5, 5)),
    ]


def five_fewer(options):
    name = "five-fewer-investigators"
    early, hearings = f"early_engagement_share{OF_WMP}", "unmet_share_of_need[request=cash_detention]"
    statutory = "unmet_share_of_need[class=statutory]"
    document = compare(options, "west-midlands", [name], [early, hearings, statutory])

    def of_100(measure):
        mean, half_width = value(document, name, measure)
        return Found(100 * mean, 100 * half_width, "of 100 unmet", 2, base=0)

    return [
        ("five fewer: early engagement at least halves", "-50 % or more", change(document, name, early), (-INFINITE, -50), DOWN),
        ("... hearings to detain cash stay met or covered", "0 of 100 unmet", of_100(hearings), (-INFINITE, 0.5), (-INFINITE, 2)),
        ("... so does all statutory work of the region", "0 of 100 unmet", of_100(statutory), (-INFINITE, 0.5), (-INFINITE, 2)),
    ]


def referral(options):
    name = "mandatory-referral"
    referrals, early, expired = f"referrals{OF_WMP}", f"first_engaged_early{OF_WMP}", f"expired{OF_WMP}"
    document = compare(options, "west-midlands", [name], [referrals, early, expired])
    more_referrals = Found(*difference(document, name, referrals, 1 / YEARS), "a year", 0)
    more_early = Found(*difference(document, name, early, 1 / YEARS), "cases a year", 0)
    return [
        ("mandatory referral without staff: referrals rise", "up", more_referrals, UP, UP),
        ("... cases joined early rise by less", f"between 0 and +{more_referrals.low() / 2:.0f}", more_early, (0, more_referrals.low() / 2), UP),
        ("... early expiry about doubles", "+70 to +130 %", change(document, name, expired, 0), (70, 130), UP),
    ]


def announcement(options):
    name = "announcement"
    document = compare(options, "west-midlands", [name], ["asked[class=discretionary]"])
    more = [month["asked_more"] for month in document["demand"]["scenarios"][name]["months"]]
    beyond_chance = [m for m, each in enumerate(more) if each["mean"] > each["half_width"]]
    # Single months leave their intervals by chance, one in forty upwards: two in a row hardly do.
    last = max((m + 1 for m in beyond_chance if m == 0 or m - 1 in beyond_chance), default=0)
    return [
        ("an announcement without staff: asking rises in the first month", "up", Found(more[0]["mean"], more[0]["half_width"], "requests"), UP, UP),
        ("... and is back within about a year", "at most 15 months", Found(last, None, "months above the baseline", 0, base=0), (0, 15), (0, 24)),
    ]


def everything(options):
    """Unlimited staff and certain asking: shares of the whole region."""
    certain = ["/from_start/asking/floor=1", "/from_start/asking/ceiling=1"]
    measures = answer(options, ["run", path_of("unlimited-staff")], certain)["measures"]
    unmet = measures["unmet_share_of_need"]
    collected, realisable = measures["assets_collected"], measures["assets_realisable"]
    share, half_width = collected_share(options, certain)
    assert abs(share - collected["mean"] / realisable["mean"]) < 1e-9
    return [
        ("unlimited investigators and certain asking: unmet about zero", "0 of 100", Found(100 * unmet["mean"], 100 * unmet["half_width"], "of 100", 2, base=0), (-INFINITE, 1), (-INFINITE, 4)),
        ("... the recovered share stays below a quarter", "less than £25 of £100", Found(100 * share, 100 * half_width, "of £100", 1, base=0), (-INFINITE, 25), (-INFINITE, 33)),
    ]


def student_t(degrees):
    """The 97.5 % quantile, to two digits from ten degrees of freedom on (Cornish and Fisher)."""
    return 1.96 + 2.37 / degrees


def collected_share(options, sets):
    """Collected of realisable assets with the delta method's interval, from single futures."""
    with tempfile.TemporaryDirectory() as folder:
        answer(options, ["run", path_of("unlimited-staff"), "--csv", folder], sets)
        with open(pathlib.Path(folder) / "replications.csv", encoding="utf-8", newline="") as rows:
            futures = [(float(row["assets_collected"]), float(row["assets_realisable"])) for row in csv.DictReader(rows)]
    over, under = (sum(column) for column in zip(*futures, strict=True))
    ratio = over / under
    residuals = [(a - ratio * b) * len(futures) / under for a, b in futures]
    variance = sum(r * r for r in residuals) / (len(futures) * (len(futures) - 1))
    return ratio, student_t(len(futures) - 1) * math.sqrt(variance)


# --- the timing of protection

def restraints_at_once(folder):
    """The baseline, in which the courts and banks that a restraint waits for answer at once from the
    start of the plan: what is protected is protected earlier, and nobody has an hour more."""
    baseline = json.loads(pathlib.Path(path_of("west-midlands")).read_text(encoding="utf-8"))
    requests = {}
    for name in ("early_restraint", "overt_restraint"):
        tasks = copy.deepcopy(baseline["requests"][name]["tasks"])
        for task in tasks:
            task.pop("then_waits", None)
        requests[name] = {"tasks": tasks}
    path = pathlib.Path(folder) / "restraints-at-once.json"
    path.write_text(json.dumps({
        "extends": path_of("west-midlands"), "title": "Restraints without waiting for others",
        "description": "What a restraint waits for is there at once.", "from_start": {"requests": requests},
    }), encoding="utf-8")
    return path


# What is found depends on the phase in which it is looked for: with one share for all phases, only
# when it is protected is left.
ONE_SHARE = [f"/requests/{name}/identifies/{phase}/value=0.5" for name in ("early_restraint", "overt_restraint") for phase in ("early", "middle", "late")]


def dissipation(bound):
    """What sets every rate at which unprotected assets melt to the low or high end of its range."""
    baseline = json.loads(pathlib.Path(path_of("west-midlands")).read_text(encoding="utf-8"))
    if bound == "none":
        return ["/assets/dissipation=null"]
    sets = []
    for kind, rates in baseline["assets"]["dissipation"].items():
        for name, rate in rates.items():
            if isinstance(rate, dict) and bound in rate:
                sets.append(f"/assets/dissipation/{kind}/{name}/value={rate[bound]}")
    return sets


def gain(options, option, sets):
    """Assets collected more than in the baseline, £k a year."""
    name = option.stem if isinstance(option, pathlib.Path) else option
    document = compare(options, "west-midlands", [option], ["assets_collected"], sets)
    return Found(*difference(document, name, "assets_collected", 1e-3 / YEARS), "£k a year", 0)


def timing(options, at_once):
    stated = gain(options, at_once, ONE_SHARE)
    none = gain(options, at_once, ONE_SHARE + dissipation("none"))
    return [
        ("restraints granted without a wait, dissipation as stated: more is collected", "up", stated, UP, UP),
        ("... dissipation zero: the timing of protection adds nothing", "0 or less", none, DOWN, (-INFINITE, stated.value)),
    ]


def over_dissipation(options, at_once):
    print("Assets collected more than in the baseline, all organisations, £k a year, where unprotected assets melt as\n"
          "slowly, as stated, or as fast as the ranges of the baseline (grade C) allow:\n")
    levels = [("not at all", dissipation("none")), ("slowly (low)", dissipation("low")), ("as stated", []), ("fast (high)", dissipation("high"))]
    choices = [("early-desk", "early-desk"), ("five-more-investigators", "five-more-investigators"), ("restraints granted without a wait", at_once)]
    rows = []
    for words, option in choices:
        rows.append([words] + [str(gain(options, option, sets)).removesuffix(" £k a year") for _, sets in levels])
    table(["option"] + [words for words, _ in levels], rows)
    parts = ["assets_dissipated_before_engagement", "assets_dissipated_after_engagement", "assets_not_identified", "assets_collected"]
    rows = []
    for words, sets in levels:
        measures = answer(options, ["run", path_of("west-midlands")], sets)["measures"]
        whole = measures["assets_realisable"]["mean"]
        rows.append([words] + [f"£{100 * measures[part]['mean'] / whole:.1f}" for part in parts])
    print("Where £100 of the baseline's modelled realisable assets go:\n")
    table(["melting", "gone before the unit joined", "gone after it had joined", "still there, never found", "collected"], rows)


def main():
    options = parser(__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        at_once = restraints_at_once(folder)
        found = [*five_more(options), *five_fewer(options), *referral(options), *announcement(options), *timing(options, at_once), *everything(options)]
        print(f"West Midlands Police where nothing else is said; {options.replications} futures, the same for all, seed 1; ± is the 95 % interval\n"
              "for chance, of all that one comparison says together\n")
        table(["expectation", "expected", "came out", "verdict"], [(words, expected, str(figure), verdict(figure, size, direction)) for words, expected, figure, size, direction in found])
        over_dissipation(options, at_once)


if __name__ == "__main__":
    main()
