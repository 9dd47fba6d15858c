#!/usr/bin/env python3
"""Writes reference.hpp: correctly rounded values of the elementary functions, which those of nabla::math are held against.

They come from MPFR, called through ctypes, with the digits and the exponents of float and double. Arguments that the
function refuses (poles, and what gives no number) are left out.  python3 reference.py > reference.hpp
"""
import struct
from ctypes import CDLL, POINTER, Structure, byref, c_double, c_int, c_long, c_void_p
from ctypes.util import find_library
from math import copysign, inf, isinf, isnan, nan, pi, sqrt


class Number(Structure):
    _fields_ = [("precision", c_long), ("sign", c_int), ("exponent", c_long), ("digits", c_void_p)]


mpfr = CDLL(find_library("mpfr"))
mpfr.mpfr_set_emin.argtypes = mpfr.mpfr_set_emax.argtypes = [c_long]
mpfr.mpfr_init2.argtypes = [POINTER(Number), c_long]
mpfr.mpfr_set_d.argtypes = [POINTER(Number), c_double, c_int]
mpfr.mpfr_get_d.argtypes = [POINTER(Number), c_int]
mpfr.mpfr_get_d.restype = c_double
mpfr.mpfr_subnormalize.argtypes = [POINTER(Number), c_int, c_int]

FORMATS = {"double": (53, -1073, 1024, ""), "float": (24, -148, 128, "f")}


def rounded_to_float(x):
    try:
        return struct.unpack("f", struct.pack("f", x))[0]
    except OverflowError:
        return copysign(inf, x)


def value(name, form, *arguments):
    """The function's value, or None where it is refused."""
    digits, smallest, greatest, _ = FORMATS[form]
    mpfr.mpfr_set_emin(smallest)
    mpfr.mpfr_set_emax(greatest)
    result, *operands = [Number() for _ in range(len(arguments) + 1)]
    for number in (result, *operands):
        mpfr.mpfr_init2(byref(number), digits)
    for number, x in zip(operands, arguments):
        mpfr.mpfr_set_d(byref(number), x, 0)
    mpfr.mpfr_clear_flags()
    sign = [byref(c_int())] if name == "lgamma" else []
    function = getattr(mpfr, "mpfr_" + {"tgamma": "gamma"}.get(name, name))
    direction = function(byref(result), *sign, *[byref(number) for number in operands], 0)
    refused = mpfr.mpfr_divby0_p() or (mpfr.mpfr_nanflag_p() and not any(isnan(x) for x in arguments))
    mpfr.mpfr_subnormalize(byref(result), direction, 0)
    return None if refused else mpfr.mpfr_get_d(byref(result), 0)


