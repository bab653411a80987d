"""The worked case of tests/support/worked_case.cpp a second time, from its volumes, for any inputs."""

INPUTS = {
    "discount_rate": 0.035,
    "discounting": "start of year",
    "optimism_bias_costs": 0.1,
    "optimism_bias_benefits": 0.2,
    "inflation": 0.02,
    "budget": 1_000_000.0,
    "staff_overhead": 5_000.0,
    "staff_recruitment": 3_000.0,
    "staff_equipment": 1_500.0,
    "staff_training": 6_000.0,
    "staff_trainee_pay": 0.8,
    "staff_overtime_on_costs": 1.15,
    "staff_real_pay_growth": 0.02,
    "receipts_of_confiscation": 0.1875,
    "receipts_of_forfeiture": 0.5,
    "receipts_top_slice": 0.1,
    "receipts_cap_loss": 0.0,
    "society_value_of_recovery": 0.3,
    "pay_fi": 40_000.0,
    "on_costs_fi": 1.3,
    "pay_fio": 30_000.0,
    "on_costs_fio": 1.25,
    "extra_desk_system": 200_000.0,
}
YEARS = range(3)

# Volumes by year: (investigators, of these in training, joiners), officers; confiscated and forfeited.
SAME = [(10, 0, 0)] * 3
BASE = {
    "force": {"fi": SAME, "fio": 4, "confiscated": [1e6] * 3, "forfeited": [4e5] * 3, "extra": [0, 0, 0], "usual": True},
    "region": {"fi": [(6, 0, 0)] * 3, "fio": 0, "confiscated": [5e5] * 3, "forfeited": [1e5] * 3, "extra": [0] * 3, "usual": False},
}
OPTIONS = [
    {
        "force": BASE["force"] | {
            "fi": [(12, 1, 2), (12, 0, 0), (12, 0, 0)], "confiscated": [1e6, 1.4e6, 1.8e6], "forfeited": [4e5, 4.5e5, 5e5]
        },
        "region": BASE["region"],
    },
    {
        "force": BASE["force"] | {"forfeited": [7e5] * 3, "extra": [1, 0, 0]},
        "region": BASE["region"] | {"fi": [(5, 0, 0)] * 3, "confiscated": [4e5] * 3},
    },
]


def cost(who, year, given):
    fte, training, joiners = who["fi"][year]
    growth = (1 + given["staff_real_pay_growth"]) ** year
    paid = fte - training * (1 - given["staff_trainee_pay"])
    total = growth * (
        paid * given["pay_fi"] * given["on_costs_fi"] + who["fio"] * given["pay_fio"] * given["on_costs_fio"]
    )
    total += (fte + who["fio"]) * given["staff_overhead"]
    total += joiners * (given["staff_recruitment"] + given["staff_equipment"] + given["staff_training"])
    if who["usual"]:
        total += 10_000 * given["on_costs_fi"] + 20_000 * given["staff_overtime_on_costs"] * growth + 15_000 + 8_000
    return total + who["extra"][year] * given["extra_desk_system"]


def kept(who, year, given):
    of = 0.8 * who["confiscated"][year] * given["receipts_of_confiscation"]
    of += who["forfeited"][year] * given["receipts_of_forfeiture"]
    return of * (1 - given["receipts_top_slice"]) * (1 - given["receipts_cap_loss"])


def recovered(who, year, given):
    return who["confiscated"][year] + who["forfeited"][year]


def victims(who, year, given):
    return 0.2 * who["confiscated"][year]


def nets(option, **changes):
    """Net present values of an option (0 or 1): society, public purse, force."""
    given = INPUTS | changes
    delay = 0.5 if given["discounting"] == "middle of year" else 0.0

    def more(amount, who):
        return sum(
            sum(amount(OPTIONS[option][each], year, given) - amount(BASE[each], year, given) for each in who)
            / (1 + given["discount_rate"]) ** (year + delay)
            for year in YEARS
        )

    both, force = ("force", "region"), ("force",)

    def net(benefits, costs):
        bias, loss = given["optimism_bias_costs"], given["optimism_bias_benefits"]
        benefits *= 1 - loss if benefits >= 0 else 1 + loss
        costs *= 1 + bias if costs >= 0 else 1 - bias
        return benefits - costs

    return (
        net(given["society_value_of_recovery"] * more(recovered, both), more(cost, both)),
        net(more(recovered, both) - more(victims, both), more(cost, both)),
        net(more(kept, force), more(cost, force)),
    )
