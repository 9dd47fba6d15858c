#pragma once

// Printed by test/algebra/reference.py; not edited by hand.

#include <nabla/nabla.hpp>

// The variables of the rows.
namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto a = nabla::variable<"a">;
constexpr auto b = nabla::variable<"b">;
constexpr auto c = nabla::variable<"c">;

}  // namespace

// a formula, and its terms
#define ALGEBRA_EXPANSIONS(ROW) \
  ROW(x, x) \
  ROW(7_c, 7_c) \
  ROW((x - x), 0_c) \
  ROW(((x + y) * (x - y)), (pow(x, 2_c) + ((-1_c) * pow(y, 2_c)))) \
  ROW(pow((x + 1_c), 2_c), (1_c + pow(x, 2_c) + (2_c * x))) \
  ROW((pow((x + 1_c), 2_c) - pow(x, 2_c)), (1_c + (2_c * x))) \
  ROW(pow(((x + y) + z), 3_c), (pow(x, 3_c) + pow(y, 3_c) + pow(z, 3_c) + (3_c * x * pow(y, 2_c)) + (3_c * x * pow(z, 2_c)) + (3_c * y * pow(x, 2_c)) + (3_c * y * pow(z, 2_c)) + (3_c * z * pow(x, 2_c)) + (3_c * z * pow(y, 2_c)) + (6_c * x * y * z))) \
  ROW(pow(((2_c * x) - (3_c * y)), 4_c), ((16_c * pow(x, 4_c)) + (81_c * pow(y, 4_c)) + ((-216_c) * x * pow(y, 3_c)) + ((-96_c) * y * pow(x, 3_c)) + (216_c * pow(x, 2_c) * pow(y, 2_c)))) \
  ROW(pow(((x / 2_c) + (y / 3_c)), 3_c), (((1_c / 8_c) * pow(x, 3_c)) + ((1_c / 27_c) * pow(y, 3_c)) + ((1_c / 4_c) * y * pow(x, 2_c)) + ((1_c / 6_c) * x * pow(y, 2_c)))) \
  ROW(((x * (y + z)) * (y - z)), ((x * pow(y, 2_c)) + ((-1_c) * x * pow(z, 2_c)))) \
  ROW(((((x + 1_c) * (x + 2_c)) * (x + 3_c)) * (x + 4_c)), (24_c + pow(x, 4_c) + (10_c * pow(x, 3_c)) + (35_c * pow(x, 2_c)) + (50_c * x))) \
  ROW((((pow(x, 2_c) + x) + 1_c) * ((pow(x, 2_c) - x) + 1_c)), (1_c + pow(x, 2_c) + pow(x, 4_c))) \
  ROW(((x - 1_c) * ((((pow(x, 4_c) + pow(x, 3_c)) + pow(x, 2_c)) + x) + 1_c)), ((-1_c) + pow(x, 5_c))) \
  ROW((pow((x + y), 2_c) - pow((x - y), 2_c)), (4_c * x * y)) \
  ROW((((a * x) + b) * ((c * x) + a)), ((a * b) + (x * pow(a, 2_c)) + (a * c * pow(x, 2_c)) + (b * c * x))) \
  ROW(pow(((a + (b * x)) + (c * pow(x, 2_c))), 2_c), (pow(a, 2_c) + (pow(b, 2_c) * pow(x, 2_c)) + (pow(c, 2_c) * pow(x, 4_c)) + (2_c * a * b * x) + (2_c * a * c * pow(x, 2_c)) + (2_c * b * c * pow(x, 3_c)))) \
  ROW((((a * pow(x, 2_c)) + (b * x)) + c), (c + (a * pow(x, 2_c)) + (b * x))) \
  ROW(pow((x + a), 5_c), (pow(a, 5_c) + pow(x, 5_c) + (5_c * a * pow(x, 4_c)) + (5_c * x * pow(a, 4_c)) + (10_c * pow(a, 2_c) * pow(x, 3_c)) + (10_c * pow(a, 3_c) * pow(x, 2_c)))) \
  ROW(pow((((x * y) + (y * z)) + (z * x)), 2_c), ((pow(x, 2_c) * pow(y, 2_c)) + (pow(x, 2_c) * pow(z, 2_c)) + (pow(y, 2_c) * pow(z, 2_c)) + (2_c * x * y * pow(z, 2_c)) + (2_c * x * z * pow(y, 2_c)) + (2_c * y * z * pow(x, 2_c)))) \
  ROW(((x * ((x * ((x * (x + 1_c)) + 2_c)) + 3_c)) + 4_c), (4_c + pow(x, 3_c) + pow(x, 4_c) + (2_c * pow(x, 2_c)) + (3_c * x))) \
  ROW(pow((x + 1_c), 10_c), (1_c + pow(x, 10_c) + (10_c * x) + (10_c * pow(x, 9_c)) + (45_c * pow(x, 2_c)) + (45_c * pow(x, 8_c)) + (120_c * pow(x, 3_c)) + (120_c * pow(x, 7_c)) + (210_c * pow(x, 4_c)) + (210_c * pow(x, 6_c)) + (252_c * pow(x, 5_c)))) \
  ROW(pow((pow((x + 1_c), 2_c) + 1_c), 2_c), (4_c + pow(x, 4_c) + (4_c * pow(x, 3_c)) + (8_c * x) + (8_c * pow(x, 2_c)))) \
  ROW(((((1_c - x) * (1_c + x)) * (1_c + pow(x, 2_c))) * (1_c + pow(x, 4_c))), (1_c + ((-1_c) * pow(x, 8_c)))) \
  ROW(((pow(x, 3_c) - pow(y, 3_c)) - ((x - y) * ((pow(x, 2_c) + (x * y)) + pow(y, 2_c)))), 0_c) \
  ROW((((-(x - y)) * (y - z)) * (z - x)), ((x * pow(z, 2_c)) + (y * pow(x, 2_c)) + (z * pow(y, 2_c)) + ((-1_c) * x * pow(y, 2_c)) + ((-1_c) * y * pow(z, 2_c)) + ((-1_c) * z * pow(x, 2_c)))) \
  ROW((pow(((3_c * x) + (6_c * y)), 2_c) / 9_c), (pow(x, 2_c) + (4_c * pow(y, 2_c)) + (4_c * x * y))) \
  ROW((((5_c * x) * y) * pow((((2_c * x) * y) - 4_c), 2_c)), (((-80_c) * pow(x, 2_c) * pow(y, 2_c)) + (20_c * pow(x, 3_c) * pow(y, 3_c)) + (80_c * x * y))) \
  ROW(pow((x + sin(y)), 3_c), (pow(x, 3_c) + pow(sin(y), 3_c) + (3_c * x * pow(sin(y), 2_c)) + (3_c * pow(x, 2_c) * sin(y)))) \
  ROW(((x + sin(y)) * (x - sin(y))), (pow(x, 2_c) + ((-1_c) * pow(sin(y), 2_c)))) \
  ROW(((cos(z) * pow((x + y), 2_c)) + (x * cos(z))), ((x * cos(z)) + (pow(x, 2_c) * cos(z)) + (pow(y, 2_c) * cos(z)) + (2_c * x * y * cos(z)))) \
  ROW((pow(((x * sin(y)) + cos(z)), 2_c) - (pow(x, 2_c) * pow(sin(y), 2_c))), (pow(cos(z), 2_c) + (2_c * x * cos(z) * sin(y)))) \
  ROW(((((a - b) * pow(x, 3_c)) + ((b - a) * pow(x, 3_c))) + ((a + b) * x)), ((a * x) + (b * x))) \
  ROW(((x + 123456789_c) * (x - 123456789_c)), ((-15241578750190521_c) + pow(x, 2_c))) \
  ROW(((pow(x, 100_c) + 1_c) * (pow(x, 100_c) - 1_c)), ((-1_c) + pow(x, 200_c))) \
  ROW((((pow(x, 2_c) * pow(y, 2_c)) * pow(z, 2_c)) * ((x + y) + z)), ((pow(x, 2_c) * pow(y, 2_c) * pow(z, 3_c)) + (pow(x, 2_c) * pow(y, 3_c) * pow(z, 2_c)) + (pow(x, 3_c) * pow(y, 2_c) * pow(z, 2_c))))

