#!/usr/bin/env python3
"""Writes the workloads' C code by SymPy: value and derivatives, sympy.cse over all of them, ccode.

    python3 generate.py            writes a .c file for each workload into generated/, which is kept in the repository

Small whole powers are written as products (create_expand_pow_optimization), for pow(x, 3) would be a call.
"""
import pathlib
import sys
import time

import sympy as sp
from sympy.codegen.rewriting import create_expand_pow_optimization

sys.setrecursionlimit(100000)
expand_powers = create_expand_pow_optimization(8)
folder = pathlib.Path(__file__).resolve().parent / "generated"


def write(name, inputs, outputs):
    """inputs: symbols in the order of the array `in`; outputs: expressions in the order of the array `out`."""
    start = time.time()
    shared, results = sp.cse(outputs, symbols=sp.numbered_symbols("t"))
    used = set().union(*(e.free_symbols for _, e in shared), *(e.free_symbols for e in results))
    lines = ["#include <math.h>", "", f"void kernel_{name}_sympy(double const *restrict in, double *restrict out) {{"]
    lines += [f"  double const {s} = in[{k}];" for k, s in enumerate(inputs) if s in used]
    lines += [f"  double const {s} = {sp.ccode(expand_powers(e))};" for s, e in shared]
    lines += [f"  out[{k}] = {sp.ccode(expand_powers(e))};" for k, e in enumerate(results)]
    (folder / f"{name}.c").write_text("\n".join(lines + ["}", ""]))
    print(f"{name}: {time.time() - start:.1f} s", flush=True)


def value_and_gradient(f, x):
    return [f] + [sp.diff(f, v) for v in x]


def gradient_of_sum(terms, x):
    """Value and gradient of a sum of many terms; each is differentiated by its own variables only, to save SymPy's time."""
    partials = {v: [] for v in x}
    for term in terms:
        for v in term.free_symbols & set(x):
            partials[v].append(sp.diff(term, v))
    return [sp.Add(*terms)] + [sp.Add(*partials[v]) for v in x]


def hessian(f, x):
    rows = [sp.diff(f, v) for v in x]
    n = len(x)
    lower = {(i, j): sp.diff(rows[i], x[j]) for i in range(n) for j in range(i + 1)}
    return [lower[max(i, j), min(i, j)] for i in range(n) for j in range(n)]


def jacobian(fs, x):
    return list(fs) + [sp.diff(f, v) for f in fs for v in x]


def polynomial():
    x = sp.Symbol("x")
    write("polynomial", [x], value_and_gradient(3 * x**2 - 4 * x, [x]))


def monomial():
    z, x = sp.symbols("z x")
    write("monomial", [z, x], value_and_gradient(2 * z**3 * x**2, [z, x]))


def rosenbrock():
    for n in (4, 16, 64, 256, 1024):
        x = sp.symbols(f"x:{n}")
        terms = [t for i in range(n - 1) for t in (100 * (x[i + 1] - x[i] ** 2) ** 2, (1 - x[i]) ** 2)]
        write(f"rosenbrock_{n}", x, gradient_of_sum(terms, x))


def black_scholes():
    S, K, r, s, t = x = sp.symbols("S K r sigma t", positive=True)
    d1 = (sp.log(S / K) + (r + s**2 / 2) * t) / (s * sp.sqrt(t))
    d2 = d1 - s * sp.sqrt(t)
    normal = lambda d: sp.erfc(-d / sp.sqrt(2)) / 2
    f = S * normal(d1) - K * sp.exp(-r * t) * normal(d2)
    write("black_scholes", x, value_and_gradient(f, x))
    write("black_scholes_hessian", x, hessian(f, x))


def waves():
    x, y = sp.symbols("x y")
    f = sp.sin(sp.exp(sp.cos(x * y) + x / y)) * sp.log(1 + x**2 + y**2)
    write("waves", [x, y], value_and_gradient(f, [x, y]))
    write("waves_third", [x, y], [sp.diff(f, x, 3)])


