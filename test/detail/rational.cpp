#include <nabla/detail/rational.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <limits>

namespace {

using nabla::rational;
using namespace nabla::detail;

constexpr std::intmax_t largest = std::numeric_limits<std::intmax_t>::max();
constexpr std::intmax_t lowest = std::numeric_limits<std::intmax_t>::min();

static_assert(added({1, 3}, {1, 6}).value == rational{1, 2} && subtracted({1, 3}, {1, 3}).value == rational{0, 1});
static_assert(multiplied({2, 3}, {3, 4}).value == rational{1, 2} && divided({1, 2}, {-3, 4}).value == rational{-2, 3});
static_assert(normalised(6, -4).value == rational{-3, 2} && !normalised(1, 0).known && !normalised(lowest, 1).known);

// Overflow is told, never wrapped; what fits after common divisors are taken out is known.
static_assert(!added({largest, 1}, {1, 1}).known && !multiplied({largest, 1}, {2, 1}).known && !divided({1, largest}, {2, 1}).known);
static_assert(multiplied({largest, 3}, {3, largest}).value == rational{1, 1});
static_assert(!divided({1, 1}, {0, 1}).known);

static_assert(powered(rational{2, 3}, 3).value == rational{8, 27} && powered(rational{2, 3}, -2).value == rational{9, 4});
static_assert(powered(rational{0, 1}, 0).value == rational{1, 1} && !powered(rational{0, 1}, -1).known && !powered(rational{3, 1}, 41).known);
static_assert(powered(rational{8, 27}, rational{2, 3}).value == rational{4, 9} && !powered(rational{2, 1}, rational{1, 2}).known);
static_assert(!powered(rational{-4, 1}, rational{1, 2}).known && powered(rational{4, 1}, rational{-1, 2}).value == rational{1, 2});

static_assert(less({1, 3}, {1, 2}) && !less({1, 2}, {1, 2}) && less({-1, 2}, {-1, 3}) && less({largest - 1, largest}, {1, 1}));
static_assert(less({largest - 2, largest - 1}, {largest - 1, largest}));

static_assert(nearest<double>({1, 3}) == 1.0 / 3 && nearest<float>({1, 3}) == 1.0f / 3 && nearest<double>({-7, 2}) == -3.5);
static_assert(nearest<double>({largest, 1}) == 0x1p63 && nearest<float>({16777217, 1}) == 16777216.0f);
static_assert(nearest<long double>({1, 3}) == 1.0L / 3 && nearest<double>({1, largest}) == 0x1p-63);

}  // namespace

BOOST_AUTO_TEST_SUITE(detail_rational)

// The oracle divides with 200 digits and rounds once.
BOOST_AUTO_TEST_CASE(nearest_rounds_once) {
  using wide = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<200>>;
  std::uint64_t state = 88172645463325252u;
  auto const next = [&] {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<std::intmax_t>(state >> (1 + state % 50));
  };
  for (int i = 0; i < 2000; ++i) {
    auto const fraction = normalised(next(), next() + 1);
    if (!fraction.known) continue;
    wide const exact = wide(fraction.value.numerator) / fraction.value.denominator;
    BOOST_TEST(nearest<double>(fraction.value) == exact.convert_to<double>());
    BOOST_TEST(nearest<float>(fraction.value) == exact.convert_to<float>());
    BOOST_TEST(nearest<long double>(fraction.value) == exact.convert_to<long double>());
  }
}

BOOST_AUTO_TEST_SUITE_END()
