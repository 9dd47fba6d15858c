#include <boost/test/unit_test.hpp>

#include <interval/random_boxes.hpp>

namespace {
using namespace support;
}

BOOST_AUTO_TEST_SUITE(interval_functions)

BOOST_AUTO_TEST_CASE(values) {
  boxes random;
  counts found;
  check_on_boxes(sin(x) * x + pow(x, 2.5_c) / 3_c, random, found);
  check_on_boxes(tanh(x) + atan(y) - log(z) * nabla::pi, random, found);
  check_on_boxes(exp(-x * x) * cbrt(y) + erf(z), random, found);
  check_on_boxes(derivative(sin(x * y) + z, x), random, found);
  check_on_boxes(derivative(log(x + y * z), x), random, found);
  BOOST_TEST(found.points == 5 * 200);
  BOOST_TEST(found.outside == 0);
  BOOST_TEST(found.wide == 0);
}

BOOST_AUTO_TEST_SUITE_END()
