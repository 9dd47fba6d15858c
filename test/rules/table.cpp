#include <support/rules.hpp>

#include <boost/test/unit_test.hpp>

// Every primitive, by its own struct: value, partials and second derivatives against mpmath, at points of its `samples`.

BOOST_AUTO_TEST_SUITE(rules_table)

BOOST_AUTO_TEST_CASE(in_double) { support::check_every_rule<double>(4e-15); }

BOOST_AUTO_TEST_SUITE_END()
