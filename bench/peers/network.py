"""What both peers read and print: the network of occupations in scenarios/countries/occupations."""
import csv
import math
import pathlib
import sys
import time

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "scenarios/countries/occupations"
SEPARATION, OPENING, GAMMA = .016, .012, .16  # del Rio-Chanona and others (2021)
SAME, SIMILARITY = .55, 4  # occupation.same of this country, occupation.similarity
EMPLOYED, VACANCIES = .9589342726, .0168011962  # shares at the fixed point


def read_network():
    """Shares of the occupations, and the weight of each move [from][to], as docs/odd.md has them."""
    with open(FOLDER / "occupations.csv") as file:
        jobs = [float(row["employed"]) for row in csv.DictReader(file)]
    with open(FOLDER / "occupation_similarity.csv") as file:
        likeness = [[float(x) for x in row[1:]] for row in list(csv.reader(file))[1:]]
    moves = []
    for i, row in enumerate(likeness):
        weight = [0 if i == j else jobs[j] * math.exp(SIMILARITY * row[j]) for j in range(len(jobs))]
        moves.append([SAME if i == j else (1 - SAME) * w / sum(weight) for j, w in enumerate(weight)])
    return [j / sum(jobs) for j in jobs], moves


def plan(employed, vacancies, target):
    """Chance of dismissal of each employee, and the vacancies that are opened, of one occupation."""
    gap = employed + vacancies - target
    dismissal = SEPARATION + (1 - SEPARATION) * min(1, GAMMA * max(0, gap) / employed)
    return dismissal, OPENING * employed + (1 - OPENING) * GAMMA * max(0, -gap)


def measure(make, people, months):
    """Simulates so many months and prints the cost of a resident-month and where the rates settled."""
    market = make(people)
    start = time.perf_counter()
    for _ in range(months):
        market.month()
    seconds = time.perf_counter() - start
    unemployed, vacancies = market.rates()
    print(f"{people} residents, {months} months: {seconds / people / months * 1e9:.0f} ns per resident and month, "
          f"unemployed {unemployed:.4f}, vacancies {vacancies:.4f}")


def arguments():
    return int(sys.argv[1]) if len(sys.argv) > 1 else 200_000, int(sys.argv[2]) if len(sys.argv) > 2 else 60