def written(x, form):
    suffix = FORMATS[form][3]
    if isnan(x):
        return "nan" + suffix
    if isinf(x):
        return ("-" if x < 0 else "") + "inf" + suffix
    mantissa, _, exponent = x.hex().partition("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{int(exponent)}{suffix}"


def both(numbers):
    return [x for n in numbers for x in (n, -n)]


EVERYWHERE = both([0.0, inf, 5e-324, 1e-45, 2.2250738585072014e-308, 1.1754943508222875e-38, 1e-20, 1e-5, 0.1, 0.5, 1.0, 2.0, 3.0,
                   10.0, 100.5, 1e10, 3.4028234663852886e38, 1.7976931348623157e308]) + [nan]
EXPONENTIAL = both([0.75, 20.0, 88.7, 103.9, 709.75, 710.0, 744.4, 745.2])
ANGLES = both([pi / 4, pi / 2, pi, 1e22, 1e300]) + [float.fromhex("0x1.6ac5b262ca1ffp+849"), 355.0, 11.0]
UNARY = {
    "exp": EXPONENTIAL, "exp2": both([0.75, 127.5, 149.0, 149.5, 150.0, 1023.5, 1074.0, 1074.5, 1075.0]),
    "exp10": both([0.75, 22.0, 23.0, 38.5, 45.0, 308.2, 323.3]), "expm1": EXPONENTIAL,
    "log": [0.7, 0.9999999, 1.0000001, 1.5, 1e100], "log2": [0.7, 0.9999999, 1.0000001, 1.5, 1024.0, 1e100],
    "log10": [0.7, 0.9999999, 1.0000001, 1000.0, 1e22, 1e23], "log1p": [-0.9999999, -0.3, 0.26, 1e-9, 1e100],
    "sqrt": [0.25, 1e-310, 1e100, 7.0], "cbrt": both([27.0, 0.125, 1e-310, 1e100, 7.0]),
    "sin": ANGLES, "cos": ANGLES, "tan": ANGLES,
    "sinpi": both([0.25, 0.75, 1.25, 1.5, 2.5, 1000001.25]), "cospi": both([0.25, 0.75, 1.25, 1.5, 2.5, 1000001.25]),
    "asin": both([0.3, sqrt(0.5), 0.75, 0.9999999]), "acos": both([0.3, sqrt(0.5), 0.75, 0.9999999]),
    "atan": both([0.3, 0.375, 0.75, 1.25, 1e100]),
    "sinh": both([0.3, 18.0, 89.4, 710.4]), "cosh": both([0.3, 18.0, 89.4, 710.4]), "tanh": both([0.3, 9.0, 18.0, 19.5]),
    "asinh": both([0.3, 1e5, 1e100]), "acosh": [1.0000001, 1.25, 1e5, 1e100], "atanh": both([0.3, 0.06, 0.9999999]),
    "erf": both([0.3, 1.75, 3.9, 4.1, 5.9]), "erfc": both([0.3, 1.75, 3.9, 4.1, 8.0, 9.5, 10.2, 26.5, 27.3]),
    "tgamma": [-0.25, -1.5, -34.5, -170.5, -182.5, 0.25, 5.5, 20.0, 23.0, 35.0, 36.0, 171.5, 172.0],
    "lgamma": [-0.25, -1.5, -2.4570247382208006, -34.5, -1000.5, 0.25, 0.9999999, 1.0000001, 1.999999, 2.0000002, 5.5, 171.5, 1e100],
}
LIST = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, inf, -inf, nan]
PAIRS = [(x, y) for x in LIST for y in LIST]
BINARY = {
    "pow": PAIRS + [(2.25, 1.5), (10.0, 23.0), (0.1, 1e-5), (1.0000001, 1e9), (7.0, 300.0), (7.0, -300.0), (2.0, -1075.0), (2.0, -149.5),
                    (2.0, -150.0), (3.0, -680.0), (-1.5, 101.0), (1e-40, 1.1), (5e-324, 0.5), (4.0, -0.5), (1.1, 70.0), (0.3, 7.7)],
    "hypot": PAIRS + [(3.0, 4.0), (1e300, 1e300), (1e-300, 2e-300), (5e-324, 5e-324), (1.0, 1e-10), (1e20, -3.0), (1e-40, 1e-41)],
    "atan2": PAIRS + [(1e-300, 1e300), (1e300, 1e-300), (1e-300, -1e300), (1.5e-323, 2.0), (4.2e-45, 2.0), (0.1, 0.3), (-7.0, 0.2)],
}


def table(name, form, arguments):
    convert = rounded_to_float if form == "float" else float
    rows = {}
    for row in arguments:
        at = tuple(convert(x) for x in row)
        result = value(name, form, *at)
        if result is not None:
            rows["{" + ", ".join(written(x, form) for x in (*at, result)) + "}"] = None
    kind = "unary" if len(arguments[0]) == 1 else "binary"
    print(f"inline constexpr {kind}<{form}> {name}_{form}[] = {{")
    line = "   "
    for row in rows:
        if len(line) + len(row) > 126:
            print(line)
            line = "   "
        line += " " + row + ","
    print(line + "\n};")


print("""#pragma once

// Written by reference.py; do not edit.

#include <limits>

namespace reference {

template <class Float>
struct unary {
  Float x, value;
};
template <class Float>
struct binary {
  Float x, y, value;
};

inline constexpr double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr float inff = std::numeric_limits<float>::infinity(), nanf = std::numeric_limits<float>::quiet_NaN();
""")
for form in FORMATS:
    for name, arguments in UNARY.items():
        table(name, form, [(x,) for x in EVERYWHERE + arguments])
    for name, arguments in BINARY.items():
        table(name, form, arguments)
print("\n}  // namespace reference")
