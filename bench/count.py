#!/usr/bin/env python3
"""Counts the instructions of a month with callgrind: the same number on a busy and on a free machine.

Usage: bench/count.py PROGRAM [--keep | --misses]
With --misses it simulates caches instead, of a core with 32 kB and 512 kB, and prints lines of 64 bytes read or written
past the second one, for a year at 1:100 and two months at 1:10; nothing is kept of it.
Fails when a part takes over 5 % more than in bench/results/counts.json; --keep writes that file instead. Another
compiler or processor family gives other numbers: counts kept by another are shown and not compared.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SHARED = "(what threads share)"  # may grow
KEPT = pathlib.Path(__file__).parent / "results/counts.json"
MOST = 1.05
PARTS = {"month": r"polder::simulate_month\(", "observe": r"polder::observe\(", "hash": r"polder::hash_of\(",
         SHARED: r"polder::for_each_chunk\("}
SYSTEM = r"polder::(\w+::\w+)\(polder::World&, polder::Inputs const&, polder::Random const&\)"
YEAR, LARGE = "one_in:100/months:12", "one_in:10/months:2"
CACHES = ["--cache-sim=yes", "--I1=32768,8,64", "--D1=32768,8,64", "--LL=524288,8,64"]
FRACTION = .01  # of the month: smaller parts are not kept


def measured(program, which, options, events):
    """Events per row and month of a part, inclusive, added up: {part: [of each entry of `events`]}."""
    with tempfile.TemporaryDirectory() as folder:
        out = f"{folder}/callgrind"
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--toggle-collect=polder::simulate_month*",
             *options, program, f"--benchmark_filter=^counted/{which}/", "--benchmark_format=json"],
            check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        rows = json.loads(run.stdout[run.stdout.index("{"):])["benchmarks"][0]["row-months"]
        told = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100",
                               f"--show={','.join(events)}", out], check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    counts = {}
    for line in told.splitlines():
        numbers = re.match(r"\s*" + r"(?:([\d,]+|\.)(?: +\([ \d.]+%\))?\s+)" * len(events), line)
        if numbers is None:
            continue
        each = [0 if n == "." else int(n.replace(",", "")) / rows for n in numbers.groups()]
        system = re.search(SYSTEM, line)
        names = [name for name, pattern in PARTS.items() if re.search(pattern, line)]
        for name in names + ([system[1]] if system else []):
            counts[name] = max(each, counts.get(name, each))
    return counts


def instructions(program):
    """Instructions per row and month, by part."""
    counts = {name: round(n, 1) for name, (n,) in measured(program, YEAR, [], ["Ir"]).items()}
    return {name: n for name, n in counts.items() if n >= FRACTION * counts["month"]}


def print_misses(program):
    events = ["Ir", "DLmr", "DLmw"]
    year, large = (measured(program, which, CACHES, events) for which in (YEAR, LARGE))
    print(f"{'lines of 64 bytes past 512 kB':32} {'1:100 read':>10} {'written':>8} {'1:10 read':>10} {'written':>8}")
    for name, (_, *of_large) in sorted(large.items(), key=lambda part: -sum(part[1][1:])):
        of_year = year.get(name, [0, 0, 0])[1:]
        if sum(of_year + of_large) >= 2 * FRACTION * sum(large["month"][1:]):
            print(f"{name:32} {of_year[0]:10.3f} {of_year[1]:8.3f} {of_large[0]:10.3f} {of_large[1]:8.3f}")


def built_by():
    compiler = subprocess.run(["g++", "-dumpfullversion"], check=True, capture_output=True, text=True).stdout.strip()
    return {"compiler": f"g++ {compiler}", "avx2": "avx2" in pathlib.Path("/proc/cpuinfo").read_text().split()}


def main(program, keep):
    counts, by = instructions(program), built_by()
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {"by": None, "counts": {}}
    print(f"{'instructions per row and month':32} {'now':>8} {'kept':>8}")
    for name, n in sorted(counts.items(), key=lambda part: -part[1]):
        print(f"{name:32} {n:8.1f} {kept['counts'].get(name, float('nan')):8.1f}")
    if keep:
        KEPT.write_text(json.dumps({"by": by, "counts": counts}, indent=1, sort_keys=True) + "\n")
        return 0
    if kept["by"] != by:
        print(f"kept by {kept['by']}, this is {by}: nothing compared")
        return 0
    grown = [name for name, n in counts.items()
             if name != SHARED and n > MOST * kept["counts"].get(name, 0)]
    if grown:
        print("over 5 % more: " + ", ".join(grown))
    return 1 if grown else 0


if __name__ == "__main__":
    if "--misses" in sys.argv[2:]:
        sys.exit(print_misses(sys.argv[1]))
    sys.exit(main(sys.argv[1], "--keep" in sys.argv[2:]))
