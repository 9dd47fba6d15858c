#include <nabla/numeric/difference_table.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <complex>
#include <limits>
#include <sstream>

namespace {

using namespace nabla::numeric;
using support::cube;
using support::square;

// x^2 at 1: forward 2 + h, central 2
constexpr auto table = difference_table<4>(square, 1.0, 0.5, 0.5);
static_assert(table.size() == 4);
static_assert(table[0].h == 0.5 && table[0].forward == 2.5 && table[0].central == 2);
static_assert(table[3].h == 0.0625 && table[3].forward == 2.0625 && table[3].central == 2);
static_assert(difference_table<1>(cube, 1, 0.5f, 0.5)[0].forward == 4.75f);

constexpr bool both_forms_agree() {
  auto const rows = difference_table(square, 1.0, 0.5, 0.5, 4);
  if (rows.size() != 4) return false;
  for (std::size_t i = 0; i < 4; ++i)
    if (rows[i] != table[i]) return false;
  return true;
}
static_assert(both_forms_agree());

constexpr int evaluations() {
  int count = 0;
  difference_table<5>([&](double x) { return ++count, x; }, 1.0, 0.5, 0.5);
  return count;
}
static_assert(evaluations() == 11);

template <class Table>
std::string printed(Table const& t, int precision) {
  std::ostringstream out;
  out.precision(precision);
  out << t;
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_difference_table)

BOOST_AUTO_TEST_CASE(the_same_at_run_time) {
  BOOST_TEST((difference_table<4>(square, 1.0, 0.5, 0.5) == table));
  BOOST_TEST(both_forms_agree());
  BOOST_TEST(evaluations() == 11);
}

BOOST_AUTO_TEST_CASE(columns_are_aligned) {
  BOOST_TEST(printed(table, 6) ==
             "             h       forward       central\n"
             "           0.5           2.5             2\n"
             "          0.25          2.25             2\n"
             "         0.125         2.125             2\n"
             "        0.0625        2.0625             2\n");
  for (int precision : {3, 17}) {
    auto const tiny = difference_table([](double x) { return -std::exp(x) / 3e200; }, 1.0, 0.1, 0.1, 6);
    std::istringstream lines(printed(tiny, precision));
    for (std::string line; std::getline(lines, line);)
      BOOST_TEST(line.size() == 3u * (static_cast<unsigned>(precision) + 8));
  }
}

BOOST_AUTO_TEST_CASE(complex_columns) {
  auto const text = printed(difference_table<1>(square, std::complex<double>(1, 2), 0.5, 0.5), 3);
  BOOST_TEST(text ==
             "          h                 forward                 central\n"
             "        0.5                 (2.5,4)                   (2,4)\n");
}

BOOST_AUTO_TEST_CASE(quotients_close_in_and_then_rounding_parts_them) {
  auto const rows = difference_table([](double x) { return std::exp(x); }, 1.0, 0.1, 0.1, 16);
  auto const error = [&](std::size_t i) { return std::abs(rows[i].forward - std::exp(1.0)); };
  for (std::size_t i = 0; i < 6; ++i) BOOST_TEST(std::abs(error(i + 1) / error(i) - 0.1) < 0.01);
  BOOST_TEST(error(15) > error(7));
  for (std::size_t i = 0; i < 3; ++i) {
    double const ratio = (rows[i + 1].central - std::exp(1.0)) / (rows[i].central - std::exp(1.0));
    BOOST_TEST(std::abs(ratio - 0.01) < 0.001);
  }
}

BOOST_AUTO_TEST_CASE(bad_input) {
  using support::refusal;
  BOOST_TEST(refusal([] { difference_table(square, 1.0, 0.0, 0.5, 3); }) ==
             "nabla::numeric::difference_table: expected a positive, finite step, but the step is 0");
  std::string const ratio = "nabla::numeric::difference_table: expected a ratio of successive steps between 0 and 1, ";
  BOOST_TEST(refusal([] { difference_table(square, 1.0, 0.1, 10, 3); }) == ratio + "but the ratio is 10");
  BOOST_TEST(refusal([] { difference_table(square, 1.0, 0.1, 1, 3); }) == ratio + "but the ratio is 1");
  double const nan = std::numeric_limits<double>::quiet_NaN();
  BOOST_TEST(refusal([&] { difference_table<3>(square, 1.0, 0.1, nan); }) == ratio + "but the ratio is NaN");
  BOOST_TEST(refusal([] { difference_table(square, 1.0, 0.1, 0.5, 0); }) ==
             "nabla::numeric::difference_table: expected at least 1 row, but 0 came");
}

BOOST_AUTO_TEST_SUITE_END()
