"""What SymPy says of formulas: prints test/algebra/reference.hpp.

    python3 test/algebra/reference.py > test/algebra/reference.hpp        (python3-sympy)

A formula is written once, in Python's syntax, and translated to C++ as it stands; what is expected of it is computed by SymPy's
polynomials, which know nothing of canonical forms of ours, and written as a C++ expression too.
"""
import ast
import random

import sympy as s

x, y, z, a, b, c = symbols = s.symbols("x y z a b c", real=True)
names = {v.name: v for v in symbols}
functions = {"sin": s.sin, "cos": s.cos, "exp": s.exp, "log": s.log, "sqrt": s.sqrt}


def number(value):
    return f"{value}_c" if value >= 0 else f"(-{-value}_c)"


def as_written(text):
    """A formula in Python's syntax as a C++ expression of the same structure."""
    def walk(node):
        if isinstance(node, ast.BinOp):
            left, right = walk(node.left), walk(node.right)
            if isinstance(node.op, ast.Pow):
                return f"pow({left}, {right})"
            sign = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}[type(node.op)]
            return f"({left} {sign} {right})"
        if isinstance(node, ast.UnaryOp):
            return f"(-{walk(node.operand)})"
        if isinstance(node, ast.Call):
            return f"{node.func.id}({', '.join(map(walk, node.args))})"
        return node.id if isinstance(node, ast.Name) else number(node.value)
    return walk(ast.parse(text, mode="eval").body)


def cpp(e):
    """A SymPy expression as a C++ expression."""
    e = s.sympify(e)
    if e.is_Integer:
        return number(int(e))
    if e.is_Rational:
        return f"({number(int(e.p))} / {number(int(e.q))})"
    if e.is_Symbol:
        return e.name
    if e is s.E:
        return "exp(1_c)"
    if e is s.pi:
        return "nabla::pi"
    if e.is_Add:
        return "(" + " + ".join(cpp(t) for t in e.args) + ")"
    if e.is_Mul:
        return "(" + " * ".join(cpp(t) for t in e.args) + ")"
    if e.is_Pow:
        return f"sqrt({cpp(e.base)})" if e.exp == s.Rational(1, 2) else f"pow({cpp(e.base)}, {cpp(e.exp)})"
    return f"{e.func.__name__.lower()}({', '.join(cpp(t) for t in e.args)})"


def value(text):
    return s.sympify(text, locals={**names, **functions})


# --- the formulas

polynomials = """
x
7
x - x
(x + y)*(x - y)
(x + 1)**2
(x + 1)**2 - x**2
(x + y + z)**3
(2*x - 3*y)**4
(x/2 + y/3)**3
x*(y + z)*(y - z)
(x + 1)*(x + 2)*(x + 3)*(x + 4)
(x**2 + x + 1)*(x**2 - x + 1)
(x - 1)*(x**4 + x**3 + x**2 + x + 1)
(x + y)**2 - (x - y)**2
(a*x + b)*(c*x + a)
(a + b*x + c*x**2)**2
a*x**2 + b*x + c
(x + a)**5
(x*y + y*z + z*x)**2
x*(x*(x*(x + 1) + 2) + 3) + 4
(x + 1)**10
((x + 1)**2 + 1)**2
(1 - x)*(1 + x)*(1 + x**2)*(1 + x**4)
(x**3 - y**3) - (x - y)*(x**2 + x*y + y**2)
-(x - y)*(y - z)*(z - x)
(3*x + 6*y)**2/9
5*x*y*(2*x*y - 4)**2
(x + sin(y))**3
(x + sin(y))*(x - sin(y))
cos(z)*(x + y)**2 + x*cos(z)
(x*sin(y) + cos(z))**2 - x**2*sin(y)**2
(a - b)*x**3 + (b - a)*x**3 + (a + b)*x
(x + 123456789)*(x - 123456789)
(x**100 + 1)*(x**100 - 1)
x**2*y**2*z**2*(x + y + z)
""".strip().split("\n")

# A number and a monomial before a polynomial: what is to be taken out.
products = """
2*x**2*y + 4*x*y**2
6*x + 9*y
x/2 + y/4
x**3 + x**2
4*x**2*y**3*z - 6*x**3*y**2 + 10*x**2*y**2
x*y + x*z + x
-6*x + 4*y
12*a*x**2 - 18*a*b*x
x**2 - 1
3*x**5*y + 3*x**3*y**5 + 3*x**4*y**4
x*sin(y) + y*sin(y)
2*x*exp(z) - 4*x**2*exp(z)
3*x/4 + 9*x**2/2
a*b*c*x + a*b*c*y + a*b*c
100*x**2 - 100
""".strip().split("\n")

rationals = """
1/x + 1/y
x/2 + y/3
1/(1 + 1/x)
1/(x - 1) - 1/(x + 1)
1/x**2 + 1/x
1/(1 + 1/(1 + 1/(1 + 1/x)))
(2*x + 2*y)/(4*x)
(x**2 - 1)/(x - 1)
(x**3 + 1)/(x + 1) + 1/x
x/(x + y) + y/(x + y)
(a/b + c/x)/(a/x - c/b)
(x/y)**3 + x
1/(x*y) + 1/(y*z) + 1/(z*x)
((x + 1)/(x + 2))**2*(x + 2)
3/(4*x) - 5/(6*x**2)
""".strip().split("\n")

