#!/usr/bin/env python3
"""Draws the cost of a resident-month against the number of residents. Usage: chart.py RESULT.json CHART.svg"""
import json
import math
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 740, 420, 70, 150, 50, 60
COLOURS = {"country, 1 thread": "#0072B2", "country, 2 threads": "#D55E00", "region, 1 thread": "#009E73",
           "region, 2 threads": "#CC79A7"}


def lines(path):
    """Points (residents, ns per resident-month) by kind of run and threads."""
    found = {name: [] for name in COLOURS}
    with open(path) as file:
        for b in json.load(file)["benchmarks"]:
            kind = {"country": "country", "region_with_ring": "region"}.get(b["name"].split("/")[0])
            if kind is not None and "ns/resident-month" in b:
                threads = int(b["name"].split("threads:")[1].split("/")[0])
                name = f"{kind}, {threads} thread{'s' if threads > 1 else ''}"
                found[name].append((b["residents"], b["ns/resident-month"]))
    return {name: sorted(points) for name, points in found.items() if points}


def draw(found):
    least = min(p[0] for points in found.values() for p in points)
    most = max(p[0] for points in found.values() for p in points)
    top = max(p[1] for points in found.values() for p in points) * 1.1
    x = lambda n: LEFT + (WIDTH - LEFT - RIGHT) * math.log(n / least) / math.log(most / least)
    y = lambda t: HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * t / top
    svg = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
           f'font-size="14" role="img" aria-label="cost against size">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
           f'<text x="{LEFT}" y="28" font-size="16">Cost of a month per resident, with observation [ns]</text>',
           f'<text x="{LEFT}" y="{HEIGHT - 14}">residents simulated (logarithmic)</text>']
    for n in (10 ** e * m for e in range(4, 8) for m in (1, 3)):
        if least <= n <= most * 1.01:
            label = f"{n / 1e6:g} M" if n >= 1e6 else f"{n / 1e3:g} k"
            svg.append(f'<text x="{x(n):.0f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{label}</text>')
    step = 10 ** math.floor(math.log10(top)) / 2
    for i in range(int(top / step) + 1):
        svg.append(f'<path d="M{LEFT} {y(i * step):.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
                   f'<text x="{LEFT - 8}" y="{y(i * step) + 5:.0f}" text-anchor="end">{i * step:g}</text>')
    for name, points in found.items():
        path = " ".join(f"{'ML'[i > 0]}{x(n):.1f} {y(t):.1f}" for i, (n, t) in enumerate(points))
        svg.append(f'<path d="{path}" fill="none" stroke="{COLOURS[name]}" stroke-width="3"/>')
        svg += [f'<circle cx="{x(n):.1f}" cy="{y(t):.1f}" r="4" fill="{COLOURS[name]}"/>' for n, t in points]
        n, t = points[-1]
        svg.append(f'<text x="{x(n) + 10:.0f}" y="{y(t) + 5:.0f}" fill="{COLOURS[name]}">{name}</text>')
    return "\n".join(svg) + "\n</svg>\n"


with open(sys.argv[2], "w") as chart:
    chart.write(draw(lines(sys.argv[1])))
