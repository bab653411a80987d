"""What the tools that write tables of docs/verification.md share: runs and comparisons of shipped
scenarios by the program, and how their figures are written."""

import argparse
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
YEARS = 5
WMP = ("organisation", "wmp")


def parser(description):
    """The options of every tool here."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--replications", type=int, default=100)
    made.add_argument("--program", default=str(ROOT / "build" / "ficap"))
    return made


def path_of(scenario):
    """A shipped scenario by its name; any other by its path."""
    return str(scenario if isinstance(scenario, pathlib.Path) else ROOT / "scenarios" / f"{scenario}.json")


def answer(options, arguments, sets=()):
    """The JSON document that a command writes."""
    command = [options.program, *arguments, "--quiet", "--json", "-", "--replications", str(options.replications)]
    for one in sets:
        command += ["--set", one]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return json.loads(done.stdout)


def run(options, scenario, sets=()):
    """The measures of a run."""
    return answer(options, ["run", path_of(scenario)], sets)["measures"]


def compare(options, base, others, measures, sets=()):
    """A comparison in the same futures. Its intervals hold all together."""
    arguments = ["compare", path_of(base), *map(path_of, others)]
    for measure in measures:
        arguments += ["--measure", measure]
    return answer(options, arguments, sets)


def of(measures, name, dimension=None, key=None):
    """The mean and the half-width of a run's measure, or of a cut of it."""
    measure = measures[name]
    if dimension:
        measure = measure["by"][dimension][key]
    return measure["mean"], measure["half_width"]


def number(value, half_width, digits=0, scale=1.0):
    if value is None:
        return "none"
    return f"{value * scale:,.{digits}f} ± {(half_width or 0) * scale:,.{digits}f}"


def table(headings, rows):
    print("| " + " | ".join(headings) + " |")
    print("|" + " --- |" * len(headings))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()
