"""Reference values of every primitive, by mpmath: prints support/oracle/rules.hpp.

    python3 test/support/oracle/rules.py > test/support/oracle/rules.hpp

For each primitive and each point: the value, the partials, the second partials (aa, ab, bb), 40 digits.
Partials are mpmath's numerical derivatives at 120 digits: they know no rule of ours.
"""
import mpmath as m

m.mp.dps = 120

# name: (function, interval or intervals of the operands)
unary = {
    "negate": (lambda x: -x, (-2, 2)),
    "sqrt": (m.sqrt, (0.1, 4)), "cbrt": (lambda x: m.sign(x) * m.root(abs(x), 3), (0.1, 4)),
    "exp": (m.exp, (-2, 2)), "exp2": (lambda x: m.power(2, x), (-2, 2)), "expm1": (m.expm1, (-2, 2)),
    "log": (m.log, (0.1, 4)), "log2": (lambda x: m.log(x) / m.log(2), (0.1, 4)),
    "log10": (lambda x: m.log(x) / m.log(10), (0.1, 4)), "log1p": (m.log1p, (-0.5, 4)),
    "sin": (m.sin, (-3, 3)), "cos": (m.cos, (-3, 3)), "tan": (m.tan, (-1.2, 1.2)),
    "asin": (m.asin, (-0.9, 0.9)), "acos": (m.acos, (-0.9, 0.9)), "atan": (m.atan, (-3, 3)),
    "sinh": (m.sinh, (-2, 2)), "cosh": (m.cosh, (-2, 2)), "tanh": (m.tanh, (-2, 2)),
    "sign": (m.sign, (0.5, 2)), "abs": (abs, (0.5, 2)),
}
binary = {
    "plus": (lambda a, b: a + b, (-2, 2)), "minus": (lambda a, b: a - b, (-2, 2)), "times": (lambda a, b: a * b, (-2, 2)),
    "divides": (lambda a, b: a / b, (0.5, 2)), "power": (m.power, (0.5, 2)), "xlogy": (lambda a, b: a * m.log(b), (0.1, 4)),
}
# Points inside the interval, exact in binary so that every scalar type means the same point.
fractions = (m.mpf(3) / 64, m.mpf(19) / 64, m.mpf(34) / 64, m.mpf(61) / 64)


def points(interval):
    low, high = map(m.mpf, interval)
    return [m.mpf(int((low + f * (high - low)) * 256)) / 256 for f in fractions]


def text(value):
    return '"' + m.nstr(value, 40) + '"'


def row(name, at, values):
    print("    {%s, {%s}, {%s}}," % ('"' + name + '"', ", ".join(text(x) for x in at), ", ".join(text(v) for v in values)))


print("""#pragma once

// Printed by test/support/oracle/rules.py; not edited by hand.

namespace support {

struct rule_reference {
  char const* name;
  char const* at[2];      // the operands
  char const* values[6];  // value; partials by a and b; second partials aa, ab, bb
};

inline constexpr rule_reference rule_references[] = {""")
for name, (f, interval) in unary.items():
    for x in points(interval):
        row(name, [x, m.mpf(0)], [f(x), m.diff(f, x), m.mpf(0), m.diff(f, x, 2), m.mpf(0), m.mpf(0)])
for name, (f, interval) in binary.items():
    at = points(interval)
    for a, b in zip(at, at[1:] + at[:1]):
        row(name, [a, b], [f(a, b)] + [m.diff(f, (a, b), n) for n in ((1, 0), (0, 1), (2, 0), (1, 1), (0, 2))])
print("""};

}  // namespace support""")