// a formula, its degree in x, and in x and y together; that of 0 is -1
#define ALGEBRA_DEGREES(ROW) \
  ROW(x, 1, 1) \
  ROW(7_c, 0, 0) \
  ROW((x - x), -1, -1) \
  ROW(((x + y) * (x - y)), 2, 2) \
  ROW(pow((x + 1_c), 2_c), 2, 2) \
  ROW((pow((x + 1_c), 2_c) - pow(x, 2_c)), 1, 1) \
  ROW(pow(((x + y) + z), 3_c), 3, 3) \
  ROW(pow(((2_c * x) - (3_c * y)), 4_c), 4, 4) \
  ROW(pow(((x / 2_c) + (y / 3_c)), 3_c), 3, 3) \
  ROW(((x * (y + z)) * (y - z)), 1, 3) \
  ROW(((((x + 1_c) * (x + 2_c)) * (x + 3_c)) * (x + 4_c)), 4, 4) \
  ROW((((pow(x, 2_c) + x) + 1_c) * ((pow(x, 2_c) - x) + 1_c)), 4, 4) \
  ROW(((x - 1_c) * ((((pow(x, 4_c) + pow(x, 3_c)) + pow(x, 2_c)) + x) + 1_c)), 5, 5) \
  ROW((pow((x + y), 2_c) - pow((x - y), 2_c)), 1, 2) \
  ROW((((a * x) + b) * ((c * x) + a)), 2, 2) \
  ROW(pow(((a + (b * x)) + (c * pow(x, 2_c))), 2_c), 4, 4) \
  ROW((((a * pow(x, 2_c)) + (b * x)) + c), 2, 2) \
  ROW(pow((x + a), 5_c), 5, 5) \
  ROW(pow((((x * y) + (y * z)) + (z * x)), 2_c), 2, 4) \
  ROW(((x * ((x * ((x * (x + 1_c)) + 2_c)) + 3_c)) + 4_c), 4, 4) \
  ROW(pow((x + 1_c), 10_c), 10, 10) \
  ROW(pow((pow((x + 1_c), 2_c) + 1_c), 2_c), 4, 4) \
  ROW(((((1_c - x) * (1_c + x)) * (1_c + pow(x, 2_c))) * (1_c + pow(x, 4_c))), 8, 8) \
  ROW(((pow(x, 3_c) - pow(y, 3_c)) - ((x - y) * ((pow(x, 2_c) + (x * y)) + pow(y, 2_c)))), -1, -1) \
  ROW((((-(x - y)) * (y - z)) * (z - x)), 2, 3) \
  ROW((pow(((3_c * x) + (6_c * y)), 2_c) / 9_c), 2, 2) \
  ROW((((5_c * x) * y) * pow((((2_c * x) * y) - 4_c), 2_c)), 3, 6) \
  ROW(((cos(z) * pow((x + y), 2_c)) + (x * cos(z))), 2, 2) \
  ROW(((((a - b) * pow(x, 3_c)) + ((b - a) * pow(x, 3_c))) + ((a + b) * x)), 1, 1) \
  ROW(((x + 123456789_c) * (x - 123456789_c)), 2, 2) \
  ROW(((pow(x, 100_c) + 1_c) * (pow(x, 100_c) - 1_c)), 200, 200) \
  ROW((((pow(x, 2_c) * pow(y, 2_c)) * pow(z, 2_c)) * ((x + y) + z)), 3, 5)

