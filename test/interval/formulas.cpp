#include <boost/test/unit_test.hpp>

#include <interval/random_boxes.hpp>

namespace {
using namespace support;
}

BOOST_AUTO_TEST_SUITE(interval_formulas)

BOOST_AUTO_TEST_CASE(values) {
  boxes random;
  counts found;
  for_each(of_xyz, [&](auto f) { check_on_boxes(f, random, found); });
  BOOST_TEST(found.points == 9 * 200);
  BOOST_TEST(found.outside == 0);
  BOOST_TEST(found.wide == 0);
}

BOOST_AUTO_TEST_SUITE_END()
