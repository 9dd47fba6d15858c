#!/usr/bin/env python3
"""Writes reference.hpp: exact values the tests of numeric/ are held against.

Nothing here follows the headers' own derivation: weights and gradients come from solving the moment equations
sum_k w_k s_k^i = i! [i == order] with exact fractions (Gauss-Jordan), not from Lagrange polynomials or slopes.
Needs only the standard library:  python3 reference.py > reference.hpp
"""
from fractions import Fraction
from math import factorial


def weights(order, nodes):
    """Weights for the derivative of this order at 0, from function values at the nodes."""
    n = len(nodes)
    rows = [[Fraction(s) ** i for s in nodes] + [Fraction(factorial(i) if i == order else 0)] for i in range(n)]
    for c in range(n):
        p = next(r for r in range(c, n) if rows[r][c] != 0)
        rows[c], rows[p] = rows[p], rows[c]
        rows[c] = [v / rows[c][c] for v in rows[c]]
        for r in range(n):
            if r != c and rows[r][c] != 0:
                rows[r] = [a - rows[r][c] * b for a, b in zip(rows[r], rows[c])]
    return [row[n] for row in rows]


def gradient(samples, places, edge):
    """Three neighbours inside, edge + 1 samples at the ends."""
    n = len(samples)
    result = []
    for i in range(n):
        if i == 0:
            chosen = range(edge + 1)
        elif i == n - 1:
            chosen = range(n - 1 - edge, n)
        else:
            chosen = range(i - 1, i + 2)
        w = weights(1, [Fraction(places[k]) - Fraction(places[i]) for k in chosen])
        result.append(sum(a * Fraction(samples[k]) for a, k in zip(w, chosen)))
    return result


def quotients(values):
    return ", ".join(f"{v.numerator}.0 / {v.denominator}.0" for v in values)


def main():
    print("#pragma once\n\n// Written by reference.py; do not edit.\n\n#include <array>\n#include <vector>\n")
    print("namespace reference {\n")
    print("struct stencil_case {\n  int order;\n  int points;\n  int first;  // offset of the first point\n"
          "  std::vector<double> weights;\n};\n")
    print("inline std::vector<stencil_case> const stencils{")
    for points in (1, 2, 3, 4, 5, 7, 8, 9, 11):
        for first in sorted({0, 1 - points} | ({-(points // 2)} if points % 2 else set())):
            for order in range(min(points, 7)):
                values = quotients(weights(order, range(first, first + points)))
                print(f"    {{{order}, {points}, {first}, {{{values}}}}},")
    print("};\n")
    samples = [1, 2, 4, 7, 11, 16]
    places = [Fraction(v) for v in ("0", "1", "1.5", "3.5", "4", "6")]
    wild = [Fraction(v) for v in ("5", "4.875", "3", "-1", "-1.25", "-8")]
    print(f"inline constexpr std::array<double, 6> samples{{{', '.join(map(str, samples))}}};")
    for name, where in (("places", places), ("falling_places", wild)):
        print(f"inline constexpr std::array<double, 6> {name}{{{quotients(where)}}};")
        for edge in (1, 2):
            values = quotients(gradient(samples, where, edge))
            print(f"inline constexpr std::array<double, 6> {name}_gradient_{edge}{{{values}}};")
    print("\n}  // namespace reference")


main()