// a formula, and the sum of its coefficients times powers of x
#define ALGEBRA_COLLECTIONS(ROW) \
  ROW(x, ((1_c * x))) \
  ROW((x - x), ((0_c * 1_c))) \
  ROW(pow((x + 1_c), 2_c), ((1_c * pow(x, 2_c)) + (2_c * x) + (1_c * 1_c))) \
  ROW(pow(((x + y) + z), 3_c), ((1_c * pow(x, 3_c)) + (((3_c * y) + (3_c * z)) * pow(x, 2_c)) + (((3_c * pow(y, 2_c)) + (3_c * pow(z, 2_c)) + (6_c * y * z)) * x) + ((pow(y, 3_c) + pow(z, 3_c) + (3_c * y * pow(z, 2_c)) + (3_c * z * pow(y, 2_c))) * 1_c))) \
  ROW(pow(((x / 2_c) + (y / 3_c)), 3_c), (((1_c / 8_c) * pow(x, 3_c)) + (((1_c / 4_c) * y) * pow(x, 2_c)) + (((1_c / 6_c) * pow(y, 2_c)) * x) + (((1_c / 27_c) * pow(y, 3_c)) * 1_c))) \
  ROW(((((x + 1_c) * (x + 2_c)) * (x + 3_c)) * (x + 4_c)), ((1_c * pow(x, 4_c)) + (10_c * pow(x, 3_c)) + (35_c * pow(x, 2_c)) + (50_c * x) + (24_c * 1_c))) \
  ROW(((x - 1_c) * ((((pow(x, 4_c) + pow(x, 3_c)) + pow(x, 2_c)) + x) + 1_c)), ((1_c * pow(x, 5_c)) + ((-1_c) * 1_c))) \
  ROW((((a * x) + b) * ((c * x) + a)), (((a * c) * pow(x, 2_c)) + ((pow(a, 2_c) + (b * c)) * x) + ((a * b) * 1_c))) \
  ROW((((a * pow(x, 2_c)) + (b * x)) + c), ((a * pow(x, 2_c)) + (b * x) + (c * 1_c))) \
  ROW(pow((((x * y) + (y * z)) + (z * x)), 2_c), (((pow(y, 2_c) + pow(z, 2_c) + (2_c * y * z)) * pow(x, 2_c)) + (((2_c * y * pow(z, 2_c)) + (2_c * z * pow(y, 2_c))) * x) + ((pow(y, 2_c) * pow(z, 2_c)) * 1_c))) \
  ROW(pow((x + 1_c), 10_c), ((1_c * pow(x, 10_c)) + (10_c * pow(x, 9_c)) + (45_c * pow(x, 8_c)) + (120_c * pow(x, 7_c)) + (210_c * pow(x, 6_c)) + (252_c * pow(x, 5_c)) + (210_c * pow(x, 4_c)) + (120_c * pow(x, 3_c)) + (45_c * pow(x, 2_c)) + (10_c * x) + (1_c * 1_c))) \
  ROW(((((1_c - x) * (1_c + x)) * (1_c + pow(x, 2_c))) * (1_c + pow(x, 4_c))), (((-1_c) * pow(x, 8_c)) + (1_c * 1_c))) \
  ROW((((-(x - y)) * (y - z)) * (z - x)), (((y + ((-1_c) * z)) * pow(x, 2_c)) + ((pow(z, 2_c) + ((-1_c) * pow(y, 2_c))) * x) + (((z * pow(y, 2_c)) + ((-1_c) * y * pow(z, 2_c))) * 1_c))) \
  ROW((((5_c * x) * y) * pow((((2_c * x) * y) - 4_c), 2_c)), (((20_c * pow(y, 3_c)) * pow(x, 3_c)) + (((-80_c) * pow(y, 2_c)) * pow(x, 2_c)) + ((80_c * y) * x))) \
  ROW(((x + sin(y)) * (x - sin(y))), ((1_c * pow(x, 2_c)) + (((-1_c) * pow(sin(y), 2_c)) * 1_c))) \
  ROW((pow(((x * sin(y)) + cos(z)), 2_c) - (pow(x, 2_c) * pow(sin(y), 2_c))), (((2_c * cos(z) * sin(y)) * x) + (pow(cos(z), 2_c) * 1_c))) \
  ROW(((x + 123456789_c) * (x - 123456789_c)), ((1_c * pow(x, 2_c)) + ((-15241578750190521_c) * 1_c))) \
  ROW((((pow(x, 2_c) * pow(y, 2_c)) * pow(z, 2_c)) * ((x + y) + z)), (((pow(y, 2_c) * pow(z, 2_c)) * pow(x, 3_c)) + (((pow(y, 2_c) * pow(z, 3_c)) + (pow(y, 3_c) * pow(z, 2_c))) * pow(x, 2_c))))

