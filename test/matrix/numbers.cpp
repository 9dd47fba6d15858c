#include <nabla/matrix.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <complex>

// Any type of numbers that Eigen computes with.

namespace {

using namespace nabla::literals;

constexpr auto A = nabla::matrix<"A", 2, 2>;
constexpr auto x = nabla::vector<"x", 2>;

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_numbers)

BOOST_AUTO_TEST_CASE(types_of_numbers) {
  auto const f = transpose(x) * solve(A, x) + sum(exp(x));
  auto const value = [&]<class T>(T) {
    Eigen::Matrix<T, 2, 2> M;
    M << T(2), T(1), T(-1), T(3);
    Eigen::Matrix<T, 2, 1> u(T(1) / T(2), T(-1));
    auto const [at, by_x] = value_and_gradient(f, x)(A = M, x = u);
    using std::exp;
    // inverse((2, 1; -1, 3)) = (3, -1; 1, 2) / 7
    T const expected = (T(3) / 4 + T(2)) / 7 + exp(T(1) / T(2)) + exp(T(-1));
    using std::abs;
    auto const tolerance = 64 * abs(T(Eigen::NumTraits<T>::epsilon()));
    return abs(T(at - expected)) < tolerance && abs(T(by_x(0) - (T(3) / 7 + exp(T(1) / T(2))))) < tolerance;
  };
  BOOST_TEST(value(float()));
  BOOST_TEST(value((long double)(0)));
  BOOST_TEST(value(boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>, boost::multiprecision::et_off>()));
  // Analytic: the derivative along 1 is a complex difference quotient.
  using complex = std::complex<double>;
  Eigen::Matrix2cd M;
  M << complex(2, 1), complex(1, -1), complex(-1, 0.5), complex(3, 0);
  Eigen::Vector2cd const u(complex(0.5, 0.2), complex(-1, 1)), step(1e-6, 0);
  complex const difference = (f(A = M, x = u + step) - f(A = M, x = u - step)) / 2e-6;
  BOOST_TEST(std::abs(gradient(f, x)(A = M, x = u)(0) - difference) < 1e-8);
}

BOOST_AUTO_TEST_SUITE_END()
