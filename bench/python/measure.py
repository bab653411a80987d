"""What the programs of SimPy and Ciw share: the works that are asked for, and the line of JSON."""

import json
import sys
import time

QUEUES = {  # arrivals, service and abandonment an hour, servers
    "mm1": (0.9, 1.0, 0.0, 1),
    "erlang_a": (50.0, 1.0, 0.5, 50),
}


def main(queue, network):
    """Does the work of the command line, WORK COUNT SEED, and prints one measurement.

    queue(customers, seed, arrival, service, abandonment, servers) and network(seed) return answers
    by name; those of several networks are averaged.
    """
    work, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    begin = time.process_time()
    if work in QUEUES:
        answers = queue(count, seed, *QUEUES[work])
    else:
        each = [network(seed * 1000 + r) for r in range(count)]
        answers = {name: sum(one[name] for one in each) / count for name in each[0]}
    seconds = time.process_time() - begin
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    print(json.dumps(
        {"seconds": seconds, "units": count, "mebibytes": peak / 1024, "answers": answers}))