def bundle_adjustment():
    w = sp.symbols("w:3")
    t = sp.symbols("t_:3")
    f, k1, k2 = sp.symbols("f k1 k2")
    X = sp.symbols("X:3")
    observed = sp.symbols("o:2")
    angle = sp.sqrt(w[0] ** 2 + w[1] ** 2 + w[2] ** 2)
    axis = [v / angle for v in w]
    cross = [axis[1] * X[2] - axis[2] * X[1], axis[2] * X[0] - axis[0] * X[2], axis[0] * X[1] - axis[1] * X[0]]
    along = sum(a * b for a, b in zip(axis, X)) * (1 - sp.cos(angle))
    p = [X[i] * sp.cos(angle) + cross[i] * sp.sin(angle) + axis[i] * along + t[i] for i in range(3)]
    u, v = -p[0] / p[2], -p[1] / p[2]
    r2 = u**2 + v**2
    scale = f * (1 + r2 * (k1 + k2 * r2))
    x = [*w, *t, f, k1, k2, *X]
    write("bundle_adjustment", [*x, *observed], jacobian([scale * u - observed[0], scale * v - observed[1]], x))


def network():
    w = sp.symbols("w:105")
    p = sp.symbols("p:3")
    first = [sp.tanh(w[3 * i] * p[0] + w[3 * i + 1] * p[1] + w[3 * i + 2]) for i in range(8)]
    second = [sp.tanh(sum(w[24 + 9 * i + j] * first[j] for j in range(8)) + w[32 + 9 * i]) for i in range(8)]
    error = sum(w[96 + j] * second[j] for j in range(8)) + w[104] - p[2]
    write("network", [*w, *p], value_and_gradient(error**2, w))


def product():
    for n in (8, 32, 128):
        x = sp.symbols(f"x:{n}")
        write(f"product_{n}", x, value_and_gradient(sp.Mul(*x), x))


def mixed():
    x, y, z, w = sp.symbols("x y z w")
    f = (x + y) * (z - w) + sp.exp(x * z) + sp.sin(y * w) + x * y * z * w
    write("mixed", [x, y, z, w], value_and_gradient(f, [x, y, z, w]))
    write("sine_fourth", [x], [sp.diff(sp.sin(x), x, 4)])


def chain_energy():
    c = sp.Symbol("c")
    for n in (4, 8, 64):
        x = sp.symbols(f"x:{n}")
        terms = [v * sp.log(v) for v in x] + [c * (x[k] - x[k + 1]) ** 2 for k in range(n - 1)] + [sp.exp(x[0] * x[-1])]
        first = gradient_of_sum(terms, x)
        f = sp.Add(*terms)
        partials = first[1:]
        lower = {(i, j): sp.diff(partials[i], x[j]) for i in range(n) for j in range(i + 1)}
        second = [lower[max(i, j), min(i, j)] for i in range(n) for j in range(n)]
        write(f"chain_energy_{n}", [*x, c], [f] + partials + second)


def pendulum():
    for n in (2, 10, 50):
        q = sp.symbols(f"q:{2 * n}")
        length = sp.symbols(f"l:{n}")
        before = lambda k: q[k - 2] if k >= 2 else sp.Integer(0)
        fs = [(q[2 * i] - before(2 * i)) ** 2 + (q[2 * i + 1] - before(2 * i + 1)) ** 2 - length[i] ** 2 for i in range(n)]
        write(f"pendulum_{n}", [*q, *length], jacobian(fs, q))


def statistics():
    mean, deviation = sp.symbols("m s", positive=True)
    rows = sp.symbols("d:1000")
    terms = [-sp.log(deviation) - sp.log(2 * sp.pi) / 2 - ((d - mean) / deviation) ** 2 / 2 for d in rows]
    f = sp.Add(*terms)
    write("normal_log_density", [mean, deviation, *rows], [f, sp.diff(f, mean), sp.diff(f, deviation)])
    x = sp.symbols("x:32")
    write("log_sum_exp", x, value_and_gradient(sp.log(sp.Add(*[sp.exp(v) for v in x])), x))


if __name__ == "__main__":
    folder.mkdir(exist_ok=True)
    print("SymPy", sp.__version__)
    wanted = sys.argv[1:]
    for family in (polynomial, monomial, black_scholes, waves, bundle_adjustment, network, product, mixed, chain_energy, pendulum,
                   statistics, rosenbrock):
        if not wanted or family.__name__ in wanted:
            family()
