#!/usr/bin/env python3
"""Writes functions.txt: what every function of the library and its derivatives are, to 50 digits.

    python3 test/oracle/functions.py > test/oracle/functions.txt        (python3-sympy, python3-mpmath)
    python3 test/oracle/functions.py exp log                             only these

Nothing here follows the library's rules. A function is its mathematical definition; SymPy differentiates that, and mpmath evaluates the
derivative at 150 digits, at 300, at 600 ... until two of them agree to 60, so that no cancellation is left. At points of ordinary size mpmath's
difference quotients must say the same.

    real    <function> <operands> <the point> <the parts>
    complex <function> <re> <im> <re and im of the value> <re and im of the derivative>

The point is of doubles, to be read exactly. The parts are the value and all distinct partials up to the third order, by number of
variables: f, f_0, f_1, f_00, f_01, f_11, f_000, f_001, f_011, f_111. What is beyond every double is written inf or 0.
"""
import itertools
import sys

import mpmath as m
import sympy as s

DIGITS = 50
half, third = s.Rational(1, 2), s.Rational(1, 3)
X = s.symbols("x y z")


# --- definitions: each takes the operands as symbols, and the point to choose a branch by

def signed(at):
    return 1 if at > 0 else -1


def real_root(x, at):
    return signed(at) * (signed(at) * x) ** third


def logistic(x):
    return 1 / (1 + s.exp(-x))


def normal_cdf(x):
    return s.erfc(-x / s.sqrt(2)) / 2


def log_gamma(x, at):
    if at > 0:
        return s.loggamma(x)
    return s.log(s.gamma(x) * (-1 if int(m.floor(m.mpf(at))) % 2 else 1))


def atan2(y, x, at):
    a, b = at
    if abs(a) >= abs(b):
        return s.atan(y / x) + (0 if a > 0 else signed(b) * s.pi)
    return signed(b) * s.pi / 2 - s.atan(x / y)


def smoothstep(x, at):
    return s.Integer(0) if at <= 0 else s.Integer(1) if at >= 1 else 3 * x**2 - 2 * x**3


# --- points

def both(points):
    return sorted({-p for p in points} | set(points))


tiny = [1e-300, 1e-20, 1e-8]
usual = [0.03, 0.1, 0.3, 0.5, 0.7, 1.0, 1.3, 2.0, 3.0, 5.0]
line = both(tiny + usual + [10.0, 20.0])
half_line = tiny + [1e-3] + usual + [0.9, 0.99, 1 - 2.0**-53, 1 + 2.0**-52, 1.01, 1.1, 10.0, 30.0, 700.0, 1e8, 1e20, 1e300]
tails = line + both([30.0, 40.0, 700.0])
tails_with_rounded_squares = both([1.7, 2.3, 3.7, 4.9, 5.55])
angles = both(tiny + [0.1, 0.5, 0.8, 1.0, 1.5, 2.0, 3.0, 6.0, 30.0, 700.0, 1e8]) + [1e22, 1e300]
inside = both(tiny + [1e-3, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.99, 1 - 1e-8, 1 - 2.0**-53])
outside = both([1 + 2.0**-52, 1 + 1e-8, 1.01, 1.1, 1.5, 2.0, 3.0, 10.0, 30.0, 700.0, 1e8, 1e20, 1e300])
unit = tiny + [1e-3, 0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 0.999, 1 - 1e-8, 1 - 1e-12, 1 - 2.0**-53, 0.25, 0.75]
near_half_pi = [1.57, 1.5707963267948966, 1.5707963267948968, 4.71, 4.71238898038469]
near_pi = [3.14, 3.141592653589793, 3.1415926535897936, 6.28, 6.283185307179586]
plane = [(a, b) for a in (-2.0, 0.5, 3.0) for b in (-1.5, 0.25, 2.0, 5.0)]
quadrant = [(a, b) for a in (0.1, 0.7, 2.0, 30.0) for b in (0.3, 1.0, 2.5, 9.0)]
far = [(1e-300, 1e-300), (1e-20, 1.0), (1.0, 1e-20), (1e8, 1e-8), (1e8, 1e8), (1e150, 1e150), (1e300, 1.0), (1.0, 1e300), (1e300, 1e300)]
space = [(0.5, 1.0, 2.0), (-1.0, 0.3, 0.7), (3.0, 3.0, 3.0), (-2.0, -5.0, 1.0), (10.0, 9.0, 8.0), (0.1, 20.0, -20.0), (1e-8, 1.0, 1e-8),
         (1.0, 1e-20, 2.0), (5.0, -5.0, 5.0), (0.25, 0.5, 0.125), (2.0, 2.5, 1.5), (-0.3, -0.2, -0.1), (7.0, 0.01, 3.0), (1.5, 1.5, -1.5),
         (4.0, 8.0, -16.0), (0.9, 1.1, 1.0), (30.0, 29.0, 31.0), (-7.0, 2.0, 0.5), (6.0, 1e-3, 1e-3), (2.0, -3.0, 6.0)]
