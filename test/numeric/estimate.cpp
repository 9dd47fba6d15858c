#include <nabla/numeric/estimate.hpp>

#include <boost/test/unit_test.hpp>

#include <complex>
#include <type_traits>

namespace {

using nabla::numeric::estimate;

// the error of a complex value is a real number
static_assert(std::is_same_v<decltype(estimate<std::complex<float>>::error_estimate), float>);
static_assert(std::is_same_v<decltype(estimate<double>::error_estimate), double>);
static_assert(estimate<double>{1, 2} == estimate<double>{1, 2} && estimate<double>{1, 2} != estimate<double>{1, 3});

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_estimate)

BOOST_AUTO_TEST_CASE(taken_apart) {
  auto const [value, error] = estimate<double>{1.5, 0.25};
  BOOST_TEST(value == 1.5);
  BOOST_TEST(error == 0.25);
}

BOOST_AUTO_TEST_SUITE_END()
