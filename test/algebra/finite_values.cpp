#include <nabla/nabla.hpp>

// Rewriting keeps finite values: a power of a quotient is not taken apart, and derivatives are those of the canonical form.
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
static_assert(to_string(simplify(pow(2_c*x,3_c))) == "8*x^3" && to_string(simplify(pow(2_c*x*y,3_c))) == "8*(x*y)^3");

}  // namespace
