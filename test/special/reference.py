"""Reference values of the special functions and of their first three derivatives, by mpmath: prints special/reference.hpp.

    python3 test/special/reference.py > test/special/reference.hpp

Derivatives are mpmath's numerical ones of the function itself, at 80 digits and more: they know no rule of ours. Each is computed again
at 95 digits, with other steps, and must agree. Points are doubles, so that every scalar type means the same point. Takes ten minutes.
"""
import mpmath as m

tiny, small = 2.0**-60, 2.0**-20


def psi(n):
    return lambda x: m.psi(n, x)


def bessel(function, n):
    return lambda x: function(n, x)


def inverse_of_erfc(x):
    # 1 - x is exact at the precision at which mp.diff evaluates
    return m.erfinv(1 - x)


positive = [tiny, small, 0.125, 0.40625, 0.75, 1.25, 1.5, 2.375, 3.75, 7.1, 9.9, 12.3, 45.6, 1234.5]
negative = [-0.25, -0.75, -1.75, -2.25, -3.125, -7.8]
around_0 = [-9.3, -4.4, -1.25, -0.375, -small, 0.0, tiny, 0.125, 0.9, 1.7, 3.3, 6.6, 15.8]
rising = [small, 0.125, 0.6, 1.3, 2.7, 4.9, 6.2, 9.7, 14.3, 27.5, 60.5]
modulus = [0.0, tiny, -small, 0.125, -0.3, 0.5, 0.6875, 0.71, -0.75, 0.85, 0.97, 1 - 2.0**-10, 1 - 2.0**-30]

functions = {
    "tgamma": (m.gamma, [0.125, 0.5, 0.8125, 1.25, 2.0, 3.7, 8.9, 25.25, 150.5, small, *negative]),
    "lgamma": (lambda x: m.log(abs(m.gamma(x))), [0.125, 0.5, 1.25, 3.7, 8.9, 25.25, 1e3, 1e10, small, *negative]),
    "digamma": (psi(0), positive + negative + [1.4375, 1.4616321449683623, 1.46875, 2.0**30]),
    "trigamma": (psi(1), positive + negative + [2.0**30]),
    "polygamma 2": (psi(2), positive + [-0.25, -1.75, -2.25]),
    "polygamma 5": (psi(5), positive[1:] + [-0.25, -1.75, -2.25]),
    "polygamma 20": (psi(20), positive[2:] + [-0.25, -1.75, -2.25]),
    "erfinv": (m.erfinv, [0.0, tiny, -small, 0.125, -0.25, 0.4, 0.5, -0.75, 0.9, 0.99, 1 - small]),
    "erfcinv": (inverse_of_erfc, [0.001, 0.01, 0.125, 0.25, 0.7, 0.96875, 1.03125, 1.3, 1.75, 1.9, 1.999]),
    "expint": (m.ei, [-20.5, -5.5, -1.25, -0.1, small, 0.125, 0.25, 0.5, 1.5, 3.7, 10.3, 50.5, 300.5]),
    "beta x 5/2": (lambda x: m.beta(x, m.mpf(5) / 2), positive[1:]),
    "beta 1/8 x": (lambda x: m.beta(m.mpf(1) / 8, x), positive[1:]),
    "beta x 1/1024": (lambda x: m.beta(x, m.mpf(1) / 1024), positive[1:]),
    "comp_ellint_1": (lambda k: m.ellipk(k * k), modulus),
    "comp_ellint_2": (lambda k: m.ellipe(k * k), modulus),
    "airy_ai": (m.airyai, around_0 + [-20.3]),
    "airy_ai_prime": (lambda x: m.airyai(x, derivative=1), around_0 + [-20.3]),
    "airy_bi": (m.airybi, around_0 + [-20.3]),
    "airy_bi_prime": (lambda x: m.airybi(x, derivative=1), around_0 + [-20.3]),
    "lambert_w0": (lambda x: m.lambertw(x).real,
                   [0.0, tiny, -small, -0.125, -0.25, -0.3125, 0.25, 0.75, 2.5, 10.5, 1e3, 1e10, 1e100]),
    "lambert_wm1": (lambda x: m.lambertw(x, -1).real,
                    [-0.3125, -0.25, -0.1875, -0.125, -0.0625, -0.01, -0.001, -small, -tiny, -1e-50]),
}
for letter, function, points in (("j", m.besselj, around_0), ("i", m.besseli, around_0), ("y", m.bessely, rising), ("k", m.besselk, rising)):
    for name, n in (("0", 0), ("1", 1), ("n 2", 2), ("n 5", 5)):
        functions[letter + name] = (bessel(function, n), points)


def text(value):
    return '"' + (m.nstr(value, 55) if abs(value) > m.mpf(10) ** -200 or value == 0 else "0") + '"'


def derivatives(f, point, step, digits):
    m.mp.dps = digits
    x = m.mpf(point)
    values = [f(x)] + [m.diff(lambda t: f(x + step * t), 0, n) / m.mpf(step) ** n for n in (1, 2, 3)]
    return [m.mpf(0) if abs(v) < m.mpf(10) ** -60 and point == 0 else v for v in values]


def confirmed_derivatives(name, f, point):
    """Steps relative to the point are right near poles and far from 0; others near 0, where the derivatives may vanish."""
    for step in (1, point) if abs(point) < 1 else (point, 1):
        if step:
            values, again = derivatives(f, point, step, 80), derivatives(f, point, step, 95)
            if all(abs(v - w) <= abs(w) * m.mpf(10) ** -50 for v, w in zip(values, again)):
                return values
    raise ArithmeticError(name + " at " + str(point) + " is not confirmed")


print("""#pragma once

// Printed by test/special/reference.py; not edited by hand.

namespace special {

struct reference {
  char const* name;
  double at;
  char const* values[4];  // the function and its first three derivatives
};

inline constexpr reference references[] = {""")
for name, (f, points) in functions.items():
    for point in points:
        values = confirmed_derivatives(name, f, point)
        print('    {"%s", %s, {%s}},' % (name, float(point).hex(), ",\n     ".join(map(text, values))))
print("""};

}  // namespace special""")
