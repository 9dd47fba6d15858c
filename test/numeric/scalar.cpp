#include <nabla/numeric/scalar.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/test/unit_test.hpp>

#include <complex>
#include <string>

namespace {

namespace detail = nabla::numeric::detail;
using binary = boost::multiprecision::cpp_bin_float_50;
using lazy = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<50>, boost::multiprecision::et_on>;

template <class A, class B>
inline constexpr bool same = std::is_same_v<A, B>;

// integers are promoted, everything else is used as it is
static_assert(same<detail::promoted_t<int>, double> && same<detail::promoted_t<unsigned long const&>, double>);
static_assert(same<detail::promoted_t<float>, float> && same<detail::promoted_t<long double&>, long double>);
static_assert(same<detail::promoted_t<std::complex<float>>, std::complex<float>>);

// the point decides; an integer point leaves it to the step
static_assert(same<detail::scalar_t<float, double>, float> && same<detail::scalar_t<int, float>, float>);
static_assert(same<detail::scalar_t<int, int>, double> && same<detail::scalar_t<int, binary>, binary>);

// the real scalar under a complex one, found without <complex>
static_assert(same<detail::real_t<std::complex<double>>, double> && same<detail::real_t<double>, double>);
static_assert(same<detail::real_t<binary>, binary> && same<detail::real_t<lazy>, lazy>);

// an unevaluated product stands for its value
static_assert(same<detail::promoted_t<decltype(lazy() * lazy())>, lazy>);

static_assert(detail::magnitude(-3.0) == 3 && detail::magnitude(std::complex<double>(3, -4)) == 4);

static_assert(nabla::numeric::callable_at<int (*)(double), double>);
static_assert(!nabla::numeric::callable_at<int (*)(double), std::string>);
static_assert(!nabla::numeric::callable_at<void (*)(double), double>);

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_scalar)

BOOST_AUTO_TEST_CASE(magnitudes) {
  BOOST_TEST(detail::magnitude(-3.0) == 3);
  BOOST_TEST(detail::magnitude(std::complex<double>(3, -4)) == 4);
  BOOST_TEST((detail::magnitude(binary(-2)) == 2));
}

BOOST_AUTO_TEST_SUITE_END()