// the same by monomials in x and y
#define ALGEBRA_COLLECTIONS_BY_TWO(ROW) \
  ROW(7_c, ((7_c * 1_c))) \
  ROW(((x + y) * (x - y)), ((1_c * pow(x, 2_c)) + ((-1_c) * pow(y, 2_c)))) \
  ROW((pow((x + 1_c), 2_c) - pow(x, 2_c)), ((2_c * x) + (1_c * 1_c))) \
  ROW(pow(((2_c * x) - (3_c * y)), 4_c), ((16_c * pow(x, 4_c)) + ((-96_c) * (y * pow(x, 3_c))) + (216_c * (pow(x, 2_c) * pow(y, 2_c))) + ((-216_c) * (x * pow(y, 3_c))) + (81_c * pow(y, 4_c)))) \
  ROW(((x * (y + z)) * (y - z)), ((1_c * (x * pow(y, 2_c))) + (((-1_c) * pow(z, 2_c)) * x))) \
  ROW((((pow(x, 2_c) + x) + 1_c) * ((pow(x, 2_c) - x) + 1_c)), ((1_c * pow(x, 4_c)) + (1_c * pow(x, 2_c)) + (1_c * 1_c))) \
  ROW((pow((x + y), 2_c) - pow((x - y), 2_c)), ((4_c * (x * y)))) \
  ROW(pow(((a + (b * x)) + (c * pow(x, 2_c))), 2_c), ((pow(c, 2_c) * pow(x, 4_c)) + ((2_c * b * c) * pow(x, 3_c)) + ((pow(b, 2_c) + (2_c * a * c)) * pow(x, 2_c)) + ((2_c * a * b) * x) + (pow(a, 2_c) * 1_c))) \
  ROW(pow((x + a), 5_c), ((1_c * pow(x, 5_c)) + ((5_c * a) * pow(x, 4_c)) + ((10_c * pow(a, 2_c)) * pow(x, 3_c)) + ((10_c * pow(a, 3_c)) * pow(x, 2_c)) + ((5_c * pow(a, 4_c)) * x) + (pow(a, 5_c) * 1_c))) \
  ROW(((x * ((x * ((x * (x + 1_c)) + 2_c)) + 3_c)) + 4_c), ((1_c * pow(x, 4_c)) + (1_c * pow(x, 3_c)) + (2_c * pow(x, 2_c)) + (3_c * x) + (4_c * 1_c))) \
  ROW(pow((pow((x + 1_c), 2_c) + 1_c), 2_c), ((1_c * pow(x, 4_c)) + (4_c * pow(x, 3_c)) + (8_c * pow(x, 2_c)) + (8_c * x) + (4_c * 1_c))) \
  ROW(((pow(x, 3_c) - pow(y, 3_c)) - ((x - y) * ((pow(x, 2_c) + (x * y)) + pow(y, 2_c)))), ((0_c * 1_c))) \
  ROW((pow(((3_c * x) + (6_c * y)), 2_c) / 9_c), ((1_c * pow(x, 2_c)) + (4_c * (x * y)) + (4_c * pow(y, 2_c)))) \
  ROW(((cos(z) * pow((x + y), 2_c)) + (x * cos(z))), ((cos(z) * pow(x, 2_c)) + ((2_c * cos(z)) * (x * y)) + (cos(z) * x) + (cos(z) * pow(y, 2_c)))) \
  ROW(((x + 123456789_c) * (x - 123456789_c)), ((1_c * pow(x, 2_c)) + ((-15241578750190521_c) * 1_c))) \
  ROW((((pow(x, 2_c) * pow(y, 2_c)) * pow(z, 2_c)) * ((x + y) + z)), ((pow(z, 2_c) * (pow(x, 3_c) * pow(y, 2_c))) + (pow(z, 2_c) * (pow(x, 2_c) * pow(y, 3_c))) + (pow(z, 3_c) * (pow(x, 2_c) * pow(y, 2_c)))))

