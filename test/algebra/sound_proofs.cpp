#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstddef>

// equivalent, which proves all that == does, is sound: whatever pair it proves agrees wherever both are finite.

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;

// Formulas that differ somewhere, and that a careless rewriting would identify with another of the list.
constexpr auto formulas =
    hana::make_tuple(x, abs(x), sqrt(x * x), pow(sqrt(x), 2_c), pow(x, 3_c), sqrt(pow(x, 6_c)), x * x * abs(x), log(x * x),
                     2_c * log(x), x / abs(x), sign(x));
constexpr double points[] = {-2.5, -1.0, -0.3, 0.0, 0.4, 1.0, 3.0};

template <class F, class G>
bool differ(F f, G g) {
  for (double at : points) {
    double const a = f(at), b = g(at);
    if (std::isfinite(a) && std::isfinite(b) && std::abs(a - b) > 1e-12) return true;
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_sound_proofs)

BOOST_AUTO_TEST_CASE(no_pair_that_differs_is_proved) {
  constexpr std::size_t count = hana::value(hana::length(formulas));
  std::size_t proved = 0;
  hana::for_each(hana::to_tuple(hana::range_c<std::size_t, 0, count * count>), [&](auto pair) {
    constexpr std::size_t i = decltype(pair)::value / count, j = decltype(pair)::value % count;
    if constexpr (i < j) {
      constexpr auto f = hana::at_c<i>(formulas);
      constexpr auto g = hana::at_c<j>(formulas);
      BOOST_TEST((!equivalent(f, g) || !differ(f, g)), to_string(f) << " is not " << to_string(g));
      proved += equivalent(f, g);
    }
  });
  // |x| and the root of its square; |x|^3 in two forms
  BOOST_TEST(proved >= 2U);
}

BOOST_AUTO_TEST_SUITE_END()
