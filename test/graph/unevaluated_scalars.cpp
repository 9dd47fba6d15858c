#include <nabla/nabla.hpp>

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

using boost::multiprecision::cpp_dec_float_50;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_unevaluated_scalars)

// Sums of such numbers are unevaluated expressions of that library until they are stored; nabla/numeric takes them.
BOOST_AUTO_TEST_CASE(bound_as_they_are) {
  cpp_dec_float_50 const third = cpp_dec_float_50(1) / 3;
  BOOST_TEST(((x * x)(x = third + third) == (third + third) * (third + third)));
  BOOST_TEST(((x * x)(third + third) == (third + third) * (third + third)));
  BOOST_TEST((nabla::function(x * y, x, y)(third * 2, third) == third * 2 * third));
  BOOST_TEST((std::is_same_v<decltype((x * x)(third + third)), cpp_dec_float_50>));
}

BOOST_AUTO_TEST_SUITE_END()