// a formula, a power of x, and its coefficient
#define ALGEBRA_COEFFICIENTS(ROW) \
  ROW(x, 1_c, 1_c) \
  ROW(x, 2_c, 0_c) \
  ROW(7_c, 0_c, 7_c) \
  ROW(7_c, 3_c, 0_c) \
  ROW((x - x), 0_c, 0_c) \
  ROW(((x + y) * (x - y)), 0_c, ((-1_c) * pow(y, 2_c))) \
  ROW(pow((x + 1_c), 2_c), 1_c, 2_c) \
  ROW(pow((x + 1_c), 2_c), 3_c, 0_c) \
  ROW((pow((x + 1_c), 2_c) - pow(x, 2_c)), 0_c, 1_c) \
  ROW((pow((x + 1_c), 2_c) - pow(x, 2_c)), 3_c, 0_c) \
  ROW(pow(((x + y) + z), 3_c), 0_c, (pow(y, 3_c) + pow(z, 3_c) + (3_c * y * pow(z, 2_c)) + (3_c * z * pow(y, 2_c)))) \
  ROW(pow(((x + y) + z), 3_c), 4_c, 0_c) \
  ROW(pow(((2_c * x) - (3_c * y)), 4_c), 0_c, (81_c * pow(y, 4_c))) \
  ROW(pow(((2_c * x) - (3_c * y)), 4_c), 1_c, ((-216_c) * pow(y, 3_c))) \
  ROW(pow(((x / 2_c) + (y / 3_c)), 3_c), 1_c, ((1_c / 6_c) * pow(y, 2_c))) \
  ROW(pow(((x / 2_c) + (y / 3_c)), 3_c), 3_c, (1_c / 8_c)) \
  ROW(((x * (y + z)) * (y - z)), 1_c, (pow(y, 2_c) + ((-1_c) * pow(z, 2_c)))) \
  ROW(((((x + 1_c) * (x + 2_c)) * (x + 3_c)) * (x + 4_c)), 1_c, 50_c) \
  ROW(((((x + 1_c) * (x + 2_c)) * (x + 3_c)) * (x + 4_c)), 3_c, 10_c) \
  ROW((((pow(x, 2_c) + x) + 1_c) * ((pow(x, 2_c) - x) + 1_c)), 0_c, 1_c) \
  ROW((((pow(x, 2_c) + x) + 1_c) * ((pow(x, 2_c) - x) + 1_c)), 1_c, 0_c) \
  ROW(((x - 1_c) * ((((pow(x, 4_c) + pow(x, 3_c)) + pow(x, 2_c)) + x) + 1_c)), 1_c, 0_c) \
  ROW(((x - 1_c) * ((((pow(x, 4_c) + pow(x, 3_c)) + pow(x, 2_c)) + x) + 1_c)), 5_c, 1_c) \
  ROW((pow((x + y), 2_c) - pow((x - y), 2_c)), 0_c, 0_c) \
  ROW((pow((x + y), 2_c) - pow((x - y), 2_c)), 1_c, (4_c * y)) \
  ROW((((a * x) + b) * ((c * x) + a)), 0_c, (a * b)) \
  ROW((((a * x) + b) * ((c * x) + a)), 1_c, (pow(a, 2_c) + (b * c))) \
  ROW(pow(((a + (b * x)) + (c * pow(x, 2_c))), 2_c), 1_c, (2_c * a * b)) \
  ROW((((a * pow(x, 2_c)) + (b * x)) + c), 0_c, c) \
  ROW((((a * pow(x, 2_c)) + (b * x)) + c), 2_c, a) \
  ROW(pow((x + a), 5_c), 1_c, (5_c * pow(a, 4_c))) \
  ROW(pow((x + a), 5_c), 2_c, (10_c * pow(a, 3_c))) \
  ROW(pow((((x * y) + (y * z)) + (z * x)), 2_c), 1_c, ((2_c * y * pow(z, 2_c)) + (2_c * z * pow(y, 2_c)))) \
  ROW(pow((((x * y) + (y * z)) + (z * x)), 2_c), 2_c, (pow(y, 2_c) + pow(z, 2_c) + (2_c * y * z))) \
  ROW(((x * ((x * ((x * (x + 1_c)) + 2_c)) + 3_c)) + 4_c), 1_c, 3_c) \
  ROW(pow((x + 1_c), 10_c), 2_c, 45_c) \
  ROW(pow((x + 1_c), 10_c), 6_c, 210_c) \
  ROW(pow((pow((x + 1_c), 2_c) + 1_c), 2_c), 0_c, 4_c) \
  ROW(pow((pow((x + 1_c), 2_c) + 1_c), 2_c), 2_c, 8_c) \
  ROW(((((1_c - x) * (1_c + x)) * (1_c + pow(x, 2_c))) * (1_c + pow(x, 4_c))), 8_c, (-1_c)) \
  ROW(((((1_c - x) * (1_c + x)) * (1_c + pow(x, 2_c))) * (1_c + pow(x, 4_c))), 1_c, 0_c) \
  ROW(((pow(x, 3_c) - pow(y, 3_c)) - ((x - y) * ((pow(x, 2_c) + (x * y)) + pow(y, 2_c)))), 0_c, 0_c) \
  ROW(((pow(x, 3_c) - pow(y, 3_c)) - ((x - y) * ((pow(x, 2_c) + (x * y)) + pow(y, 2_c)))), 2_c, 0_c) \
  ROW((((-(x - y)) * (y - z)) * (z - x)), 0_c, ((z * pow(y, 2_c)) + ((-1_c) * y * pow(z, 2_c)))) \
  ROW((((-(x - y)) * (y - z)) * (z - x)), 2_c, (y + ((-1_c) * z))) \
  ROW((pow(((3_c * x) + (6_c * y)), 2_c) / 9_c), 1_c, (4_c * y)) \
  ROW((pow(((3_c * x) + (6_c * y)), 2_c) / 9_c), 4_c, 0_c) \
  ROW((((5_c * x) * y) * pow((((2_c * x) * y) - 4_c), 2_c)), 0_c, 0_c) \
  ROW((((5_c * x) * y) * pow((((2_c * x) * y) - 4_c), 2_c)), 3_c, (20_c * pow(y, 3_c))) \
  ROW(pow((x + sin(y)), 3_c), 0_c, pow(sin(y), 3_c)) \
  ROW(pow((x + sin(y)), 3_c), 2_c, (3_c * sin(y))) \
  ROW(((x + sin(y)) * (x - sin(y))), 2_c, 1_c) \
  ROW(((cos(z) * pow((x + y), 2_c)) + (x * cos(z))), 1_c, ((2_c * y * cos(z)) + cos(z))) \
  ROW(((cos(z) * pow((x + y), 2_c)) + (x * cos(z))), 3_c, 0_c) \
  ROW((pow(((x * sin(y)) + cos(z)), 2_c) - (pow(x, 2_c) * pow(sin(y), 2_c))), 1_c, (2_c * cos(z) * sin(y))) \
  ROW(((((a - b) * pow(x, 3_c)) + ((b - a) * pow(x, 3_c))) + ((a + b) * x)), 1_c, (a + b)) \
  ROW(((((a - b) * pow(x, 3_c)) + ((b - a) * pow(x, 3_c))) + ((a + b) * x)), 3_c, 0_c) \
  ROW(((x + 123456789_c) * (x - 123456789_c)), 0_c, (-15241578750190521_c)) \
  ROW(((pow(x, 100_c) + 1_c) * (pow(x, 100_c) - 1_c)), 200_c, 1_c) \
  ROW(((pow(x, 100_c) + 1_c) * (pow(x, 100_c) - 1_c)), 0_c, (-1_c)) \
  ROW((((pow(x, 2_c) * pow(y, 2_c)) * pow(z, 2_c)) * ((x + y) + z)), 3_c, (pow(y, 2_c) * pow(z, 2_c)))

