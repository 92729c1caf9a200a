#!/usr/bin/env python3
"""Compares two results of polder_bench as ratios, each beside the machine's own speed. Usage: compare.py OLD NEW"""
import json
import sys

MACHINE = {"calibrate_random": "random words", "calibrate_reading": "reading memory"}


def times(path):
    with open(path) as file:
        return {b["name"]: b["real_time"] for b in json.load(file)["benchmarks"] if "real_time" in b}


def main(old_path, new_path):
    old, new = times(old_path), times(new_path)
    ratio = {name: new[name] / old[name] for name in new if name in old}
    machine = [ratio[name] for name in MACHINE if name in ratio]
    usual = sum(machine) / len(machine) if machine else 1
    for name, text in MACHINE.items():
        if name in ratio:
            print(f"{text + ' (the machine)':60} {ratio[name]:6.2f} x")
    for name in sorted(set(ratio) - set(MACHINE)):
        print(f"{name:60} {ratio[name]:6.2f} x   for this machine {ratio[name] / usual:6.2f} x")


main(*sys.argv[1:3])
