"""Reference values for constant evaluation, by mpmath: prints test/rules/constant_evaluation.inc.

    python3 test/rules/constant_evaluation.py > test/rules/constant_evaluation.inc

For each function: a point, the value and the derivative there (mpmath's numerical derivative at 60 digits).
"""
import mpmath as m

m.mp.dps = 60
half_gaussian = lambda x: m.exp(-x * x / 2) / m.sqrt(2 * m.pi)
cdf = lambda x: m.erfc(-x / m.sqrt(2)) / 2
functions = {
    "exp(x)": (m.exp, -1.25), "exp2(x)": (lambda x: m.power(2, x), 0.75), "exp10(x)": (lambda x: m.power(10, x), -0.75),
    "expm1(x)": (m.expm1, 1e-9), "log(x)": (m.log, 3.5), "log2(x)": (lambda x: m.log(x, 2), 3.5), "log10(x)": (m.log10, 3.5),
    "log1p(x)": (m.log1p, -1e-9), "sqrt(x)": (m.sqrt, 3.5), "cbrt(x)": (lambda x: m.cbrt(x), 3.5), "pow(x, 2.5_c)": (lambda x: x ** m.mpf(2.5), 3.5),
    "pow(2.5_c, x)": (lambda x: m.mpf(2.5) ** x, 3.5), "pow(x, x)": (lambda x: x ** x, 3.5),
    "sin(x)": (m.sin, 100), "cos(x)": (m.cos, 100), "tan(x)": (m.tan, 1.25), "sec(x)": (m.sec, 1.25), "csc(x)": (m.csc, 1.25),
    "cot(x)": (m.cot, 1.25), "asin(x)": (m.asin, 0.75), "acos(x)": (m.acos, 0.75), "atan(x)": (m.atan, -7), "asec(x)": (m.asec, 2.5),
    "acsc(x)": (m.acsc, 2.5), "acot(x)": (m.acot, 2.5), "sinpi(x)": (m.sinpi, 0.375), "cospi(x)": (m.cospi, 0.375),
    "sinc(x)": (m.sinc, 0.5), "atan2(x, 2_c)": (lambda x: m.atan2(x, 2), -3), "hypot(x, 2_c)": (lambda x: m.hypot(x, 2), 3),
    "sinh(x)": (m.sinh, -1.5), "cosh(x)": (m.cosh, -1.5), "tanh(x)": (m.tanh, 0.5), "sech(x)": (m.sech, 1.5), "csch(x)": (m.csch, 1.5),
    "coth(x)": (m.coth, 0.75), "asinh(x)": (m.asinh, -1.5), "acosh(x)": (m.acosh, 1.5), "atanh(x)": (m.atanh, 0.75),
    "asech(x)": (m.asech, 0.75), "acsch(x)": (m.acsch, 1.5), "acoth(x)": (m.acoth, 1.5),
    "erf(x)": (m.erf, 0.75), "erfc(x)": (m.erfc, 1.5), "normal_pdf(x)": (half_gaussian, 1.5), "normal_cdf(x)": (cdf, -1.5),
    "gelu(x)": (lambda x: x * cdf(x), 0.75), "tgamma(x)": (m.gamma, 4.5), "lgamma(x)": (m.loggamma, 4.5), "digamma(x)": (m.digamma, 4.5),
    "logistic(x)": (lambda x: 1 / (1 + m.exp(-x)), -1.5), "logit(x)": (lambda x: m.log(x / (1 - x)), 0.375),
    "softplus(x)": (lambda x: m.log1p(m.exp(x)), -3), "silu(x)": (lambda x: x / (1 + m.exp(-x)), 1.5),
    "logaddexp(x, 1_c)": (lambda x: m.log(m.exp(x) + m.e), 1.5), "log_sum_exp(x, 1_c, 2_c)": (lambda x: m.log(m.exp(x) + m.e + m.e ** 2), 1.5),
    "xlogx(x)": (lambda x: x * m.log(x), 1.5), "xlogy(x, x)": (lambda x: x * m.log(x), 1.5), "xlog1py(x, x)": (lambda x: x * m.log1p(x), 1.5),
    "elu(x)": (m.expm1, -1.5), "smoothstep(x)": (lambda x: 3 * x ** 2 - 2 * x ** 3, 0.375),
}
print("""// Printed by test/rules/constant_evaluation.py; not edited by hand.
// NABLA_TEST_FUNCTION(formula, point, value, derivative)
""")
for formula, (f, at) in functions.items():
    x = m.mpf(at)
    print("NABLA_TEST_FUNCTION((%s), %s, %s, %s)" % (formula, float(x).hex(), m.nstr(f(x), 25), m.nstr(m.diff(f, x), 25)))
