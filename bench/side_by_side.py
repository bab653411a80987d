"""Measures ficap beside a program written by hand, SimPy and Ciw, and itself as a browser runs it, in
one sitting, and prints tables.

    python3 bench/side_by_side.py [--quick] [--rounds N] [--only WORD]

Every figure is the median of rounds taken in turn, one of each before a second of any, so that what
else the machine does falls on all alike; a ratio is the median of the ratios of each round, since
two measurements that follow one another meet the same neighbours. Each measurement is a process of
its own and says the processor time that it took (two threads: the time on the clock) and its peak
memory. Answers are checked: one that is off stops the run.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
BUILT = TREE / "build" / "bench" / "bench"
PYTHON = TREE / "build" / "bench-venv" / "bin" / "python"
WASM = TREE / "build" / "wasm"  # by tools/wasm.sh --bench, under node; without it its column is empty

# What the answers must be: the value, and how far off, as a share of it, a long run may be.
KNOWN = {
    "mm1": {"mean_wait": (9.0, 0.15), "share_abandoned": (0.0, 0.0)},
    "erlang_a": {"mean_wait": (0.09337, 0.05), "share_abandoned": (0.04668, 0.05)},
    "network": {
        "arrivals": (20064, 0.02),
        "done": (16369, 0.02),
        "closed": (2970, 0.05),
        "mean_time_in_system": (66.85, 0.01),
        "utilisation": (0.899, 0.02),
    },
}


# SimPy and Ciw do 100 times fewer customers, so chance takes their answers ten times as far; their
# network is one replication, and Ciw's another network with the same flows.
SHORT = {
    "mm1": {"mean_wait": (9.0, 0.50), "share_abandoned": (0.0, 0.0)},
    "erlang_a": {"mean_wait": (0.09337, 0.25), "share_abandoned": (0.04668, 0.20)},
    "network": {"arrivals": (20064, 0.04), "done": (16369, 0.05)},
}


class Measure:
    """One command, measured again and again."""

    def __init__(self, command, unit=None, check=None, once=False):
        self.command = [str(part) for part in command]
        self.per = unit  # "events" or "units": what the seconds are divided by
        self.check = check
        self.once = once
        self.costs = []
        self.memory = []

    def run(self):
        done = subprocess.run(self.command, stdout=subprocess.PIPE, text=True, cwd=TREE)
        if done.returncode != 0:
            sys.exit(f"{' '.join(self.command)}: exit {done.returncode}")
        result = read(done.stdout)
        self.memory.append(result["mebibytes"])
        self.costs.append(1e9 * result["seconds"] / result[self.per])
        for name, (value, slack) in (self.check or {}).items():
            if abs(result["answers"][name] - value) > slack * abs(value):
                sys.exit(f"{' '.join(self.command)}: {name} is {result['answers'][name]}, not {value}")

    @property
    def cost(self):
        return statistics.median(self.costs)

    def times(self, other):
        """How many times as much it costs as the other: round by round, then the median."""
        if self.once or other.once:
            return self.cost / other.cost
        return statistics.median(a / b for a, b in zip(self.costs, other.costs))

    @property
    def spread(self):
        return (max(self.costs) - min(self.costs)) / self.cost

    @property
    def mebibytes(self):
        return max(self.memory)


def read(text):
    """A line of JSON, or what ficap_bench_scenario says of the West Midlands."""
    if text.startswith("{"):
        return json.loads(text)
    median = float(re.search(r"ns an event, \w+\s+([\d.]+)", text).group(1))
    memory = float(re.search(r"peak MiB\s+([\d.]+)", text).group(1))
    return {"seconds": median * 1e-9, "events": 1, "mebibytes": memory, "answers": {}}


def ours(work, per, check=None, **settings):
    return Measure(
        [BUILT / "ficap_bench", work, *(f"{k}={v}" for k, v in settings.items())], per, check
    )


def scenario(replications, threads=1):
    return Measure(
        [BUILT / "ficap_bench_scenario", "scenarios/west-midlands.json", replications, threads],
        "events",
    )


def in_browser(native):
    """What WebAssembly makes of the same command, where it was built.

    All of it optimised before it starts: V8 begins with a quick compiler and never replaces a
    function while it runs, so a work that is one long call would be measured unoptimised, which a
    page that simulates one replication after the other meets in the first of them only.
    """
    program = WASM / f"{Path(native.command[0]).name}.js"
    if not program.exists():
        return {}
    return {"WebAssembly": Measure(
        ["node", "--no-liftoff", program, *native.command[1:]], native.per, native.check)}


def python(program, work, count, check, once=False):
    return Measure(
        [PYTHON, f"bench/python/{program}_works.py", work, count, 1], "units", check, once
    )


def works(quick):
    """The rows of the first table: unit, its name, how many nanoseconds it is, and who does it."""
    # A measurement of ours takes a quarter of a second at least: shorter ones are all noise.
    customers = 100_000 if quick else 5_000_000
    few = 2_000 if quick else 50_000
    rows = {}
    for title, work in (("W1  M/M/1", "mm1"), ("W2  M/M/50+M", "erlang_a")):
        check, short = (None, None) if quick else (KNOWN[work], SHORT[work])
        rows[title] = (
            ("ns a customer", 1.0),
            {
                "ficap": ours(work, "units", check, count=customers),
                "two threads": ours(work, "units", count=customers, threads=2),
                "by hand": ours("hand_" + work, "units", check, count=customers),
                "SimPy": python("simpy", work, few, short),
                "Ciw": python("ciw", work, few, short),
            },
        )
    replications = 5 if quick else 50
    check, short = (None, None) if quick else (KNOWN["network"], SHORT["network"])
    rows["W3  network"] = (
        ("ms a replication", 1e-6),
        {
            "ficap": ours("network", "units", check, count=replications),
            "two threads": ours("network", "units", count=replications, threads=2),
            "by hand": ours("hand_network", "units", check, count=replications),
            "SimPy": python("simpy", "network", 1, short, once=True),
            **({} if quick else {"Ciw": python("ciw", "network", 1, short, once=True)}),
        },
    )
    for load, count in ((10, 1),) if quick else ((10, 5), (100, 1)):
        rows[f"W3 x {load}"] = (
            ("ms a replication", 1e-6),
            {
                "ficap": ours("network", "units", count=count, load=load),
                "two threads": ours("network", "units", count=count, load=load, threads=2),
                "by hand": ours("hand_network", "units", count=count, load=load),
            },
        )
    few = 2 if quick else 20
    rows["W4  West Midlands"] = (
        ("ns an event", 1.0),
        {"ficap": scenario(few), "two threads": scenario(few, threads=2)},
    )
    for title, (_, who) in rows.items():
        if " x " not in title:
            who.update(in_browser(who["ficap"]))
    return rows


def growth(quick):
    """The rows of the second table: a work at 1, 10 and 100 times its size."""
    holds = 100_000 if quick else 5_000_000
    factors = (1, 10) if quick else (1, 10, 100)

    def row(title, make):
        return title, [make(factor) for factor in factors]

    return dict(
        [
            row("horizon (W3)", lambda k: ours("network", "events", horizon=k, count=1)),
            row("cases and servers (W3)", lambda k: ours("network", "events", load=k, count=1)),
            row("servers alone (W3)", lambda k: ours("network", "events", servers=k, count=5)),
            row(
                "backlog of 1,000 (W1)",
                lambda k: ours("mm1", "events", count=1_000_000, backlog=1_000 * k),
            ),
            row(
                "the same, impatient (W2)",
                lambda k: ours("erlang_a", "events", count=1_000_000, backlog=1_000 * k),
            ),
            row(
                "pending, from 1,000",
                lambda k: ours("hold", "events", pending=1_000 * k, count=holds),
            ),
            row(
                "the same, by hand",
                lambda k: ours("hand_hold", "events", pending=1_000 * k, count=holds),
            ),
        ]
    ), factors


def in_turn(measures, rounds):
    for turn in range(rounds):
        for number, measure in enumerate(measures):
            if turn == 0 or not measure.once:
                print(f"\rround {turn + 1} of {rounds}, {number + 1} of {len(measures)}  ",
                      end="", file=sys.stderr, flush=True)
                measure.run()
    print("\r" + " " * 40 + "\r", end="", file=sys.stderr)


def table(heads, lines):
    widths = [max(len(line[i]) for line in [heads, *lines]) for i in range(len(heads))]
    for line in (heads, ["-" * w for w in widths], *lines):
        cells = [line[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(line[1:], widths[1:]))]
        print("  ".join(cells))
    print()


def figure(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def times(top, bottom):
    return figure(top.times(bottom)) if top and bottom else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--quick", action="store_true", help="small counts, to try it")
    parser.add_argument("--rounds", type=int, help="how many of each (5; with --quick 1)")
    parser.add_argument("--only", default="", help="rows whose title holds this word")
    options = parser.parse_args()
    rounds = options.rounds or (1 if options.quick else 5)

    rows = {t: r for t, r in works(options.quick).items() if options.only in t}
    grown, factors = growth(options.quick)
    grown = {t: r for t, r in grown.items() if options.only in t}
    in_turn([m for _, who in rows.values() for m in who.values()]
            + [m for row in grown.values() for m in row], rounds)

    lines = []
    for title, ((unit, scale), who) in rows.items():
        cost = {name: measure.cost * scale for name, measure in who.items()}
        lines.append(
            [title, unit, *(figure(cost[n]) if n in cost else ""
                            for n in ("ficap", "by hand", "SimPy", "Ciw")),
             times(who["ficap"], who.get("by hand")),
             times(who.get("SimPy"), who["ficap"]),
             times(who.get("Ciw"), who["ficap"]),
             times(who.get("WebAssembly"), who["ficap"]),
             times(who["ficap"], who.get("two threads")),
             figure(who["ficap"].mebibytes),
             f"{100 * who['ficap'].spread:.0f} %"]
        )
    if lines:
        table(["work", "unit", "ficap", "by hand", "SimPy", "Ciw", "ficap / hand", "SimPy / ficap",
               "Ciw / ficap", "wasm / ficap", "2 threads gain", "MiB", "spread"], lines)

    lines = []
    for title, row in grown.items():
        lines.append([title, *(figure(m.cost) for m in row), times(row[-1], row[0]),
                      *(figure(m.mebibytes) for m in row)])
    if lines:
        table(["growth: ns an event at", *(f"x {f}" for f in factors), "last / first",
               *(f"MiB at x {f}" for f in factors)], lines)
    print(f"Medians of {rounds} rounds taken in turn; spread: (most - least) / median of ficap's.\n"
          "Two threads: independent replications, seconds of both together. Ciw's network is an\n"
          "approximation (no pool of several skills), and Ciw and SimPy do fewer customers.")


main()
