#include <boost/multiprecision/cpp_dec_float.hpp>

#include <support/fifty_digits.hpp>

using boost::multiprecision::cpp_dec_float_50;

BOOST_AUTO_TEST_SUITE(graph_multiprecision_decimal)

BOOST_AUTO_TEST_CASE(constants) { support::check_constants<cpp_dec_float_50>(); }
BOOST_AUTO_TEST_CASE(functions) { support::check_functions<cpp_dec_float_50>(); }
BOOST_AUTO_TEST_CASE(beside_other_numbers) { support::check_mixed<cpp_dec_float_50>(); }

BOOST_AUTO_TEST_SUITE_END()