quadratics = """
2*x - 3
x*x - 2
x*x - 5*x + 6
x*x + 1
x*x - 2*x + 1
2*x*x - 1
x*x - x - 1
x*x - 8
3*x*x + 7*x - 11
x*x/2 - x/3 - 1/6
(x + 1)*(x - 5)
(x + 1)**3 - x**3 - 2
-x*x + 4*x + 1
1000*x*x - 1
x*x - 1000003
7*x*x - 28*x + 28
(2*x + 1)**2 - 12
x*(x - 1)
6*x*x - 5*x + 1
x + 1/3
9
""".strip().split("\n")


def rows(title, lines):
    print(f"#define {title}(ROW) \\")
    print(" \\\n".join("  " + line for line in lines))
    print()


def row(*items):
    return f"ROW({', '.join(items)})"


def main():
    print("#pragma once\n\n// Printed by test/algebra/reference.py; not edited by hand.\n")
    print("#include <nabla/nabla.hpp>\n\n// The variables of the rows.\nnamespace {\n\nusing namespace nabla::literals;\n")
    for name in "xyzabc":
        print(f'constexpr auto {name} = nabla::variable<"{name}">;')
    print("\n}  // namespace\n")

    print("// a formula, and its terms")
    rows("ALGEBRA_EXPANSIONS", [row(as_written(t), cpp(s.expand(value(t)))) for t in polynomials])

    in_two = [t for t in polynomials if s.expand(value(t)).is_polynomial(x, y)]

    print("// a formula, its degree in x, and in x and y together; that of 0 is -1")
    def degree(e, *by):
        p = s.Poly(s.expand(e), *by)
        return "-1" if p.is_zero else str(p.total_degree())
    rows("ALGEBRA_DEGREES", [row(as_written(t), degree(value(t), x), degree(value(t), x, y)) for t in in_two])

    print("// a formula, and the sum of its coefficients times powers of x")
    def collected(e, *by):
        p = s.Poly(s.expand(e), *by)
        return "(" + " + ".join(f"({cpp(s.expand(k))} * {cpp(s.prod(v**n for v, n in zip(by, m)))})" for m, k in p.terms()) + ")"
    rows("ALGEBRA_COLLECTIONS", [row(as_written(t), collected(value(t), x)) for t in polynomials[::2]])
    print("// the same by monomials in x and y")
    rows("ALGEBRA_COLLECTIONS_BY_TWO", [row(as_written(t), collected(value(t), x, y)) for t in in_two[1::2]])

    print("// a formula, a power of x, and its coefficient")
    random.seed(5)
    lines = []
    for t in polynomials:
        p = s.Poly(s.expand(value(t)), x)
        degrees = sorted({m[0] for m in p.monoms()})
        for n in {random.choice(degrees), random.randrange(0, 5)}:
            lines.append(row(as_written(t), number(n), cpp(s.expand(p.coeff_monomial(x**n)))))
    rows("ALGEBRA_COEFFICIENTS", lines)

    print("// a sum, the monomial that its terms have in common, and what remains")
    lines = []
    for t in products:
        e = value(t)
        generators = sorted(e.free_symbols | e.atoms(s.Function), key=str)
        p = s.Poly(e, *generators)
        content, rest = s.Poly(e, *generators, domain="QQ").primitive()
        if all(k < 0 for k in rest.coeffs()):
            content, rest = -content, -rest
        powers, rest = rest.terms_gcd()
        lines.append(row(as_written(t), cpp(s.Mul(content, *(g**n for g, n in zip(generators, powers)))), cpp(rest.as_expr())))
    rows("ALGEBRA_FACTORS", lines)

    print("// a formula, numerator and denominator in lowest terms, and their degrees in all variables")
    lines = []
    for t in rationals:
        n, d = s.fraction(s.cancel(s.together(value(t))))
        lines.append(row(as_written(t), cpp(s.expand(n)), cpp(s.expand(d)),
                         *(str(s.Poly(e, *(sorted(e.free_symbols, key=str) or [x])).total_degree()) for e in (n, d))))
    rows("ALGEBRA_FRACTIONS", lines)

    print("// a formula, and its real roots in ascending order")
    lines = []
    for t in quadratics:
        found = sorted(set(s.roots(s.Poly(value(t), x))), key=lambda r: s.re(r.evalf(30))) if value(t).has(x) else []
        lines.append(row(as_written(t), *(cpp(s.expand(r)) for r in found if r.is_real)))
    rows("ALGEBRA_ROOTS", lines)

    print("// a formula, whether it is even in x, odd, a polynomial in all its variables, a quotient of such, and linear in x")
    lines = []
    for t in polynomials[::2] + rationals[::2] + ["x**2 + cos(x)", "x**3*cos(x) + sin(x)", "sin(x)", "exp(x) + exp(-x)", "sqrt(x)", "x*sqrt(y)", "1/(x**2 + 1)",
                                        "x/(x**2 + 1)", "log(x)", "x*log(y) + z", "sin(x)*cos(y)", "x**y", "(x + 1)/(x - 1)"]:
        e = value(t)
        even, odd = (s.simplify(e.subs(x, -x) - k * e) == 0 for k in (1, -1))
        variables = sorted(e.free_symbols, key=str) or [x]
        flat = s.expand(e)
        linear = flat.is_polynomial(x) and (s.Poly(flat, x).is_zero or s.Poly(flat, x).degree() <= 1)
        lines.append(row(as_written(t), *(str(bool(v)).lower() for v in (even, odd, flat.is_polynomial(*variables), e.is_rational_function(*variables), linear))))
    rows("ALGEBRA_PROPERTIES", lines)


main()