// a sum, the monomial that its terms have in common, and what remains
#define ALGEBRA_FACTORS(ROW) \
  ROW((((2_c * pow(x, 2_c)) * y) + ((4_c * x) * pow(y, 2_c))), (2_c * x * y), (x + (2_c * y))) \
  ROW(((6_c * x) + (9_c * y)), 3_c, ((2_c * x) + (3_c * y))) \
  ROW(((x / 2_c) + (y / 4_c)), (1_c / 4_c), (y + (2_c * x))) \
  ROW((pow(x, 3_c) + pow(x, 2_c)), pow(x, 2_c), (1_c + x)) \
  ROW((((((4_c * pow(x, 2_c)) * pow(y, 3_c)) * z) - ((6_c * pow(x, 3_c)) * pow(y, 2_c))) + ((10_c * pow(x, 2_c)) * pow(y, 2_c))), (2_c * pow(x, 2_c) * pow(y, 2_c)), (5_c + ((-3_c) * x) + (2_c * y * z))) \
  ROW((((x * y) + (x * z)) + x), x, (1_c + y + z)) \
  ROW((((-6_c) * x) + (4_c * y)), 2_c, (((-3_c) * x) + (2_c * y))) \
  ROW((((12_c * a) * pow(x, 2_c)) - (((18_c * a) * b) * x)), (6_c * a * x), (((-3_c) * b) + (2_c * x))) \
  ROW((pow(x, 2_c) - 1_c), 1_c, ((-1_c) + pow(x, 2_c))) \
  ROW(((((3_c * pow(x, 5_c)) * y) + ((3_c * pow(x, 3_c)) * pow(y, 5_c))) + ((3_c * pow(x, 4_c)) * pow(y, 4_c))), (3_c * y * pow(x, 3_c)), (pow(x, 2_c) + pow(y, 4_c) + (x * pow(y, 3_c)))) \
  ROW(((x * sin(y)) + (y * sin(y))), sin(y), (x + y)) \
  ROW((((2_c * x) * exp(z)) - ((4_c * pow(x, 2_c)) * exp(z))), (2_c * x * exp(z)), (1_c + ((-2_c) * x))) \
  ROW((((3_c * x) / 4_c) + ((9_c * pow(x, 2_c)) / 2_c)), ((3_c / 4_c) * x), (1_c + (6_c * x))) \
  ROW((((((a * b) * c) * x) + (((a * b) * c) * y)) + ((a * b) * c)), (a * b * c), (1_c + x + y)) \
  ROW(((100_c * pow(x, 2_c)) - 100_c), 100_c, ((-1_c) + pow(x, 2_c)))

