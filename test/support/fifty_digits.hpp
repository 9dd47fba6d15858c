#pragma once

#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

// Checks of numbers with 50 digits, for the types of one library and another.

namespace support {

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;

template <class T>
bool close(T const& a, char const* expected) {
  T const b(expected);
  return abs(a - b) <= abs(b) * T("1e-48");
}

template <class T>
void check_constants() {
  T const one(1);
  BOOST_TEST(close((1_c / 3_c)(one), "0.33333333333333333333333333333333333333333333333333333333"));
  BOOST_TEST(close((0.1_c * x)(one), "0.1"));
  BOOST_TEST(close((-22_c / 7_c * x)(one), "-3.142857142857142857142857142857142857142857142857142857"));
  BOOST_TEST(close((nabla::pi * x)(one), "3.14159265358979323846264338327950288419716939937510582"));
  BOOST_TEST(close(nabla::e(one), "2.71828182845904523536028747135266249775724709369995957"));
  BOOST_TEST(close((9223372036854775807_c * x)(one), "9223372036854775807"));
  BOOST_TEST((std::is_same_v<decltype((x * x)(one)), T>));
}

// mpmath, 60 digits: exp(sin(x*x))/x and its first two derivatives at 1.3
template <class T>
void check_functions() {
  T const at("1.3");
  constexpr auto f = exp(sin(x * x)) / x;
  auto const all = nabla::value_and_derivatives<2>(f, x)(at);
  BOOST_TEST((std::is_same_v<std::remove_cvref_t<decltype(all[0])>, T>));
  BOOST_TEST(close(all[0], "2.07620018031718782430055337320253189711962990914172311"));
  BOOST_TEST(close(all[1], "-2.23903001918724847344619529839253878186376756291973284"));
  BOOST_TEST(close(all[2], "-10.7861742197792216809020075432263361708063516317738429"));
  BOOST_TEST(close(derivative(f)(at), "-2.23903001918724847344619529839253878186376756291973284"));
  BOOST_TEST(close(gradient(f, x)(x = at)[0], "-2.23903001918724847344619529839253878186376756291973284"));
}

template <class T>
void check_mixed() {
  T const third = T(1) / 3;
  BOOST_TEST(((x * y)(x = third, y = 3) == third * 3));
  BOOST_TEST(((x * y)(x = third, y = 0.5) == third / 2));
}

}  // namespace support
