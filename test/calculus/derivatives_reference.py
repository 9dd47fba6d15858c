"""Values of formulas of one variable and of their first twelve derivatives, by mpmath: prints calculus/derivatives_reference.hpp.

    python3 test/calculus/derivatives_reference.py > test/calculus/derivatives_reference.hpp        (python3-mpmath)

A formula is its mathematical definition. Its derivatives are mpmath's difference quotients at 150 digits, and again at 200 with other
steps; both must agree to 45. They know no rule of ours, and no series. Points are doubles, to be read exactly.
"""
import mpmath as m

ORDER = 12

one = {
    "sin": (m.sin, [0.3, -2.5]),
    "exp": (m.exp, [0.7]),
    "tan": (m.tan, [0.5, 1.25]),
    "tanh": (m.tanh, [0.3, -1.1]),
    "logistic": (lambda x: 1 / (1 + m.exp(-x)), [0.4, -3.0]),
    "log": (m.log, [0.125, 3.0]),
    "reciprocal": (lambda x: 1 / (1 + x * x), [0.3, -2.0]),
    "wave_of_exponential": (lambda x: m.sin(m.exp(x)), [0.3]),
    "damped_wave": (lambda x: m.exp(-x * x) * m.cos(x), [0.7]),
    "root": (lambda x: m.sqrt(1 + x * x) / (2 + m.sin(x)), [0.6]),
    "log_of_sum": (lambda x: m.log(1 + x * x + m.exp(x)), [0.2]),
    "error_function": (m.erf, [0.4, -1.5]),
    "gamma": (m.gamma, [2.5]),
    "atan": (m.atan, [0.3, 2.0]),
    "asin": (m.asin, [0.25]),
    "acosh": (m.acosh, [1.75]),
    "cube_root_of_sum": (lambda x: m.cbrt(2 + m.cos(x)), [0.9]),
    "power_of_wave": (lambda x: (2 + m.sin(x)) ** 7, [0.3]),
    "negative_power": (lambda x: m.sin(x) ** m.mpf(-1.5), [0.8]),
    "power_of_polynomial": (lambda x: (1 + x + x**3) ** m.mpf(2.5), [0.3]),
    "self_power": (lambda x: x**x, [1.5]),
    "entropy": (lambda x: (1 + x * x) * m.log(1 + x * x), [0.4]),
    "angle": (lambda x: m.atan2(m.sin(x), 2 + x), [0.5]),
    "length": (lambda x: m.sqrt(x**2 + m.exp(x) ** 2), [0.3]),
    "cardinal_sine": (lambda x: m.sin(x) / x if x else m.mpf(1), [0.75]),
}


def derivatives(f, at, digits):
    with m.workdps(digits):
        return list(m.diffs(f, m.mpf(at), ORDER))


def main():
    print("#pragma once\n\n// Printed by test/calculus/derivatives_reference.py; not edited by hand.\n\nnamespace derivatives {\n")
    print("struct reference {\n  char const* name;\n  double at;\n  char const* values[%d];  // the formula and its derivatives\n};\n" % (ORDER + 1))
    print("inline constexpr reference references[] = {")
    for name, (f, points) in one.items():
        for at in points:
            found, again = derivatives(f, at, 150), derivatives(f, at, 200)
            for a, b in zip(found, again):
                if abs(a - b) > abs(b) * m.mpf(10) ** -45:
                    raise ArithmeticError(f"{name} at {at}: {m.nstr(a, 50)}, {m.nstr(b, 50)}")
            with m.workdps(60):
                print('    {"%s", %s, {%s}},' % (name, float(at).hex(), ",\n     ".join('"%s"' % m.nstr(v, 45) for v in again)))
    print("};\n\n}  // namespace derivatives")


main()
