"""The network of occupations with an object for every resident. Usage: plain_python.py [RESIDENTS [MONTHS]]"""
import random

from network import EMPLOYED, VACANCIES, arguments, measure, plan, read_network


class Resident:
    __slots__ = ("occupation", "works")

    def __init__(self, occupation, works):
        self.occupation, self.works = occupation, works


class Market:
    def __init__(self, people):
        shares, self.moves = read_network()
        self.random = random.Random(1)
        self.target = [s * people for s in shares]
        self.vacancies = [round(s * people * VACANCIES) for s in shares]
        occupations = self.random.choices(range(len(shares)), shares, k=people)
        self.residents = [Resident(o, self.random.random() < EMPLOYED) for o in occupations]

    def month(self):
        employed = [0] * len(self.target)
        for one in self.residents:
            if one.works:
                employed[one.occupation] += 1
        plans = [plan(*figures) for figures in zip(employed, self.vacancies, self.target)]
        seekers = self.let_go([dismissal for dismissal, _ in plans])
        self.match(seekers)
        for o, (_, openings) in enumerate(plans):
            self.vacancies[o] += int(openings + self.random.random())

    def let_go(self, dismissal):
        """Who was without work when the month began; employees lose theirs."""
        seekers, draw = [], self.random.random
        for one in self.residents:
            if not one.works:
                seekers.append(one)
            elif draw() < dismissal[one.occupation]:
                one.works = False
        return seekers

    def match(self, seekers):
        """One application each; a vacancy takes one of its applicants, all as likely."""
        weights = [[m * v for m, v in zip(row, self.vacancies)] for row in self.moves]
        occupations, places = range(len(self.target)), {}
        for one in seekers:
            to = self.random.choices(occupations, weights[one.occupation])[0]
            places.setdefault((to, self.random.randrange(self.vacancies[to])), []).append(one)
        for (to, _), applicants in places.items():
            hired = self.random.choice(applicants)
            hired.works, hired.occupation = True, to
            self.vacancies[to] -= 1

    def rates(self):
        people = len(self.residents)
        return sum(not one.works for one in self.residents) / people, sum(self.vacancies) / people


measure(Market, *arguments())