// a formula, numerator and denominator in lowest terms, and their degrees in all variables
#define ALGEBRA_FRACTIONS(ROW) \
  ROW(((1_c / x) + (1_c / y)), (x + y), (x * y), 1, 2) \
  ROW(((x / 2_c) + (y / 3_c)), (((1_c / 2_c) * x) + ((1_c / 3_c) * y)), 1_c, 1, 0) \
  ROW((1_c / (1_c + (1_c / x))), x, (1_c + x), 1, 1) \
  ROW(((1_c / (x - 1_c)) - (1_c / (x + 1_c))), 2_c, ((-1_c) + pow(x, 2_c)), 0, 2) \
  ROW(((1_c / pow(x, 2_c)) + (1_c / x)), (1_c + x), pow(x, 2_c), 1, 2) \
  ROW((1_c / (1_c + (1_c / (1_c + (1_c / (1_c + (1_c / x))))))), (1_c + (2_c * x)), (2_c + (3_c * x)), 1, 1) \
  ROW((((2_c * x) + (2_c * y)) / (4_c * x)), (x + y), (2_c * x), 1, 1) \
  ROW(((pow(x, 2_c) - 1_c) / (x - 1_c)), (1_c + x), 1_c, 1, 0) \
  ROW((((pow(x, 3_c) + 1_c) / (x + 1_c)) + (1_c / x)), (1_c + x + pow(x, 3_c) + ((-1_c) * pow(x, 2_c))), x, 3, 1) \
  ROW(((x / (x + y)) + (y / (x + y))), 1_c, 1_c, 0, 0) \
  ROW((((a / b) + (c / x)) / ((a / x) - (c / b))), (((-1_c) * a * x) + ((-1_c) * b * c)), ((c * x) + ((-1_c) * a * b)), 2, 2) \
  ROW((pow((x / y), 3_c) + x), (pow(x, 3_c) + (x * pow(y, 3_c))), pow(y, 3_c), 4, 3) \
  ROW((((1_c / (x * y)) + (1_c / (y * z))) + (1_c / (z * x))), (x + y + z), (x * y * z), 1, 3) \
  ROW((pow(((x + 1_c) / (x + 2_c)), 2_c) * (x + 2_c)), (1_c + pow(x, 2_c) + (2_c * x)), (2_c + x), 2, 1) \
  ROW(((3_c / (4_c * x)) - (5_c / (6_c * pow(x, 2_c)))), ((-10_c) + (9_c * x)), (12_c * pow(x, 2_c)), 1, 2)

// a formula, and its real roots in ascending order
#define ALGEBRA_ROOTS(ROW) \
  ROW(((2_c * x) - 3_c), (3_c / 2_c)) \
  ROW(((x * x) - 2_c), ((-1_c) * sqrt(2_c)), sqrt(2_c)) \
  ROW((((x * x) - (5_c * x)) + 6_c), 2_c, 3_c) \
  ROW(((x * x) + 1_c)) \
  ROW((((x * x) - (2_c * x)) + 1_c), 1_c) \
  ROW((((2_c * x) * x) - 1_c), (((-1_c) / 2_c) * sqrt(2_c)), ((1_c / 2_c) * sqrt(2_c))) \
  ROW((((x * x) - x) - 1_c), ((1_c / 2_c) + (((-1_c) / 2_c) * sqrt(5_c))), ((1_c / 2_c) + ((1_c / 2_c) * sqrt(5_c)))) \
  ROW(((x * x) - 8_c), ((-2_c) * sqrt(2_c)), (2_c * sqrt(2_c))) \
  ROW(((((3_c * x) * x) + (7_c * x)) - 11_c), (((-7_c) / 6_c) + (((-1_c) / 6_c) * sqrt(181_c))), (((-7_c) / 6_c) + ((1_c / 6_c) * sqrt(181_c)))) \
  ROW(((((x * x) / 2_c) - (x / 3_c)) - (1_c / 6_c)), ((-1_c) / 3_c), 1_c) \
  ROW(((x + 1_c) * (x - 5_c)), (-1_c), 5_c) \
  ROW(((pow((x + 1_c), 3_c) - pow(x, 3_c)) - 2_c), (((-1_c) / 2_c) + (((-1_c) / 6_c) * sqrt(21_c))), (((-1_c) / 2_c) + ((1_c / 6_c) * sqrt(21_c)))) \
  ROW(((((-x) * x) + (4_c * x)) + 1_c), (2_c + ((-1_c) * sqrt(5_c))), (2_c + sqrt(5_c))) \
  ROW((((1000_c * x) * x) - 1_c), (((-1_c) / 100_c) * sqrt(10_c)), ((1_c / 100_c) * sqrt(10_c))) \
  ROW(((x * x) - 1000003_c), ((-1_c) * sqrt(1000003_c)), sqrt(1000003_c)) \
  ROW(((((7_c * x) * x) - (28_c * x)) + 28_c), 2_c) \
  ROW((pow(((2_c * x) + 1_c), 2_c) - 12_c), (((-1_c) / 2_c) + ((-1_c) * sqrt(3_c))), (((-1_c) / 2_c) + sqrt(3_c))) \
  ROW((x * (x - 1_c)), 0_c, 1_c) \
  ROW(((((6_c * x) * x) - (5_c * x)) + 1_c), (1_c / 3_c), (1_c / 2_c)) \
  ROW((x + (1_c / 3_c)), ((-1_c) / 3_c)) \
  ROW(9_c)

