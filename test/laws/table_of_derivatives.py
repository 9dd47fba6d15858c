#!/usr/bin/env python3
"""Checks that every line of the table of derivatives is true, with SymPy and mpmath, which know nothing of the library.

    python3 test/laws/table_of_derivatives.py                  (python3-sympy, python3-mpmath)
    python3 test/laws/table_of_derivatives.py some_file.cpp    its lines instead

Reads `static_assert(derivative(f, x) == g);` and `static_assert(equivalent(derivative(f, x), g));` from the sources. SymPy differentiates f;
both sides are evaluated to 40 digits at points of all signs and compared wherever every part of both is real. So a line fails that
holds only for a positive parameter, as sqrt(a^2) = a would. At the same points the difference quotient of f must say the same. Each
line must have two points at least, and all files together 200 lines that `==` proves.
"""
import itertools
import pathlib
import re
import sys

import mpmath as m
import sympy as s

m.mp.dps = 60
POINTS = ["0.37", "0.62", "1.43", "2.71", "-0.45", "-1.86"]
NAMES = ["x", "y", "a", "b", "c", "n", "t"]


def hypot(*sides):
    return s.sqrt(sum(side**2 for side in sides))


def derivative(f, *by, order=1):
    f = s.sympify(f)
    if order > 1:
        return Derivative(f, by * order)
    return Derivative(f, by)


class Derivative:
    """What is to be differentiated: as a formula and for difference quotients."""

    def __init__(self, f, by):
        self.f, self.by = f, by

    def formula(self):
        return s.diff(self.f, *self.by)

    def quotient(self, at):
        if len(self.by) > 2:
            return None
        step = m.mpf(10) ** -15

        def difference(values, by):
            if not by:
                return real_value(self.f, values)
            ends = [difference({**values, by[0]: values[by[0]] + sign * step}, by[1:]) for sign in (1, -1)]
            return None if None in ends else (ends[0] - ends[1]) / (2 * step)

        return difference(at, list(self.by))


def real_value(formula, at):
    """The value, or None where a part of the formula is not a real number."""
    if formula in at:
        return at[formula]
    if formula.is_number and not formula.args:
        value = m.mpmathify(formula.evalf(60))
        return value if isinstance(value, m.mpf) else None
    operands = [real_value(argument, at) for argument in formula.args]
    if None in operands:
        return None
    if isinstance(formula, s.Piecewise):
        raise ValueError("piecewise")
    try:
        value = m.mpmathify(formula.func(*[s.Float(o, 60) for o in operands]).evalf(60))
    except (ZeroDivisionError, TypeError):
        return None
    if isinstance(value, m.mpc):
        return None
    return value if m.isfinite(value) else None


def real_root(x):
    return s.sign(x) * s.Abs(x) ** s.Rational(1, 3)


MEANINGS = dict(
    rational=s.Rational, derivative=derivative, pow=lambda u, v: u**v, square=lambda u: u**2, sqrt=s.sqrt, cbrt=real_root, hypot=hypot,
    exp=s.exp, exp2=lambda u: 2**u, expm1=lambda u: s.exp(u) - 1, log=s.log, log2=lambda u: s.log(u) / s.log(2),
    log10=lambda u: s.log(u) / s.log(10), log1p=lambda u: s.log(1 + u), xlogx=lambda u: u * s.log(u),
    sin=s.sin, cos=s.cos, tan=s.tan, sec=s.sec, csc=s.csc, cot=s.cot, asin=s.asin, acos=s.acos, atan=s.atan, atan2=s.atan2,
    acot=lambda u: s.atan(1 / u), asec=lambda u: s.acos(1 / u), acsc=lambda u: s.asin(1 / u),
    sinh=s.sinh, cosh=s.cosh, tanh=s.tanh, sech=lambda u: 1 / s.cosh(u), csch=lambda u: 1 / s.sinh(u), coth=lambda u: 1 / s.tanh(u),
    asinh=s.asinh, acosh=s.acosh, atanh=s.atanh, acoth=lambda u: s.atanh(1 / u), asech=lambda u: s.acosh(1 / u), acsch=lambda u: s.asinh(1 / u),
    abs=s.Abs, sign=s.sign, step=lambda u: (1 + s.sign(u)) / 2, relu=lambda u: (u + s.Abs(u)) / 2, erf=s.erf, erfc=s.erfc,
    tgamma=s.gamma, lgamma=lambda u: s.log(s.Abs(s.gamma(u))), digamma=s.digamma, trigamma=lambda u: s.polygamma(1, u),
    logistic=lambda u: 1 / (1 + s.exp(-u)), softplus=lambda u: s.log(1 + s.exp(u)),
    pi=s.pi, e=s.E, ln2=s.log(2), ln10=s.log(10), one=s.Integer(1))
MEANINGS.update({name: s.Symbol(name, real=True) for name in NAMES})


def meaning(text):
    text = re.sub(r"\b([0-9][0-9.]*)_c", r"rational('\1')", text)
    text = re.sub(r"derivative<(\d)>\(", r"derivative(order=\1, f=", text)
    return eval(re.sub(r"derivative\(order=(\d), f=(.*), (\w)\)$", r"derivative(\2, \3, order=\1)", text), MEANINGS)


def points_for(names):
    """All signs for one variable; for several, as many points as are enough for every pair of signs."""
    for k, values in enumerate(itertools.permutations(POINTS, len(names))):
        if len(names) < 3 or k % 7 == 0:
            yield {name: m.mpf(value) for name, value in zip(names, values)}


def check(left, right):
    """Compares at all points; the number of points where both sides are real."""
    left, right = meaning(left), s.sympify(meaning(right))
    formula = left.formula()
    names = sorted(left.f.free_symbols | right.free_symbols | set(left.by), key=str)
    compared = 0
    for at in points_for(names):
        values = [real_value(formula, at), real_value(right, at)]
        quotient = left.quotient(at)
        if quotient is not None and values[1] is not None:
            compared += values[0] is None
            assert m.almosteq(quotient, values[1], 1e-20, 1e-20), f"difference quotient {quotient}, {values[1]} at {at}"
        if None in values:
            continue
        assert m.almosteq(*values, 1e-40, 1e-40), f"{values[0]} is not {values[1]} at {at}"
        compared += 1
    assert compared >= 2, f"only {compared} points"
    return compared


def sides(line):
    """Both sides of a line of the table, and whether `==` proves it; None for any other line."""
    if match := re.match(r"static_assert\((derivative.*) == (.*)\);$", line):
        return match[1], match[2], True
    if match := re.match(r"static_assert\(equivalent\((derivative.*)\)\);$", line):
        depth = 0
        for at, character in enumerate(match[1]):
            depth += (character == "(") - (character == ")")
            if character == "," and depth == 0:
                return match[1][:at], match[1][at + 1:], False
    return None


def main():
    here = pathlib.Path(__file__).parent
    given = [pathlib.Path(argument) for argument in sys.argv[1:]]
    wrong = lines = by_equality = 0
    for file in given or sorted(here.glob("table_of_derivatives*.cpp")):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            found = sides(line)
            if not found:
                if line.startswith("static_assert"):
                    wrong += 1
                    print(f"{file.name}:{number}: not understood: {line}")
                continue
            lines += 1
            by_equality += found[2]
            try:
                check(found[0], found[1])
            except Exception as error:
                wrong += 1
                print(f"{file.name}:{number}: {line}\n    {type(error).__name__}: {error}")
    print(f"{lines} lines, {by_equality} of them by ==, {wrong} wrong")
    sys.exit(wrong != 0 or lines == 0 or (not given and by_equality < 200))


if __name__ == "__main__":
    main()
