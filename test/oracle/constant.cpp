#include <oracle/accuracy.hpp>

#include <array>
#include <limits>

// Delicate points in constant expressions, where an infinity or NaN of a branch not taken, or of a factor that a zero wins over, would not
// compile at all. These formulas need no function that only some compilers evaluate there.

namespace {

using namespace oracle;

template <class F>
constexpr std::array<double, 4> derivatives(F f, double at) {
  return {f(x = at), derivative(f, x)(x = at), nabla::derivative<2>(f, x)(x = at), nabla::derivative<3>(f, x)(x = at)};
}
template <class F>
constexpr std::array<double, 3> jointly(F f, double at) {
  auto const all = value_gradient_hessian(f, x)(x = at);
  return {all.value, all.gradient[0], all.hessian[0][0]};
}
template <class F>
constexpr double forward(F f, double at) {
  return jvp(f, boost::hana::make_tuple(1_c), x)(x = at).tangent;
}
template <class F>
constexpr double backward(F f, double at) {
  return vjp(f, boost::hana::make_tuple(1_c), x)(x = at).adjoint[0];
}
template <class F>
constexpr bool comes_out(F f, double at, std::array<double, 4> expected) {
  return derivatives(f, at) == expected && jointly(f, at) == std::array{expected[0], expected[1], expected[2]} && forward(f, at) == expected[1] &&
         backward(f, at) == expected[1];
}

static_assert(comes_out(pow(x, 0_c), 0, {1, 0, 0, 0}));
static_assert(comes_out(pow(x, 2_c), 0, {0, 0, 2, 0}));
static_assert(comes_out(pow(x, 3_c), -2, {-8, 12, -12, 6}));
static_assert(comes_out(abs(x), 0, {0, 0, 0, 0}));
static_assert(comes_out(abs(x), -3, {3, -1, 0, 0}));
static_assert(comes_out(relu(x), 0, {0, 0, 0, 0}));
static_assert(comes_out(step(x), 0, {1, 0, 0, 0}));
static_assert(comes_out(select(x > 0_c, 1_c / x, x), 0, {0, 1, 0, 0}));
static_assert(comes_out(select(x > 0_c, x, 1_c / x), -2, {-0.5, -0.25, -0.25, -0.375}));
static_assert(comes_out(select(!equals(x, 0_c), 1_c / x, 3_c), 0, {3, 0, 0, 0}));
static_assert(comes_out(select(x <= 0_c || x >= 2_c, 0_c, 1_c / (x * (2_c - x))), 0, {0, 0, 0, 0}));
static_assert(comes_out(select(x <= 0_c || x >= 2_c, 0_c, 1_c / (x * (2_c - x))), 2, {0, 0, 0, 0}));
static_assert(comes_out(select(x > 0_c, select(x < 1_c, 1_c / (1_c - x), 0_c), x), 1, {0, 0, 0, 0}));
static_assert(comes_out(select(x > 0_c, 1_c / x, 0_c) + select(x > 1_c, 1_c / x, x), -1, {-1, 1, 0, 0}));

#if defined(__GNUC__) && !defined(__clang__)
static_assert(comes_out(select(x > 0_c, log(x), x), -1, {-1, 1, 0, 0}));
static_assert(comes_out(select(x > 0_c, sqrt(x) * log(x), x), 0, {0, 1, 0, 0}));
static_assert(comes_out(exp(select(x > 0_c, log(x), 0_c)), -1, {1, 0, 0, 0}));
static_assert(select(x > 0_c && y > 0_c, pow(x, y), 0_c)(x = -1, y = 0.5) == 0);
static_assert(value_gradient_hessian(select(x > 0_c && y > 0_c, pow(x, y), 0_c), x, y)(x = -1, y = 0.5).gradient == std::array{0.0, 0.0});
static_assert(value_gradient_hessian(pow(x, y), x, y)(x = 0, y = 3).gradient == std::array{0.0, 0.0});
static_assert(gradient(hypot(x, y), x, y)(x = 0, y = 0) == std::array{0.0, 0.0});
#endif

}  // namespace
