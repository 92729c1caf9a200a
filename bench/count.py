#!/usr/bin/env python3
"""Counts the instructions of a month with callgrind: the same number on a busy and on a free machine.

Usage: bench/count.py PROGRAM [--keep]
Fails when a part takes over 5 % more than in bench/results/counts.json; --keep writes that file instead. Another
compiler or processor family gives other numbers: counts kept by another are shown and not compared.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

KEPT = pathlib.Path(__file__).parent / "results/counts.json"
MOST = 1.05
PARTS = {"month": r"polder::simulate_month\(", "observe": r"polder::observe\(", "hash": r"polder::hash_of\("}
SYSTEM = r"polder::(\w+::\w+)\(polder::World&, polder::Inputs const&, polder::Random const&\)"
FRACTION = .01  # of the month: smaller parts are not kept


def instructions(program):
    """Instructions per row and month, by part; with what was counted."""
    with tempfile.TemporaryDirectory() as folder:
        out = f"{folder}/callgrind"
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--toggle-collect=polder::simulate_month*",
             program, "--benchmark_filter=^counted", "--benchmark_format=json"],
            check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        rows = json.loads(run.stdout[run.stdout.index("{"):])["benchmarks"][0]["row-months"]
        told = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", out], check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    counts = {}
    for line in told.splitlines():
        number = re.match(r"\s*([\d,]+) ", line)
        if number is None:
            continue
        each = int(number[1].replace(",", "")) / rows
        system = re.search(SYSTEM, line)
        names = [name for name, pattern in PARTS.items() if re.search(pattern, line)]
        for name in names + ([system[1]] if system else []):
            counts[name] = max(round(each, 1), counts.get(name, 0))
    return {name: n for name, n in counts.items() if n >= FRACTION * counts["month"]}


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
    grown = [name for name, n in counts.items() if n > MOST * kept["counts"].get(name, 0)]
    if grown:
        print("over 5 % more: " + ", ".join(grown))
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--keep" in sys.argv[2:]))
