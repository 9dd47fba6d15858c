#include <nabla/math/rounding.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>

namespace {

using namespace nabla::math::kernel;

template <class Float>
using limits = std::numeric_limits<Float>;

/// Numbers of every kind come back as they were.
template <class Float>
constexpr bool comes_back() {
  Float const least = limits<Float>::min(), step = limits<Float>::denorm_min();
  for (Float x : {limits<Float>::max(), least, step, least - step, least + step, limits<Float>::epsilon(), Float{1}, Float(0.1) / 3}) {
    if (rounded<Float>(widened(x)) != x || rounded<Float>(widened(-x)) != -x) return false;
  }
  return widened(Float{0}).digits == 0;
}
static_assert(comes_back<float>() && comes_back<double>());
static_assert(!standard_float<long double> || comes_back<long double>());

/// Ties go to the even neighbour, and any digit beyond decides them.
template <class Float>
constexpr bool ties() {
  wide const half = scaled(widened(limits<Float>::epsilon()), -1), little = scaled(half, -500);
  Float const next = 1 + limits<Float>::epsilon();
  return rounded<Float>(half + 1) == 1 && rounded<Float>(half + little + 1) == next && rounded<Float>(half - little + 1) == 1 &&
         rounded<Float>(half * 3 + 1) == next + limits<Float>::epsilon() && rounded<Float>(half * 3 - little + 1) == next;
}
static_assert(ties<float>() && ties<double>());
static_assert(!standard_float<long double> || ties<long double>());

/// The ends: subnormal numbers, what is too small for them, and what is too great for any.
template <class Float>
constexpr bool ends() {
  wide const smallest = widened(limits<Float>::denorm_min()), greatest = widened(limits<Float>::max());
  wide const last = scaled(smallest, limits<Float>::max_exponent - limits<Float>::min_exponent);  // place of the greatest
  wide const little = scaled(smallest, -500);
  return rounded<Float>(scaled(smallest, -1)) == 0 && rounded<Float>(scaled(smallest, -2)) == 0 &&
         rounded<Float>(scaled(smallest, -1) + little) == limits<Float>::denorm_min() &&
         rounded<Float>(scaled(smallest * 3, -1)) == 2 * limits<Float>::denorm_min() &&
         rounded<Float>(greatest + scaled(last, -1)) == infinity<Float> &&
         rounded<Float>(greatest + scaled(last, -1) - little) == limits<Float>::max() &&
         rounded<Float>(-scaled(greatest, 9)) == -infinity<Float> && rounded<Float>(scaled(wide{1}, 1 << 20)) == infinity<Float>;
}
static_assert(ends<float>() && ends<double>());
static_assert(!standard_float<long double> || ends<long double>());
static_assert(support::same(rounded<double>(-scaled(wide{1}, -2000)), -0.0));

// a result that is almost a tie is one; a hundred digits before that it is not
static_assert(rounded<double>(settled<double>(1 + scaled(wide{1}, -53) + scaled(wide{1}, -115))) == 1);
static_assert(rounded<double>(settled<double>(1 + scaled(wide{3}, -53) - scaled(wide{1}, -115))) == 1 + 2 * limits<double>::epsilon());
static_assert(rounded<double>(settled<double>(1 + scaled(wide{1}, -53) + scaled(wide{1}, -105))) == 1 + limits<double>::epsilon());
static_assert(rounded<double>(settled<double>(2 - scaled(wide{1}, -120))) == 2);

template <class Float>
constexpr bool kinds() {
  Float const nan = not_a_number<Float>, inf = infinity<Float>;
  return is_nan(nan) && !is_nan(inf) && !is_nan(Float{0}) && is_infinite(-inf) && !is_infinite(nan) && !is_infinite(limits<Float>::max()) &&
         is_negative(-Float{0}) && is_negative(-inf) && !is_negative(Float{0});
}
static_assert(kinds<float>() && kinds<double>() && kinds<long double>());

}  // namespace

BOOST_AUTO_TEST_SUITE(math_rounding)

BOOST_AUTO_TEST_CASE(the_same_at_run_time) {
  BOOST_TEST((comes_back<float>() && comes_back<double>() && ties<float>() && ties<double>() && ends<float>() && ends<double>()));
  if constexpr (standard_float<long double>) BOOST_TEST((comes_back<long double>() && ties<long double>() && ends<long double>()));
}

BOOST_AUTO_TEST_SUITE_END()
