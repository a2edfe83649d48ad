"""Solves one instance with SciPy's linear_sum_assignment, as often as it is told to.

The first argument names the file of the instance: little-endian Int32 numbers: mentees, mentors, the places of every
mentor, then the scores row by row, -1 for a pair that may not be made. Says on standard output, one JSON object a
line, that it is ready; then for every line on standard input it solves once and says how long that took and what came
out. Most pairs first, then the highest total: a pair that may not be made costs more than all scores together.
"""

import json
import sys
import time

import numpy
import scipy
from scipy.optimize import linear_sum_assignment


def say(**values):
    print(json.dumps(values), flush=True)


numbers = numpy.fromfile(sys.argv[1], dtype="<i4")
mentees, mentors = int(numbers[0]), int(numbers[1])
capacity = numbers[2 : 2 + mentors]
scores = numbers[2 + mentors :].reshape(mentees, mentors)

started = time.perf_counter()
columns = numpy.repeat(numpy.arange(mentors), capacity)
impossible = float(min(mentees, len(columns)) * 10_000 + 1)
priced = numpy.where(scores >= 0, -scores.astype(numpy.float64), impossible)
costs = priced[:, columns]
del priced
build_ms = (time.perf_counter() - started) * 1000

say(
    build_ms=build_ms,
    version=f"SciPy {scipy.__version__} (NumPy {numpy.__version__}, Python {sys.version.split()[0]})",
)
for _ in sys.stdin:
    cpu = time.process_time()
    started = time.perf_counter()
    rows, places = linear_sum_assignment(costs)
    ms = (time.perf_counter() - started) * 1000
    cpu_ms = (time.process_time() - cpu) * 1000
    made = scores[rows, columns[places]]
    made = made[made >= 0]
    say(ms=ms, cpu_ms=cpu_ms, pairs=len(made), total=int(made.sum()))
