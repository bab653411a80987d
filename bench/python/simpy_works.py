"""W1 to W3 in SimPy, as its documentation writes such models: one measurement as a line of JSON.

    simpy_works.py mm1|erlang_a|network COUNT SEED
"""

import random

import simpy

import measure


def queue(customers, seed, arrival, service, abandonment, servers):
    """A line before a pool of servers. Rates per hour; abandonment 0: nobody gives up."""
    draw = random.Random(seed).expovariate
    env = simpy.Environment()
    pool = simpy.Resource(env, capacity=servers)
    waits = []
    abandoned = 0

    def customer():
        nonlocal abandoned
        came = env.now
        with pool.request() as turn:
            if abandonment:
                yield turn | env.timeout(draw(abandonment))
                if not turn.triggered:
                    abandoned += 1
                    return
            else:
                yield turn
            waits.append(env.now - came)
            yield env.timeout(draw(service))

    def source():
        for _ in range(customers):
            yield env.timeout(draw(arrival))
            env.process(customer())

    env.process(source())
    env.run()
    return {
        "mean_wait": sum(waits) / len(waits),
        "share_abandoned": abandoned / customers,
    }


SOURCES = [(2.0, 2, 0), (1.4, 1, 1), (1.0, 1, 2), (0.7, 0, 3), (0.4, 0, 0)]  # a day, priority, skill
STAGES = [  # delay, work (True: lognormal), patience, share closed
    ((3.0, False), (2.0, False), 60.0, 0.15),
    ((30.0, True), (7.5, True), 120.0, 0.0),
    ((21.0, False), (2.0, False), 90.0, 0.0),
]
GROUPS = 4
HORIZON = 3650.0


class Pool:
    """Four groups; a freed server takes the best of two lines. No resource of SimPy does that, so a
    case waits for an event of its own."""

    def __init__(self, env, servers):
        self.env = env
        self.idle = [servers] * GROUPS
        self.lines = [[[] for _ in range(3)] for _ in range(GROUPS)]
        self.busy = 0
        self.area = 0.0
        self.changed = 0.0

    def change(self, by):
        self.area += self.busy * (self.env.now - self.changed)
        self.changed = self.env.now
        self.busy += by

    def begin(self, group):
        self.idle[group] -= 1
        self.change(1)

    def free_group(self, skill):
        for group in (skill, (skill - 1) % GROUPS):
            if self.idle[group]:
                return group
        return None

    def release(self, group):
        self.idle[group] += 1
        self.change(-1)
        for priority in range(3):
            lines = [self.lines[s % GROUPS][priority] for s in (group, group + 1)]
            lines = [line for line in lines if line]
            if lines:
                line = min(lines, key=lambda one: one[0][0])
                _, turn = line.pop(0)
                self.begin(group)
                turn.succeed(group)
                return


def network(seed):
    rng = random.Random(seed)
    env = simpy.Environment()
    pool = Pool(env, 15)
    counts = {"arrivals": 0, "done": 0, "closed": 0, "reneged": 0}
    waits = []
    times = []

    def sample(mean_and_kind):
        mean, lognormal = mean_and_kind
        if lognormal:
            return rng.lognormvariate(0.0, 0.8325546111576977) * mean * 0.7071067811865476
        return rng.expovariate(1.0 / mean)

    def case(priority, skill):
        counts["arrivals"] += 1
        came = env.now
        for number, (delay, work, patience, closed) in enumerate(STAGES):
            yield env.timeout(sample(delay))
            joined = env.now
            group = pool.free_group(skill)
            if group is not None:
                pool.begin(group)
            else:
                turn = env.event()
                place = (env.now, turn)
                line = pool.lines[skill][priority]
                line.append(place)
                yield turn | env.timeout(rng.expovariate(1.0 / patience))
                if not turn.triggered:
                    line.remove(place)
                    counts["reneged"] += 1
                    return
                group = turn.value
            waits.append(env.now - joined)
            yield env.timeout(sample(work))
            pool.release(group)
            if closed and rng.random() < closed:
                counts["closed"] += 1
                return
        counts["done"] += 1
        times.append(env.now - came)

    def source(per_day, priority, skill):
        while True:
            yield env.timeout(rng.expovariate(per_day))
            env.process(case(priority, skill))

    for one in SOURCES:
        env.process(source(*one))
    env.run(until=HORIZON)
    pool.change(0)
    return {
        **counts,
        "mean_wait": sum(waits) / len(waits),
        "mean_time_in_system": sum(times) / len(times),
        "utilisation": pool.area / HORIZON / (GROUPS * 15),
    }


measure.main(queue, network)
