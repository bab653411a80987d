"""The baseline's offered load by hand: hours of work a year against productive hours.

An independent check of `ficap explain` on scenarios/west-midlands.json, and the arithmetic with
which the scenario was put together. Standard library only:

    python3 tests/scenarios/offered_load.py
"""

import json
import math
import pathlib

DAYS_PER_YEAR = 365.25
BANK_HOLIDAYS = 8
UNIT_DAYS = {"d": 1.0, "mo": DAYS_PER_YEAR / 12, "y": DAYS_PER_YEAR, "h": 1 / 24}


def value(member):
    return member["value"] if isinstance(member, dict) else member


def days(text):
    number, unit = text.split()
    return float(number) * UNIT_DAYS[unit]


def hours(text):
    return float(text.split()[0])


def pounds(text):
    text = text.strip("£").replace(",", "")
    scale = {"k": 1e3, "m": 1e6}.get(text[-1], 1.0)
    return float(text.rstrip("km")) * scale


def normal_cdf(z):
    return 0.5 * math.erfc(-z / math.sqrt(2))


def benefit_above(profile, limit):
    """Share of cases whose benefit is at least `limit`; the benefits here are all lognormal."""
    law = profile["benefit"]["lognormal"]
    variance = math.log(1 + law["cv"] ** 2)
    median = pounds(law["mean"]) / math.exp(variance / 2)
    z = math.log(limit / median) / math.sqrt(variance)
    return 1 - normal_cdf(z)


def mean_days(stage):
    law = next(stage["lasts"][name] for name in ("lognormal", "fixed", "triangular") if name in stage["lasts"])
    if "mean" in law:
        return days(law["mean"])
    if "median" in law:
        return days(law["median"]) * math.exp(law["sigma"] ** 2 / 2)
    if "mode" in law:
        return sum(days(law[name]) for name in ("low", "mode", "high")) / 3
    return days(law["value"])


def entry_shares(pathway, stream):
    origins = {name: value(weight) for name, weight in stream.get("origins", {"reactive": 1}).items()}
    total = sum(origins.values())
    shares = {}
    for origin, weight in origins.items():
        entry = pathway.get("entry_by_origin", {}).get(origin, pathway["entry"])
        for stage, share in entry.items():
            shares[stage] = shares.get(stage, 0) + weight / total * value(share)
    return shares


def visits(pathway, stream):
    """Expected visits of each stage; these pathways have no loops, so a few sweeps settle them."""
    entry = entry_shares(pathway, stream)
    count = {stage: 0.0 for stage in pathway["stages"]}
    for _ in range(len(count) + 1):
        count = {
            stage: entry.get(stage, 0.0)
            + sum(
                count[other] * value(details["next"].get(stage, 0.0))
                for other, details in pathway["stages"].items()
            )
            for stage in count
        }
    return count


def need_probability(scenario, need, threat, profile):
    chance = value(need.get("by_threat", {}).get(threat, need["probability"]))
    harm = {band: value(weight) for band, weight in scenario["threats"][threat]["harm"].items()}
    factors = need.get("by_harm", {})
    mean = sum(
        weight * min(1.0, chance * value(factors.get(band, 1))) for band, weight in harm.items()
    ) / sum(harm.values())
    if "benefit_at_least" in need:
        mean *= benefit_above(profile, pounds(value(need["benefit_at_least"])))
    if "benefit_below" in need:
        mean *= 1 - benefit_above(profile, pounds(value(need["benefit_below"])))
    return mean


def days_left(pathway, stage):
    """Expected days from the middle of `stage` to the end of the case."""
    details = pathway["stages"][stage]
    ahead = sum(
        value(share) * (mean_days(pathway["stages"][target]) / 2 + days_left(pathway, target))
        for target, share in details["next"].items()
        if target != "closed"
    )
    return mean_days(details) / 2 + ahead


