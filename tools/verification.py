#!/usr/bin/env python3
"""Prints the tables of docs/verification.md: published figures and expectations beside what the
simulator gives, with 95 % intervals for chance.

    make build && python3 tools/verification.py [--replications 100] [--program build/ficap]
"""

import argparse
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(program, scenario, replications, sets=()):
    command = [program, "run", str(ROOT / "scenarios" / scenario), "--quiet", "--json", "-"]
    command += ["--replications", str(replications)]
    for one in sets:
        command += ["--set", one]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["measures"]


def of(measures, name, dimension=None, key=None):
    measure = measures[name]
    if dimension:
        measure = measure["by"][dimension][key]
    return measure["mean"], measure["half_width"]


def number(value, half_width, digits=0, scale=1.0):
    if value is None:
        return "none"
    return f"{value * scale:,.{digits}f} ± {(half_width or 0) * scale:,.{digits}f}"


def published(base, years):
    wmp = ("organisation", "wmp")
    orders = of(base, "confiscation_orders", *wmp), of(base, "forfeiture_orders", *wmp)
    count = sum(o[0] for o in orders) / years
    count_error = sum(o[1] for o in orders) / years
    value, value_error = of(base, "orders_value", *wmp)
    restraints = sum(of(base, "served", "request", r)[0] for r in ("early_restraint", "overt_restraint"))
    confiscations = of(base, "confiscation_orders")[0]
    pair = [of(base, name, "organisation", key) for name in ("confiscation_orders", "forfeiture_orders", "orders_value") for key in ("wmp", "rocuwm")]
    mean_pair = (pair[4][0] + pair[5][0]) / sum(p[0] for p in pair[:4])
    forfeited = of(base, "cash_from_forfeiture", *wmp)[0] / years
    confiscated = of(base, "cash_from_confiscation", *wmp)[0] / years
    share = (confiscated * 0.1875 + forfeited * 0.5) * (1 - 0.15) * (1 - 0.05)
    cost = 18 * 59_000 + 6.3 * 48_600
    print("| figure | source | published | simulated | used for |\n| --- | --- | --- | --- | --- |")
    rows = [
        ("WMP orders a year, confiscation and forfeiture", "A24", "more than 210 (range 190 to 240)", number(count, count_error), "calibration"),
        ("WMP value of orders a year, £m", "A24", "more than 3.9", number(value / years, value_error / years, 2, 1e-6), "calibration"),
        ("WMP mean order, £k", "A24", "18.6", f"{value / years / count / 1000:.1f}", "calibration"),
        ("WMP recovered in a year, £m (published: seized)", "A23", "4.7", f"{(confiscated + forfeited) / 1e6:.2f}", "held out"),
        ("WMP and ROCU, mean order, £k", "A25", "20.1", f"{mean_pair / 1000:.1f}", "held out"),
        ("restraints for each 100 confiscation orders", "A31", "25 to 32", f"{100 * restraints / confiscations:.0f}", "held out"),
        ("the force's share of receipts over the cost of the team", "F5", "0.87", f"{share / cost:.2f}", "held out"),
    ]
    for row in rows:
        print("| " + " | ".join(row) + " |")


def expectations(base, replications, program, years):
    wmp = ("organisation", "wmp")
    print("\n| scenario | requests asked, % against baseline | unmet share of need, points | early engagement | expired | confiscation orders a year | collected of £100 |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    names = ["west-midlands", "five-more-investigators", "ten-more-investigators", "five-fewer-investigators",
             "mandatory-referral", "announcement", "published-waits", "service-promise", "early-desk", "confiscation-and-cash-cell", "five-fis-two-fios-early-desk",
             "regional-overflow", "vacancies-filled", "fio-skill-mix", "regional-pool", "own-posts", "people-come-and-go", "hiring-plan", "hiring-plan-with-a-bridge",
             "hiring-freeze", "retention-supplement", "recruitment-of-equal-cost", "everyone-asks", "unlimited-staff", "no-dissipation"]
    for name in names:
        m = base if name == "west-midlands" else run(program, name + ".json", replications)
        asked = 100 * (of(m, "asked", *wmp)[0] / of(base, "asked", *wmp)[0] - 1)
        unmet = of(m, "unmet_share_of_need", *wmp)
        early = of(m, "early_engagement_share", *wmp)
        expired = of(m, "expired", *wmp)
        orders = of(m, "confiscation_orders", *wmp)
        collected = 100 * of(m, "assets_collected", *wmp)[0] / of(m, "assets_realisable", *wmp)[0]
        print(f"| {name} | {asked:+.1f} | {number(*unmet, 1, 100)} | {number(*early, 2)} | {number(*expired, 0, 1 / years)} a year | {number(*orders, 0, 1 / years)} | {collected:.2f} |")
    both = run(program, "unlimited-staff.json", replications, ["/from_start/asking/floor=1", "/from_start/asking/ceiling=1"])
    print(f"\nUnlimited staff and certain asking, all organisations: unmet share of need {number(*of(both, 'unmet_share_of_need'), 4)}, "
          f"collected of £100 {100 * of(both, 'assets_collected')[0] / of(both, 'assets_realisable')[0]:.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--replications", type=int, default=100)
    parser.add_argument("--program", default=str(ROOT / "build" / "ficap"))
    options = parser.parse_args()
    years = 5
    base = run(options.program, "west-midlands.json", options.replications)
    print(f"{options.replications} futures a scenario, seed 1\n")
    published(base, years)
    expectations(base, options.replications, options.program, years)


if __name__ == "__main__":
    main()