circle = [0.5 + 0.5j, -1.25 + 0.75j, 0.3 - 2.0j, 2.5 + 1.5j, -0.01 - 0.02j]
upper = [0.5 + 0.5j, 1.25 + 0.75j, 0.3 - 2.0j, 2.5 + 1.5j, -1.5 + 0.5j, 1e-3 + 1e-3j]

# name: (definition, points, complex points)
one = {
    "negate(x)": (lambda x: -x, line + [1e300], circle), "square(x)": (lambda x: x**2, line + [1e150, -1e150, 1e300], circle),
    "pow(x,3)": (lambda x: x**3, line + [1e100, 1e300], circle), "pow(x,-2)": (lambda x: x**-2, line + [1e100], circle),
    "pow(x,0.5)": (lambda x: x**half, half_line, upper), "pow(x,2.5)": (lambda x: x ** s.Rational(5, 2), half_line, upper),
    "pow(x,1/3)": (lambda x: x**third, half_line, upper), "pow(2,x)": (lambda x: 2**x, tails, circle),
    "sqrt(x)": (s.sqrt, half_line, upper), "cbrt(x)": (real_root, both(half_line), []),
    "exp(x)": (s.exp, tails, circle), "exp2(x)": (lambda x: 2**x, tails + [1000.0, -1000.0], circle),
    "exp10(x)": (lambda x: 10**x, line + [300.0, -300.0], circle), "expm1(x)": (lambda x: s.exp(x) - 1, tails, circle),
    "log(x)": (s.log, half_line, upper), "log2(x)": (lambda x: s.log(x) / s.log(2), half_line, upper),
    "log10(x)": (lambda x: s.log(x) / s.log(10), half_line, upper),
    "log1p(x)": (lambda x: s.log(1 + x), half_line + [-1e-300, -1e-8, -0.1, -0.5, -0.9, -0.99, -1 + 2.0**-53], upper),
    "xlogx(x)": (lambda x: x * s.log(x), half_line, []),
    "logistic(x)": (logistic, tails + [1e300, -1e300], circle), "logit(x)": (lambda x: s.log(x / (1 - x)), unit, []),
    "softplus(x)": (lambda x: s.log(1 + s.exp(x)), tails + [1e300, -1e300], []),
    "sin(x)": (s.sin, angles + near_pi, circle), "cos(x)": (s.cos, angles + near_half_pi, circle),
    "tan(x)": (s.tan, angles + near_pi + near_half_pi, circle), "sec(x)": (s.sec, angles + near_half_pi, circle),
    "csc(x)": (s.csc, angles + near_pi, circle), "cot(x)": (s.cot, angles + near_pi + near_half_pi, circle),
    "asin(x)": (s.asin, inside, upper), "acos(x)": (s.acos, inside, upper),
    "atan(x)": (s.atan, line + both([30.0, 700.0, 1e8, 1e300]), upper),
    "asec(x)": (lambda x: s.acos(1 / x), outside, upper), "acsc(x)": (lambda x: s.asin(1 / x), outside, upper),
    "acot(x)": (lambda x: s.atan(1 / x), line + both([700.0, 1e8, 1e300]), upper),
    "sinpi(x)": (lambda x: s.sin(s.pi * x), both(tiny + [0.1, 0.25, 0.4, 0.6, 0.75, 1.25, 2.3, 30.1, 700.3, 1e8 + 0.25, 0.499, 0.999]), circle),
    "cospi(x)": (lambda x: s.cos(s.pi * x), both(tiny + [0.1, 0.25, 0.4, 0.6, 0.75, 1.25, 2.3, 30.1, 700.3, 1e8 + 0.25, 0.499, 0.999]), circle),
    "sinc(x)": (lambda x: s.sin(x) / x, both(tiny + [1e-4, 1e-3, 1e-2, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 30.0, 700.0, 1e8]) + [3.141592653589793],
                circle),
    "sinh(x)": (s.sinh, tails, circle), "cosh(x)": (s.cosh, tails, circle),
    "tanh(x)": (s.tanh, tails + [1e300], circle), "sech(x)": (s.sech, tails, circle), "csch(x)": (s.csch, tails, circle),
    "coth(x)": (s.coth, tails, circle), "asinh(x)": (s.asinh, line + both([700.0, 1e8, 1e300]), upper),
    "acosh(x)": (s.acosh, [p for p in outside if p > 0] + [1.001, 1.0001, 1.05, 1.2, 1.3, 4.0, 5.0, 7.0], [2.5 + 1.5j, 0.3 + 2.0j, 1.5 + 0.5j, 3.0 + 1.0j]),
    "atanh(x)": (s.atanh, inside, upper),
    "asech(x)": (lambda x: s.acosh(1 / x), [p for p in unit if p > 1e-200] + [1e-100], []),
    "acsch(x)": (lambda x: s.asinh(1 / x), line + both([700.0, 1e8, 1e300]), []), "acoth(x)": (lambda x: s.atanh(1 / x), outside, []),
    "erf(x)": (s.erf, line + tails_with_rounded_squares + both([0.8, 4.0, 6.0, 10.1, 25.7, 700.0]), []), "erfc(x)": (s.erfc, line + tails_with_rounded_squares + both([0.8, 4.0, 6.0, 10.1, 25.7, 700.0]), []),
    "normal_pdf(x)": (lambda x: s.exp(-x**2 / 2) / s.sqrt(2 * s.pi), tails + tails_with_rounded_squares + both([10.1, 25.7, 36.3]), []), "normal_cdf(x)": (normal_cdf, tails + tails_with_rounded_squares + both([10.1, 25.7, 36.3]), []),
    "tgamma(x)": (s.gamma, [-1e-300, -1e-8, -0.1, -0.5, -0.9, -1.1, -1.5, -2.5, -3.3, -10.5, -20.7, 1e-300, 1e-20, 1e-8, 0.1, 0.5, 0.9, 1.0, 1.1, 1.4616321449683622,
                            1.5, 2.0, 2.5, 3.0, 5.0, 10.0, 20.5, 50.0, 100.25, 170.0], []),
    "lgamma(x)": (log_gamma, [-1e-300, -1e-8, -0.1, -0.5, -0.9, -1.5, -2.5, -3.3, -10.5, -20.7, 1e-300, 1e-20, 1e-8, 0.1, 0.5, 0.9, 0.999, 1.001, 1.1, 1.4616321449683622,
                              1.5, 1.999, 2.001, 2.5, 3.0, 5.0, 10.0, 30.0, 700.0, 1e8, 1e300], []),
    "digamma(x)": (lambda x: s.digamma(x), [-1e-300, -1e-8, -0.1, -0.5, -0.9, -1.5, -2.5, -3.3, -10.5, -20.7, 1e-300, 1e-20, 1e-8, 0.1, 0.5, 0.9, 1.0, 1.1, 1.25, 1.4616321449683622,
                                            1.5, 2.0, 2.5, 3.0, 5.0, 10.0, 30.0, 700.0, 1e8, 1e300], []),
    "2*x*x*x+0.5*x*x*x": (lambda x: s.Rational(5, 2) * x**3, line, []), "(5*x*x+1)*(7/3*x*x+1)": (lambda x: (5 * x**2 + 1) * (s.Rational(7, 3) * x**2 + 1), line, []),
    "sign(x)": (lambda x, at: s.Integer(signed(at)), line, []), "abs(x)": (lambda x, at: signed(at) * x, line + [1e300, -1e300], []),
    "step(x)": (lambda x, at: s.Integer(at >= 0), line, []), "relu(x)": (lambda x, at: x if at > 0 else s.Integer(0), line + [1e300, -1e300], []),
    "leaky_relu(x,0.01)": (lambda x, at: x if at > 0 else x / 100, line + [1e300, -1e300], []),
    "elu(x,1)": (lambda x, at: x if at > 0 else s.exp(x) - 1, tails, []), "silu(x)": (lambda x: x * logistic(x), tails + [1e300, -1e300], circle),
    "gelu(x)": (lambda x: x * normal_cdf(x), tails + tails_with_rounded_squares + both([10.1, 25.7, 36.3]), []), "smoothstep(x)": (smoothstep, unit + [-1e300, -5.0, -1e-8, 1 + 2.0**-52, 1.5, 1e300], []),
    "select(x>0,x*log(x),0)": (lambda x, at: x * s.log(x) if at > 0 else s.Integer(0), half_line + [-1e-300, -1.0, -700.0], []),
    "select(x<1&&x>-1,atanh(x),1/x)": (lambda x, at: s.atanh(x) if -1 < at < 1 else 1 / x, inside + outside, []),
    "select(x<=0||x>=1,0,xlogx(x))": (lambda x, at: s.Integer(0) if at <= 0 or at >= 1 else x * s.log(x), unit + [-1.0, -1e300, 2.0], []),
    "select(!equals(x,2),1/(x-2),4)": (lambda x, at: 1 / (x - 2), [p for p in line if p != 2], []),
}
two = {
    "x+y": (lambda x, y: x + y, plane + quadrant + far), "x-y": (lambda x, y: x - y, plane + quadrant + far),
    "x*y": (lambda x, y: x * y, plane + quadrant + far), "x/y": (lambda x, y: x / y, plane + quadrant + far),
    "pow(x,y)": (lambda x, y: x**y, quadrant + [(a, b) for a in (0.5, 1.0, 2.0, 10.0, 1e-8) for b in (-3.0, -0.5, 1e-8, 0.0, 1.0, 2.0, 20.0)]
                 + [(1e-300, 0.5), (1e300, 0.5), (1 - 2.0**-53, 1e8), (1 + 1e-8, 1e8)]),
    "xlogy(x,y)": (lambda x, y: x * s.log(y), quadrant + [p for p in far if p[1] > 0] + [(-2.0, 0.5), (-1e-8, 3.0), (-700.0, 1e-20), (3.0, 1.0)]),
    "xlog1py(x,y)": (lambda x, y: x * s.log(1 + y), quadrant + far + [(-2.0, -0.5), (-1e-8, 3.0), (700.0, 1e-20), (3.0, -1e-8), (2.0, -0.999)]),
    "logaddexp(x,y)": (lambda x, y: s.log(s.exp(x) + s.exp(y)), plane + [(-30.0, 30.0), (700.0, 701.0), (-700.0, -705.0), (1000.0, 1000.0), (1e-8, -1e-8), (0.0, 0.0),
                                                                          (0.0, 40.0), (40.0, 0.0), (1e300, 1.0), (-1e300, 1.0), (1.0, 1e300)]),
    "atan2(y,x)": (lambda x, y, at: atan2(y, x, at), plane + quadrant + far[:8] + [(1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (-1e-20, -1.0), (1e-20, -1.0),
                                                                                  (1e-300, -3.0)]),
    "hypot(x,y)": (lambda x, y: s.sqrt(x**2 + y**2), plane + quadrant + far + [(-3.0, 4.0), (-1e-8, -1.0)]),
    "leaky_relu(x,y)": (lambda x, y, at: x if at[0] > 0 else x * y, plane + [(-a, b) for a, b in quadrant]),
    "elu(x,y)": (lambda x, y, at: x if at[0] > 0 else y * (s.exp(x) - 1), plane + [(-a, b) for a, b in quadrant] + [(-1e-8, 2.0), (-40.0, 1.0), (-700.0, 3.0)]),
    "min(x,y)": (lambda x, y, at: x if at[0] < at[1] else y, plane + quadrant), "max(x,y)": (lambda x, y, at: x if at[0] > at[1] else y, plane + quadrant),
    "select(x<y,x*x*y,x/y)": (lambda x, y, at: x**2 * y if at[0] < at[1] else x / y, plane + quadrant),
    "select(x>0&&y>0,x*log(y),x*y)": (lambda x, y, at: x * s.log(y) if at[0] > 0 and at[1] > 0 else x * y, plane + quadrant),
}
three = {
    "log_sum_exp(x,y,z)": (lambda x, y, z: s.log(s.exp(x) + s.exp(y) + s.exp(z)), space + [(1000.0, 1000.0, 999.0), (-1000.0, -1001.0, -999.5), (0.0, 0.0, 0.0), (700.0, 0.0, -700.0)]),
    "hypot(x,y,z)": (lambda x, y, z: s.sqrt(x**2 + y**2 + z**2), space + [(1e-300, 1e-300, 1e-300), (1e150, 1e150, 1.0), (1e300, 1e300, 1e300), (1e8, 1.0, 1e-8)]),
    "clamp(x,y,z)": (lambda x, y, z, at: y if at[0] < at[1] else z if at[0] > at[2] else x, [(a, b, c) for a in (-2.0, -0.5, 0.25, 0.75, 1.5, 4.0, 1e300) for b, c in ((-1.0, 1.0), (0.0, 0.5), (0.5, 3.0))]),
}


# --- evaluation

def partials(n):
    return [p for order in range(4) for p in itertools.combinations_with_replacement(range(n), order)]


def settled(f, at):
    """The value of f where precision enough has been spent: two agree, or all are the 0 of a cancellation."""
    before, digits = None, 150
    while digits < 40000:
        with m.workdps(digits):
            try:
                now = m.mpmathify(f(*(m.mpmathify(a) for a in at)))
            except ZeroDivisionError:  # of a difference that these digits do not see
                before, digits = None, digits * 2
                continue
            if before is not None:
                if now != 0 and abs(now - before) <= abs(now) * m.mpf(10) ** -60:
                    return now
                if digits > 4000 and abs(now) < m.mpf(10) ** -2000:
                    return m.mpf(0)
            before, digits = now, digits * 2
    raise ArithmeticError(f"no precision is enough at {at}")


def evaluator(variables, formula):
    f = s.lambdify(variables, formula, "mpmath")
    return lambda at: m.mpf(0) if formula == 0 else settled(f, at)


def text(value):
    with m.workdps(DIGITS + 20):
        if abs(value) > m.mpf("1e400"):
            return "inf" if value > 0 else "-inf"
        if abs(value) < m.mpf("1e-400"):
            return "0"
        written = m.nstr(value, DIGITS, min_fixed=-4, max_fixed=20)
        return written[:-2] if written.endswith(".0") else written


def is_ordinary(at):
    return all(0.01 < abs(a) < 10 for a in at)


def check_by_differences(name, formula, variables, at, parts, values):
    f = s.lambdify(variables, formula, "mpmath")
    with m.workdps(200):
        for part, value in zip(parts, values):
            if not part:
                continue
            orders = tuple(part.count(k) for k in range(len(variables)))
            quotient = m.diff(f, tuple(map(m.mpf, at)) if len(at) > 1 else m.mpf(at[0]), orders if len(at) > 1 else orders[0])
            if abs(quotient - value) > m.mpf(10) ** -55 * max(abs(value), 1):
                raise ArithmeticError(f"{name} at {at}, partial {part}: {m.nstr(quotient, 30)} by differences, {m.nstr(value, 30)}")


def rows(name, entry, n):
    definition, points = entry[0], entry[1]
    variables, parts, formulas = X[:n], partials(n), {}
    checked = 0
    for point in dict.fromkeys(points):
        at = point if n > 1 else (point,)
        if hasattr(definition, "__code__") and "at" in definition.__code__.co_varnames:
            formula = s.sympify(definition(*variables, point))
        else:
            formula = s.sympify(definition(*variables))
        if formula not in formulas:
            formulas[formula] = [evaluator(variables, s.diff(formula, *(variables[k] for k in part)) if part else formula) for part in parts]
        values = [f(at) for f in formulas[formula]]
        if is_ordinary(at) and checked < 3:
            check_by_differences(name, formula, variables, at, parts, values)
            checked += 1
        print("real", name, n, *(repr(a) for a in at), *(text(v) for v in values))
    for point in entry[2] if len(entry) > 2 else []:
        formula = s.sympify(definition(*variables))
        values = [evaluator(variables, g)((point,)) for g in (formula, s.diff(formula, variables[0]))]
        print("complex", name, repr(point.real), repr(point.imag), *(text(p) for v in values for p in (v.real, v.imag)))


def main():
    chosen = sys.argv[1:]
    sys.stdout.reconfigure(newline="\n")
    print("# Written by functions.py; not edited by hand.")
    for n, table in ((1, one), (2, two), (3, three)):
        for name, entry in table.items():
            if chosen and name not in chosen and name.split("(")[0] not in chosen:
                continue
            rows(name, entry, n)


main()
