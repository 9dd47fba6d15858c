#include <nabla/numeric/refusal.hpp>

#include "support.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>

BOOST_AUTO_TEST_SUITE(numeric_refusal)

BOOST_AUTO_TEST_CASE(numbers_are_shown_shortly) {
  auto const text = [](auto const& value) { return std::string(nabla::numeric::detail::digits(value).characters); };
  BOOST_TEST(text(0) == "0");
  BOOST_TEST(text(1e-20) == "1e-20");
  BOOST_TEST(text(-0.1f) == "-0.1");
  BOOST_TEST(text(std::numeric_limits<double>::infinity()) == "inf");
  BOOST_TEST(text(-std::numeric_limits<double>::quiet_NaN()) == "NaN");
  BOOST_TEST(text(boost::multiprecision::cpp_bin_float_50("0.25")) == "0.25");
}

BOOST_AUTO_TEST_CASE(a_message_says_who_wanted_what_and_what_came) {
  BOOST_TEST(support::refusal([] { nabla::numeric::detail::refuse("central_difference", "%s, but %d came", "this", 7); }) ==
             "nabla::numeric::central_difference: expected this, but 7 came");
}

BOOST_AUTO_TEST_SUITE_END()
