"""W1 to W3 in Ciw: one measurement as a line of JSON.

    ciw_works.py mm1|erlang_a|network COUNT SEED

Ciw has no pool of several skills: its network is an approximation with one pool of 60 servers, of
the same load and the same three visits, and so are its answers.
"""

import math

import ciw

import measure

HORIZON = 3650.0


def queue(customers, seed, arrival, service, abandonment, servers):
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(arrival)],
        service_distributions=[ciw.dists.Exponential(service)],
        number_of_servers=[servers],
        **(
            {"reneging_time_distributions": [ciw.dists.Exponential(abandonment)]}
            if abandonment
            else {}
        ),
    )
    ciw.seed(seed)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(customers, method="Finish")
    records = simulation.get_all_records()
    waits = [r.waiting_time for r in records if r.record_type == "service"]
    return {
        "mean_wait": sum(waits) / len(waits),
        "share_abandoned": sum(r.record_type == "renege" for r in records) / len(records),
    }


def lognormal(mean):
    sigma = math.sqrt(math.log(2.0))
    return ciw.dists.Lognormal(math.log(mean) - sigma * sigma / 2.0, sigma)


def network(seed):
    """Node 1, 3 and 5 are delays, 2, 4 and 6 the pool, in six nodes since a node has one service
    distribution: the pool's servers are split as the work is, 2 : 0.85 x 7.5 : 0.85 x 2."""
    sources = [("a", 2.0, 2), ("b", 1.4, 1), ("c", 1.0, 1), ("d", 0.7, 0), ("e", 0.4, 0)]
    servers = [12, 38, 10]
    exponential = ciw.dists.Exponential
    services = [
        exponential(1 / 3.0),
        exponential(1 / 2.0),
        lognormal(30.0),
        lognormal(7.5),
        exponential(1 / 21.0),
        exponential(1 / 2.0),
    ]
    patience = [None, exponential(1 / 60.0), None, exponential(1 / 120.0), None, exponential(1 / 90.0)]
    routing = [[0.0] * 6 for _ in range(6)]
    for node, chance in enumerate([1.0, 0.85, 1.0, 1.0, 1.0]):
        routing[node][node + 1] = chance
    names = [name for name, _, _ in sources]
    built = ciw.create_network(
        arrival_distributions={n: [exponential(rate)] + [None] * 5 for n, rate, _ in sources},
        service_distributions={n: services for n in names},
        reneging_time_distributions={n: patience for n in names},
        routing={n: routing for n in names},
        priority_classes={n: priority for n, _, priority in sources},
        number_of_servers=[float("inf"), servers[0], float("inf"), servers[1], float("inf"), servers[2]],
    )
    ciw.seed(seed)
    simulation = ciw.Simulation(built)
    simulation.simulate_until_max_time(HORIZON)
    records = simulation.get_all_records()
    served = [r for r in records if r.record_type == "service"]
    waits = [r.waiting_time for r in served if r.node % 2 == 0]
    return {
        "arrivals": sum(r.node == 1 for r in served),
        "done": sum(r.node == 6 for r in served),
        "reneged": sum(r.record_type == "renege" for r in records),
        "mean_wait": sum(waits) / len(waits),
    }


measure.main(queue, network)
