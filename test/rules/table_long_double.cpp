#include <support/rules.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(rules_table_long_double)

// More digits than a double has: a rule that went through a double would show.
BOOST_AUTO_TEST_CASE(in_long_double) { support::check_every_rule<long double>(4e-18L); }

BOOST_AUTO_TEST_SUITE_END()
