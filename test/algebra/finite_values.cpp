#include <nabla/nabla.hpp>

#include "support/one_type.hpp"

// Rewriting keeps finite values: a power of a quotient is evaluated as one, and derivatives are those of the canonical form.
namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto s = nabla::variable<"s">;
constexpr auto r = nabla::variable<"r">;

// The potential of Lennard and Jones, in units in which its powers do not fit a float.
constexpr auto lj = 4_c*(pow(s/r,12_c) - pow(s/r,6_c));
static_assert(derivative(lj,r)(r=3.8e-10f, s=3.4e-10f) < -8.4e8f);
static_assert(simplify(lj)(r=3.8e-10f, s=3.4e-10f) < -0.9f);
static_assert(simplify(square(x/y))(x=1e200,y=1e200) == 1);
static_assert(square(x*y) == x*x*y*y && pow(x/y, 3_c) == x*x*x/(y*y*y) && pow(2_c*x*y,2_c) == 4_c*x*x*y*y);
static_assert(derivative<2>(abs(x)*abs(x), x)(0.0) == 2 && derivative(sqrt(x*x), x)(0.0) == 0 && derivative(sqrt(x*x), x) == derivative(abs(x), x));
static_assert(to_string(simplify(pow(2_c*x,3_c))) == "8*x^3" && to_string(simplify(pow(2_c*x*y,3_c))) == "8*x^3*y^3");
// Equal products are one type, and powers of quotients are written, and evaluated, as such.
static_assert(one(pow(x*y,2_c), x*y*x*y) && one(pow(x*y,2_c), x*x*y*y) && one(pow(x/y,3_c), x*x*x/(y*y*y)) && one(pow(x/y,-3_c), pow(y/x,3_c)));
static_assert(one(pow(x*y/s,2_c)*s/x, x*y*y/s) && one(1_c/(x/y/s), y*s/x) && one(pow(pow(x*y,2_c)*s,3_c), pow(x*y,6_c)*s*s*s) && one(pow(-x*y,3_c), -(x*x*x*y*y*y)));
static_assert(to_string(simplify(lj)) == "4*(s/r)^12 - 4*(s/r)^6" && to_string(derivative(lj,r)) == "24*(s/r)^6/r - 48*(s/r)^12/r");
static_assert(to_string(derivative<2>(lj,r)) == "624*(s/r)^12/r^2 - 168*(s/r)^6/r^2" && derivative<2>(lj,r)(r=3.8e-10f, s=3.4e-10f) > 1e19f);
static_assert(to_string(simplify(x*x*x*y*y/(s*s))) == "x^3*y^2/s^2" && to_string(simplify(3_c*x*x*y*y/(s*s))) == "3*(x*y/s)^2" && to_string(simplify(x*x/pow(y,3_c))) == "x^2/y^3");
static_assert(simplify(square((x-y)/s))(x=3e-25f,y=1e-25f,s=1e-25f) > 3.9f);

}  // namespace
