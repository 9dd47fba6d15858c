#!/usr/bin/env python3
"""Writes optimizers_reference.hpp: the paths of three methods, computed in decimal arithmetic of 60 digits.

The gradients are given numbers, those of no function: what is tested is the arithmetic of a step. Run in this folder:

    python3 optimizers_reference.py > optimizers_reference.hpp
"""
from decimal import Decimal, getcontext

getcontext().prec = 60
STEPS = 12
SIZE = 4  # a parameter of 2 x 2, column by column
START = [Decimal(1), Decimal(-2), Decimal("0.5"), Decimal(0)]


def gradient(step, element):
    """Multiples of 1/64, hence exact in float too: large, small, of both signs, and 0 for one element until step 4."""
    if element == 3 and step < 4:
        return Decimal(0)
    return Decimal((step * 37 + element * 53) % 129 - 64) / 64 * (1 if element != 1 else Decimal("0.0078125"))


def gradient_step(rate):
    point = list(START)
    for step in range(1, STEPS + 1):
        point = [p - rate * gradient(step, i) for i, p in enumerate(point)]
        yield point


def momentum(rate, decay):
    point, velocity = list(START), [Decimal(0)] * SIZE
    for step in range(1, STEPS + 1):
        velocity = [decay * v + gradient(step, i) for i, v in enumerate(velocity)]
        point = [p - rate * v for p, v in zip(point, velocity)]
        yield point


def adam(rate, beta1, beta2, epsilon):
    """Algorithm 1 of Kingma & Ba (2015), line by line."""
    point, first, second = list(START), [Decimal(0)] * SIZE, [Decimal(0)] * SIZE
    for step in range(1, STEPS + 1):
        g = [gradient(step, i) for i in range(SIZE)]
        first = [beta1 * m + (1 - beta1) * d for m, d in zip(first, g)]
        second = [beta2 * v + (1 - beta2) * d * d for v, d in zip(second, g)]
        corrected_first = [m / (1 - beta1**step) for m in first]
        corrected_second = [v / (1 - beta2**step) for v in second]
        point = [p - rate * m / (v.sqrt() + epsilon) for p, m, v in zip(point, corrected_first, corrected_second)]
        yield point


def table(name, rows):
    print(f"inline constexpr double {name}[{STEPS}][{SIZE}] = {{")
    for row in rows:
        print("    {" + ", ".join(f"{x:.20e}" if x else "0" for x in row) + "},")
    print("};")


print("#pragma once\n")
print("// Written by optimizers_reference.py; a row is the parameter after a step, column by column.\n")
print("namespace optimizers_reference {\n")
print(f"inline constexpr int steps = {STEPS};")
print("inline constexpr double start[4] = {" + ", ".join(str(x) for x in START) + "};")
table("gradient", ([gradient(step, i) for i in range(SIZE)] for step in range(1, STEPS + 1)))
table("gradient_step", gradient_step(Decimal("0.125")))
table("momentum", momentum(Decimal("0.01"), Decimal("0.9")))
table("adam", adam(Decimal("0.001"), Decimal("0.9"), Decimal("0.999"), Decimal("1e-8")))
table("adam_of_other_settings", adam(Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal("0.0625")))
print("\n}  // namespace optimizers_reference")
