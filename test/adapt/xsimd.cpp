#include <nabla/adapt/xsimd.hpp>
#include <nabla/nabla.hpp>

#include <batch/lanes.hpp>

#include <array>
#include <vector>

// xsimd's packs: their functions held to what std::experimental::simd's are, and a batch of them.

namespace {

using namespace nabla::literals;
constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

}  // namespace

BOOST_AUTO_TEST_SUITE(adapt_xsimd)

BOOST_AUTO_TEST_CASE(packs_of_double) { batch_lanes::check_pack<xsimd::batch<double>>(); }
BOOST_AUTO_TEST_CASE(packs_of_float) { batch_lanes::check_pack<xsimd::batch<float>>(); }

BOOST_AUTO_TEST_CASE(batches) {
  constexpr auto f = select(x < 0.25_c, exp(-x * x) * erfc(y), log(1_c + x) * tanh(y) + pow(x, y) + lgamma(x + 1_c));
  constexpr auto F = nabla::function(f, x, y);
  for (std::size_t n : {0u, 1u, 7u, 8u, 9u, 40u}) {
    std::vector<double> xs(n), ys(n);
    std::array<std::vector<double>, 3> out{xs, xs, xs};
    for (std::size_t i = 0; i < n; ++i) {
      xs[i] = 0.05 * static_cast<double>(i);
      ys[i] = 2 - 0.1 * static_cast<double>(i);
    }
    nabla::batch<xsimd::batch<double>>(value_and_gradient(F)).into(out, xs, ys);
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
      auto const at = value_and_gradient(F)(xs[i], ys[i]);
      BOOST_TEST(std::fabs(out[0][i] - at.value) <= 1e-13 * (1 + std::fabs(at.value)));
      BOOST_TEST(std::fabs(out[1][i] - at.gradient[0]) <= 1e-13 * (1 + std::fabs(at.gradient[0])));
      BOOST_TEST(std::fabs(out[2][i] - at.gradient[1]) <= 1e-13 * (1 + std::fabs(at.gradient[1])));
      sum += at.value;
    }
    if (n == 0) continue;
    BOOST_TEST(std::fabs(nabla::sum_over_rows<xsimd::batch<double>>(F)(xs, ys) - sum) <= 1e-12 * (1 + std::fabs(sum)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
