#include <nabla/math/wide.hpp>

#include <boost/test/unit_test.hpp>

// Products, quotients, sums and roots of random numbers are held against MPFR in accuracy.cpp.
namespace {

using namespace nabla::math::kernel;

constexpr bool same(wide a, wide b) {
  return a.digits == b.digits && (a.digits == 0 || (a.exponent == b.exponent && a.negative == b.negative));
}

static_assert(same(wide{6} * 7, 42) && same(wide{-6} / 3, -2) && same(wide{5} - 7, -2) && same(sqrt(wide{144}), 12));
static_assert(same(wide{3} - 3, 0) && same(wide{0} * 5, 0) && same(wide{0} / 5, 0) && same(sqrt(wide{}), 0) && same(wide{} + 4, 4));
static_assert(same(scaled(wide{3}, 5), 96) && same(scaled(sqrt(scaled(wide{1}, -301)) * sqrt(scaled(wide{2}, 1)), 150), sqrt(wide{2})));
static_assert(same(wide{std::numeric_limits<std::int64_t>::min()}, -scaled(wide{1}, 63)));
static_assert(magnitude(1) == 0 && magnitude(wide{1023}) == 9);

// the last digit tells that some were lost
static_assert((wide{1} + scaled(wide{1}, -500)).digits == (highest_bit | 1));
static_assert((wide{1} - scaled(wide{1}, -500)).digits == ~uint128{0});
static_assert((wide{1} / 3).digits == joined(0xaaaaaaaaaaaaaaaa, 0xaaaaaaaaaaaaaaab));
static_assert(same(wide{1} / 3 + scaled(wide{1}, -300), wide{1} / 3));
static_assert(same((wide{1} + scaled(wide{1}, -127)) - 1, scaled(wide{1}, -127)));

static_assert(split(wide{7} / 2).whole == 3 && split(wide{7} / 2).fraction == highest_bit);
static_assert(split(-(wide{7} / 2)).whole == -4 && split(-(wide{7} / 2)).fraction == highest_bit);
static_assert(split(-5).whole == -5 && split(-5).fraction == 0 && split(0).whole == 0);
static_assert(split(scaled(wide{-1}, -128)).whole == -1 && split(scaled(wide{-1}, -128)).fraction == ~uint128{0});

static_assert(is_integer(0) && is_integer(-3) && is_integer(scaled(wide{1}, 400)));
static_assert(!is_integer(wide{1} / 2) && !is_integer(scaled(wide{1}, -400)));
static_assert(is_odd(-3) && !is_odd(0) && !is_odd(4) && !is_odd(wide{3} / 2) && !is_odd(scaled(wide{3}, 128)));

}  // namespace

BOOST_AUTO_TEST_SUITE(math_wide)

BOOST_AUTO_TEST_CASE(the_same_at_run_time) {
  BOOST_TEST(same(wide{6} * 7, 42));
  BOOST_TEST(same(wide{1} / 3 * 3 + scaled(wide{1}, -128), 1 - scaled(wide{1}, -128) + scaled(wide{1}, -127)));
}

BOOST_AUTO_TEST_SUITE_END()
