#include <boost/test/unit_test.hpp>

#include <interval/random_boxes.hpp>

namespace {
using namespace support;
}

BOOST_AUTO_TEST_SUITE(interval_derivatives)

BOOST_AUTO_TEST_CASE(derivatives) {
  boxes random;
  counts found;
  for_each(hana::make_tuple(x / (y + z) + sqrt(x * z), pow(x, y) * z, atan(x / y) * cosh(z), sec(x / 4_c) * asec(1_c + y),
                            max(x * y, z) + abs(x - y)),
           [&](auto f) { check_on_boxes<2>(derivative(f, x), random, found); });
  BOOST_TEST(found.points == 5 * 200);
  BOOST_TEST(found.outside == 0);
  BOOST_TEST(found.wide == 0);
}

BOOST_AUTO_TEST_SUITE_END()