// a formula, whether it is even in x, odd, a polynomial in all its variables, a quotient of such, and linear in x
#define ALGEBRA_PROPERTIES(ROW) \
  ROW(x, false, true, true, true, true) \
  ROW((x - x), true, true, true, true, true) \
  ROW(pow((x + 1_c), 2_c), false, false, true, true, false) \
  ROW(pow(((x + y) + z), 3_c), false, false, true, true, false) \
  ROW(pow(((x / 2_c) + (y / 3_c)), 3_c), false, false, true, true, false) \
  ROW(((((x + 1_c) * (x + 2_c)) * (x + 3_c)) * (x + 4_c)), false, false, true, true, false) \
  ROW(((x - 1_c) * ((((pow(x, 4_c) + pow(x, 3_c)) + pow(x, 2_c)) + x) + 1_c)), false, false, true, true, false) \
  ROW((((a * x) + b) * ((c * x) + a)), false, false, true, true, false) \
  ROW((((a * pow(x, 2_c)) + (b * x)) + c), false, false, true, true, false) \
  ROW(pow((((x * y) + (y * z)) + (z * x)), 2_c), false, false, true, true, false) \
  ROW(pow((x + 1_c), 10_c), false, false, true, true, false) \
  ROW(((((1_c - x) * (1_c + x)) * (1_c + pow(x, 2_c))) * (1_c + pow(x, 4_c))), true, false, true, true, false) \
  ROW((((-(x - y)) * (y - z)) * (z - x)), false, false, true, true, false) \
  ROW((((5_c * x) * y) * pow((((2_c * x) * y) - 4_c), 2_c)), false, false, true, true, false) \
  ROW(((x + sin(y)) * (x - sin(y))), true, false, false, false, false) \
  ROW((pow(((x * sin(y)) + cos(z)), 2_c) - (pow(x, 2_c) * pow(sin(y), 2_c))), false, false, false, false, true) \
  ROW(((x + 123456789_c) * (x - 123456789_c)), true, false, true, true, false) \
  ROW((((pow(x, 2_c) * pow(y, 2_c)) * pow(z, 2_c)) * ((x + y) + z)), false, false, true, true, false) \
  ROW(((1_c / x) + (1_c / y)), false, false, false, true, false) \
  ROW((1_c / (1_c + (1_c / x))), false, false, false, true, false) \
  ROW(((1_c / pow(x, 2_c)) + (1_c / x)), false, false, false, true, false) \
  ROW((((2_c * x) + (2_c * y)) / (4_c * x)), false, false, false, true, false) \
  ROW((((pow(x, 3_c) + 1_c) / (x + 1_c)) + (1_c / x)), false, false, false, true, false) \
  ROW((((a / b) + (c / x)) / ((a / x) - (c / b))), false, false, false, true, false) \
  ROW((((1_c / (x * y)) + (1_c / (y * z))) + (1_c / (z * x))), false, false, false, true, false) \
  ROW(((3_c / (4_c * x)) - (5_c / (6_c * pow(x, 2_c)))), false, false, false, true, false) \
  ROW((pow(x, 2_c) + cos(x)), true, false, false, false, false) \
  ROW(((pow(x, 3_c) * cos(x)) + sin(x)), false, true, false, false, false) \
  ROW(sin(x), false, true, false, false, false) \
  ROW((exp(x) + exp((-x))), true, false, false, false, false) \
  ROW(sqrt(x), false, false, false, false, false) \
  ROW((x * sqrt(y)), false, true, false, false, true) \
  ROW((1_c / (pow(x, 2_c) + 1_c)), true, false, false, true, false) \
  ROW((x / (pow(x, 2_c) + 1_c)), false, true, false, true, false) \
  ROW(log(x), false, false, false, false, false) \
  ROW(((x * log(y)) + z), false, false, false, false, true) \
  ROW((sin(x) * cos(y)), false, true, false, false, false) \
  ROW(pow(x, y), false, false, false, false, false) \
  ROW(((x + 1_c) / (x - 1_c)), false, false, false, true, false)