def demand(scenario, organisation):
    """Requests a year by type, at full need, what they induce included."""
    rates = {
        name: float(value(stream["rate"]).split()[0])
        for name, stream in scenario["streams"].items()
        if stream["organisation"] == organisation
    }
    for name, stream in list(scenario["streams"].items()):
        if stream["organisation"] != organisation:
            continue
        for details in scenario["pathways"][stream["pathway"]]["stages"].values():
            escalation = details.get("escalates", {}).get(organisation)
            if escalation:
                rates[escalation["to"]] += rates[name] * value(escalation["probability"])
    requests = {}
    for name, rate in rates.items():
        stream = scenario["streams"][name]
        pathway = scenario["pathways"][stream["pathway"]]
        profile = scenario["asset_profiles"][stream["assets"]]
        for stage, count in visits(pathway, stream).items():
            for need in pathway["stages"][stage].get("needs", {}).values():
                number = rate * count * need_probability(scenario, need, stream["threat"], profile)
                kind = need["request"]
                requests[kind] = requests.get(kind, 0) + number
                for follow in scenario["requests"][kind].get("induces", {}).values():
                    repeats = days_left(pathway, stage) / days(value(follow["every"])) if "every" in follow else 1
                    induced = number * value(follow.get("probability", 1)) * repeats
                    key = follow["request"]
                    requests[key] = requests.get(key, 0) + induced
    return sum(rates.values()), requests


def productive_hours(scenario, organisation):
    by_role = {}
    for team in scenario["teams"].values():
        if team["organisation"] != organisation:
            continue
        away = sum(value(share) for share in scenario["roles"][team["role"]]["away"].values())
        contracted = 37 * DAYS_PER_YEAR / 7 - BANK_HOLIDAYS * 7.4
        hours_each = contracted * (1 - away) * value(team.get("fte", 1))
        by_role[team["role"]] = by_role.get(team["role"], 0) + value(team["strength"]) * hours_each
    return by_role


def report(scenario, organisation):
    cases, requests = demand(scenario, organisation)
    print(f"\n{scenario['organisations'][organisation]['name']}: {cases:.0f} cases a year")
    by_class_and_skill = {}
    for kind, number in sorted(requests.items()):
        details = scenario["requests"][kind]
        parts = {}
        for task in details["tasks"]:
            mean = hours(task["effort"]["lognormal"]["mean"])
            parts[task["skill"]] = parts.get(task["skill"], 0) + mean
            key = (details["class"], task["skill"])
            by_class_and_skill[key] = by_class_and_skill.get(key, 0) + number * mean
        work = ", ".join(f"{skill} {mean:g} h" for skill, mean in parts.items())
        print(f"  {kind:26} {details['class']:13} {number:7.1f} x {work}")
    capacity = productive_hours(scenario, organisation)
    investigators = capacity.get("fi", 0) + capacity.get("confiscator", 0)
    skills = ("case_preparation", "investigation", "confiscation")
    total = 0
    for work_class in ("statutory", "directed", "discretionary"):
        load = sum(by_class_and_skill.get((work_class, skill), 0) for skill in skills)
        total += load
        print(f"  investigators, {work_class:13} {load:8.0f} h = {load / investigators:.2f} of {investigators:.0f} h")
    print(f"  investigators, all           {total:8.0f} h = {total / investigators:.2f}")
    confiscation = sum(load for (_, skill), load in by_class_and_skill.items() if skill == "confiscation")
    print(f"  confiscators' own work       {confiscation:8.0f} h = {confiscation / capacity['confiscator']:.2f} of theirs")
    officers = sum(load for (_, skill), load in by_class_and_skill.items() if skill == "intelligence")
    print(f"  intelligence officers        {officers:8.0f} h = {officers / capacity['fio']:.2f} of {capacity['fio']:.0f} h")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    scenario = json.loads((root / "scenarios" / "west-midlands.json").read_text(encoding="utf-8"))
    for organisation in scenario["organisations"]:
        report(scenario, organisation)


if __name__ == "__main__":
    main()
