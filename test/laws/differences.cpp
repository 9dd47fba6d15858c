#include <support/corpus.hpp>
#include <support/near.hpp>

#include <boost/test/unit_test.hpp>

#include <nabla/numeric/central_gradient.hpp>

#include <array>

namespace {
using namespace support;
}

BOOST_AUTO_TEST_SUITE(laws_differences)

BOOST_AUTO_TEST_CASE(gradients_agree_with_difference_quotients) {
  for_each(of_xyz, [](auto f) {
    constexpr auto F = nabla::function(decltype(f){}, x, y, z);
    for (auto const& at : points) {
      std::array<long double, 3> const point{at[0], at[1], at[2]};
      auto const expected = nabla::numeric::central_gradient([&](auto const& p) { return F(p); }, point);
      BOOST_TEST(support::all_near(gradient(F)(point), expected, 1e-10L), to_string(f));
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
