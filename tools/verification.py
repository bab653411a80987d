#!/usr/bin/env python3
"""Prints the tables of docs/verification.md that set the baseline beside published figures, and every
option beside the baseline, with 95 % intervals for chance.

    make build && python3 tools/verification.py [--replications 100] [--program build/ficap]

What those who know the field expect: tools/expectations.py.
"""

from simulated import WMP, YEARS, number, of, parser, run, table

OPTIONS = [
    "five-more-investigators", "five-more-investigators-announced", "ten-more-investigators", "five-fewer-investigators",
    "mandatory-referral", "mandatory-referral-refused", "embedded-investigators", "announcement", "published-waits",
    "service-promise", "early-desk", "confiscation-and-cash-cell",
    "five-fis-two-fios-early-desk", "regional-overflow", "vacancies-filled", "fio-skill-mix", "regional-pool", "own-posts",
    "people-come-and-go", "hiring-plan", "hiring-plan-with-a-bridge", "hiring-freeze", "retention-supplement",
    "recruitment-of-equal-cost", "everyone-asks", "unlimited-staff", "no-dissipation",
]


def published(base):
    orders = of(base, "confiscation_orders", *WMP), of(base, "forfeiture_orders", *WMP)
    count = sum(o[0] for o in orders) / YEARS
    count_error = sum(o[1] for o in orders) / YEARS
    value, value_error = of(base, "orders_value", *WMP)
    restraints = sum(of(base, "served", "request", r)[0] for r in ("early_restraint", "overt_restraint"))
    confiscations = of(base, "confiscation_orders")[0]
    pair = [of(base, name, "organisation", key) for name in ("confiscation_orders", "forfeiture_orders", "orders_value") for key in ("wmp", "rocuwm")]
    mean_pair = (pair[4][0] + pair[5][0]) / sum(p[0] for p in pair[:4])
    forfeited = of(base, "cash_from_forfeiture", *WMP)[0] / YEARS
    confiscated = of(base, "cash_from_confiscation", *WMP)[0] / YEARS
    share = (confiscated * 0.1875 + forfeited * 0.5) * (1 - 0.15) * (1 - 0.05)
    cost = 18 * 59_000 + 6.3 * 48_600
    table(["figure", "source", "published", "simulated", "used for"], [
        ("WMP orders a year, confiscation and forfeiture", "A24", "more than 210 (range 190 to 240)", number(count, count_error), "calibration"),
        ("WMP value of orders a year, £m", "A24", "more than 3.9", number(value / YEARS, value_error / YEARS, 2, 1e-6), "calibration"),
        ("WMP mean order, £k", "A24", "18.6", f"{value / YEARS / count / 1000:.1f}", "calibration"),
        ("WMP recovered in a year, £m (published: seized)", "A23", "4.7", f"{(confiscated + forfeited) / 1e6:.2f}", "held out"),
        ("WMP and ROCU, mean order, £k", "A25", "20.1", f"{mean_pair / 1000:.1f}", "held out"),
        ("restraints for each 100 confiscation orders", "A31", "25 to 32", f"{100 * restraints / confiscations:.0f}", "held out"),
        ("the force's share of receipts over the cost of the team", "F5", "0.87", f"{share / cost:.2f}", "held out"),
    ])


def beside_the_baseline(base, name, m):
    asked = 100 * (of(m, "asked", *WMP)[0] / of(base, "asked", *WMP)[0] - 1)
    collected = 100 * of(m, "assets_collected", *WMP)[0] / of(m, "assets_realisable", *WMP)[0]
    return (
        name,
        f"{asked:+.1f}",
        number(*of(m, "unmet_share_of_need", *WMP), 1, 100),
        number(*of(m, "early_engagement_share", *WMP), 2),
        number(*of(m, "expired", *WMP), 0, 1 / YEARS) + " a year",
        number(*of(m, "confiscation_orders", *WMP), 0, 1 / YEARS),
        f"{collected:.2f}",
    )


def main():
    options = parser(__doc__).parse_args()
    base = run(options, "west-midlands")
    print(f"{options.replications} futures a scenario, seed 1\n")
    published(base)
    table(
        ["scenario", "requests asked, % against baseline", "unmet share of need, %", "early engagement", "expired", "confiscation orders a year", "collected of £100"],
        [beside_the_baseline(base, "west-midlands", base)] + [beside_the_baseline(base, name, run(options, name)) for name in OPTIONS],
    )


if __name__ == "__main__":
    main()
