"""The network of occupations in numpy, a column for every attribute. Usage: whole_arrays.py [RESIDENTS [MONTHS]]"""
import numpy

from network import EMPLOYED, VACANCIES, arguments, measure, plan, read_network


class Market:
    def __init__(self, people):
        shares, moves = read_network()
        self.random = numpy.random.Generator(numpy.random.Philox(1))
        self.moves = numpy.array(moves)
        self.target = [s * people for s in shares]
        self.vacancies = numpy.array([round(s * people * VACANCIES) for s in shares])
        self.occupation = self.random.choice(len(shares), people, p=shares).astype(numpy.uint8)
        self.works = self.random.random(people, dtype=numpy.float32) < EMPLOYED

    def month(self):
        employed = numpy.bincount(self.occupation[self.works], minlength=len(self.target))
        plans = [plan(*figures) for figures in zip(employed, self.vacancies, self.target)]
        seekers = numpy.flatnonzero(~self.works)
        dismissal = numpy.array([d for d, _ in plans], dtype=numpy.float32)[self.occupation]
        self.works &= self.random.random(len(self.works), dtype=numpy.float32) >= dismissal
        self.match(seekers)
        openings = numpy.array([o for _, o in plans])
        self.vacancies += (openings + self.random.random(len(openings))).astype(int)

    def match(self, seekers):
        """One application each; a vacancy takes one of its applicants, all as likely."""
        sums = numpy.cumsum(self.moves * self.vacancies, axis=1)[self.occupation[seekers]]
        to = (self.random.random(len(seekers))[:, None] * sums[:, -1:] >= sums).sum(axis=1)
        place = numpy.concatenate(([0], numpy.cumsum(self.vacancies)))[to]
        place += (self.random.random(len(seekers)) * self.vacancies[to]).astype(int)
        order = self.random.permutation(len(seekers))
        _, first = numpy.unique(place[order], return_index=True)
        hired = order[first]
        self.works[seekers[hired]] = True
        self.occupation[seekers[hired]] = to[hired]
        self.vacancies -= numpy.bincount(to[hired], minlength=len(self.target))

    def rates(self):
        return 1 - self.works.mean(), self.vacancies.sum() / len(self.works)


measure(Market, *arguments())
