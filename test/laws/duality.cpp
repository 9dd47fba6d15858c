#include <support/corpus.hpp>
#include <support/near.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace support;

constexpr auto v = hana::make_tuple(2_c, -1_c, 0.5_c);
constexpr auto w = hana::make_tuple(3_c, -2_c);

}  // namespace

BOOST_AUTO_TEST_SUITE(laws_duality)

// <w, J v> == <w' J, v>, and hvp is symmetric
BOOST_AUTO_TEST_CASE(pushforward_and_pullback) {
  for_each(of_xyz, [](auto f) {
    constexpr auto F = nabla::function(hana::make_tuple(decltype(f){}, x * y - z * z), x, y, z);
    for (auto const& at : points) {
      auto const tangent = jvp(F, v)(at).tangent;
      auto const adjoint = vjp(F, w)(at).adjoint;
      BOOST_TEST(support::near(3 * tangent[0] - 2 * tangent[1], 2 * adjoint[0] - adjoint[1] + 0.5 * adjoint[2], 1e-13));
      BOOST_TEST((jvp(F, v)(at).value == F(at)));
      BOOST_TEST((vjp(F, w)(at).value == F(at)));
    }
  });
}

BOOST_AUTO_TEST_CASE(directions_and_gradients) {
  for_each(of_xyz, [](auto f) {
    for (auto const& at : points) {
      auto const call = [&](auto formula) { return formula(x = at[0], y = at[1], z = at[2]); };
      auto const partials = call(gradient(f, x, y, z));
      BOOST_TEST(support::near(call(directional_derivative(f, v, x, y, z)), 2 * partials[0] - partials[1] + 0.5 * partials[2], 1e-13));
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
