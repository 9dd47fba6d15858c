#include <support/corpus.hpp>
#include <support/near.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace support;

constexpr auto g = x * sin(x) + 2_c;

// linearity, product rule, quotient rule, reciprocal rule, as theorems
static_assert(proved_for_each(of_x, [](auto f) {
  return derivative(3_c * f - 0.5_c * g, x) == 3_c * derivative(f, x) - 0.5_c * derivative(g, x);
}));
static_assert(proved_for_each(of_x, [](auto f) { return derivative(f * g, x) == derivative(f, x) * g + f * derivative(g, x); }));
static_assert(proved_for_each(of_x, [](auto f) {
  return equivalent(derivative(f / g, x), (derivative(f, x) * g - f * derivative(g, x)) / (g * g));
}));
// symmetry of mixed partials
static_assert(proved_for_each(of_xyz, [](auto f) {
  return derivative(f, x, y) == derivative(f, y, x) && derivative(f, x, z) == derivative(f, z, x) &&
         derivative(f, y, z) == derivative(f, z, y);
}));

}  // namespace

BOOST_AUTO_TEST_SUITE(laws_algebra)

BOOST_AUTO_TEST_CASE(simplify_preserves_value) {
  for_each(of_xyz, [](auto f) {
    for (auto const& at : points) {
      BOOST_TEST(support::near(simplify(f)(x = at[0], y = at[1], z = at[2]), f(x = at[0], y = at[1], z = at[2]), 1e-14));
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
