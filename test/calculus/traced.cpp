#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

#include <array>

// The operators whose results are formulas, on generic code; the oracle is the same by formulas.

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto cubic = nabla::trace<1>([](auto x) { return x * x * x + 2 * x; });
static_assert(derivative(cubic)(2.0) == 14 && derivative<2>(cubic)(2.0) == 12);
static_assert(nabla::taylor<2>(cubic, 1_c)(2.0) == 11);  // 3 + 5 (x - 1) + 3 (x - 1)^2

constexpr auto field = nabla::trace<3>([](auto const& x) { return std::array{x[0] * x[1], x[1] * x[2], x[2] * x[0]}; });
static_assert(divergence(field)(1.0, 2.0, 4.0) == 7);
static_assert(laplacian(nabla::trace<2>([](auto const& x) { return x[0] * x[0] * x[1] + x[1] * x[1]; }))(3.0, 5.0) == 12);
static_assert(directional_derivative(nabla::trace<2>([](auto const& x) { return x[0] * x[1]; }), hana::make_tuple(2_c, 3_c))(5.0, 7.0) == 29);

}  // namespace
