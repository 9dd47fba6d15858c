#include <nabla/numeric/stencil.hpp>

#include "reference.hpp"
#include "support.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <vector>

namespace {

using namespace nabla::numeric;

// textbook stencils, to the last bit
static_assert(stencil_weights<1, 3>() == std::array{-0.5, 0.0, 0.5});
static_assert(stencil_weights<2, 3>() == std::array{1.0, -2.0, 1.0});
static_assert(stencil_weights<1, 5>() == std::array{1.0 / 12, -2.0 / 3, 0.0, 2.0 / 3, -1.0 / 12});
static_assert(stencil_weights<2, 5>() == std::array{-1.0 / 12, 4.0 / 3, -2.5, 4.0 / 3, -1.0 / 12});
static_assert(stencil_weights<3, 5>() == std::array{-0.5, 1.0, 0.0, -1.0, 0.5});
static_assert(stencil_weights<4, 5>() == std::array{1.0, -4.0, 6.0, -4.0, 1.0});
static_assert(stencil_weights<0, 1>() == std::array{1.0});
static_assert(stencil_weights<1, 2, stencil::forward>() == std::array{-1.0, 1.0});
static_assert(stencil_weights<1, 3, stencil::forward>() == std::array{-1.5, 2.0, -0.5});
static_assert(stencil_weights<2, 4, stencil::forward>() == std::array{2.0, -5.0, 4.0, -1.0});
static_assert(stencil_weights<1, 3, stencil::backward>() == std::array{0.5, -2.0, 1.5});
static_assert(stencil_weights<1, 5, stencil::central, float>()[0] == 1.0f / 12);
static_assert(stencil_weights<1, 5, stencil::central, long double>()[0] == 1.0L / 12);

// the three forms agree
constexpr bool forms_agree() {
  auto const fixed = stencil_weights<2, 5>();
  auto const chosen = stencil_weights(2, 5);
  auto const placed = stencil_weights(2, std::array{-2, -1, 0, 1, 2});
  for (std::size_t k = 0; k < 5; ++k)
    if (fixed[k] != chosen[k] || fixed[k] != placed[k]) return false;
  return true;
}
static_assert(forms_agree());
static_assert(stencil_weights(1, std::array{-1.0, 2.0}) == std::array{-1.0 / 3, 1.0 / 3});

static_assert(stencil_offset(0, 5, stencil::central) == -2 && stencil_offset(4, 5, stencil::central) == 2);
static_assert(stencil_offset(0, 5, stencil::forward) == 0 && stencil_offset(0, 5, stencil::backward) == -4);
static_assert(fewest_points(1, stencil::central) == 3 && fewest_points(2, stencil::central) == 3);
static_assert(fewest_points(3, stencil::central) == 5 && fewest_points(3, stencil::forward) == 4);
static_assert(error_order(1, 3) == 2 && error_order(2, 3) == 2 && error_order(1, 3, stencil::forward) == 2);

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_stencil)

BOOST_AUTO_TEST_CASE(reference_weights) {
  BOOST_TEST(forms_agree());
  BOOST_TEST(!reference::stencils.empty());
  for (auto const& wanted : reference::stencils) {
    // one point is a stencil of every kind; three points from -1 are central only, and so on
    for (stencil side : {stencil::central, stencil::forward, stencil::backward}) {
      if (side == stencil::central && wanted.points % 2 == 0) continue;
      if (stencil_offset(0, wanted.points, side) != wanted.first) continue;
      auto const weights = stencil_weights(wanted.order, wanted.points, side);
      BOOST_TEST(weights == wanted.weights, "order " << wanted.order << ", points " << wanted.points);
    }
  }
}

BOOST_AUTO_TEST_CASE(moments_in_exact_arithmetic) {
  using rational = boost::multiprecision::cpp_rational;
  for (stencil side : {stencil::central, stencil::forward, stencil::backward})
    for (int points = 1; points <= 25; points += side == stencil::central ? 2 : 3)
      for (int order = 0; order < points; order += 3) {
        auto const weights = stencil_weights<rational>(order, points, side);
        rational factorial = 1;
        for (int i = 2; i <= order; ++i) factorial *= i;
        for (int i = 0; i < points; ++i) {
          rational moment = 0;
          for (int k = 0; k < points; ++k) {
            rational power = weights[static_cast<std::size_t>(k)];
            for (int j = 0; j < i; ++j) power *= stencil_offset(k, points, side);
            moment += power;
          }
          BOOST_TEST((moment == (i == order ? factorial : rational(0))));
        }
      }
}

BOOST_AUTO_TEST_CASE(doubles_are_correctly_rounded_as_far_as_promised) {
  using rational = boost::multiprecision::cpp_rational;
  for (stencil side : {stencil::central, stencil::forward, stencil::backward})
    for (int points = 1; points <= 61; points += points < 17 ? 2 : 22)
      for (int order = 0; order < points && order <= 12; order += 3) {
        auto const exact = stencil_weights<rational>(order, points, side);
        auto const weights = stencil_weights<double>(order, points, side);
        for (std::size_t k = 0; k < weights.size(); ++k) {
          double const wanted = exact[k].convert_to<double>();
          if (points <= 17)
            BOOST_TEST(weights[k] == wanted, "order " << order << ", points " << points << ", weight " << k);
          else
            BOOST_TEST(std::abs(weights[k] - wanted) <= 6e-15 * std::abs(wanted));
        }
      }
}

BOOST_AUTO_TEST_CASE(bad_input) {
  using support::refusal;
  BOOST_TEST(refusal([] { stencil_weights(1, 4); }) ==
             "nabla::numeric::stencil_weights: expected an odd number of points in a central stencil, but 4 came");
  BOOST_TEST(refusal([] { stencil_weights(3, 3); }) ==
             "nabla::numeric::stencil_weights: expected at least 4 points for a derivative of order 3, but 3 came");
  BOOST_TEST(refusal([] { stencil_weights(2, 2, stencil::forward); }) ==
             "nabla::numeric::stencil_weights: expected at least 3 points for a derivative of order 2, but 2 came");
  BOOST_TEST(refusal([] { stencil_weights(-1, 3); }) ==
             "nabla::numeric::stencil_weights: expected an order of differentiation of 0 or more, but the order is -1");
  BOOST_TEST(refusal([] { stencil_weights(1, -3); }) ==
             "nabla::numeric::stencil_weights: expected at least 2 points for a derivative of order 1, but -3 came");
  BOOST_TEST(refusal([] { stencil_weights(1, std::array{0.0, 1.0, 0.0}); }) ==
             "nabla::numeric::stencil_weights: expected nodes that differ, but nodes 0 and 2 are equal");
  BOOST_TEST(refusal([] { stencil_weights(2, std::array{0.0, 1.0}); }) ==
             "nabla::numeric::stencil_weights: expected at least 3 points for a derivative of order 2, but 2 came");
}

BOOST_AUTO_TEST_SUITE_END()
