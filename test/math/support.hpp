#pragma once

#include <nabla/math/standard.hpp>

#include "reference.hpp"

#include <bit>
#include <concepts>
#include <cstddef>

namespace support {

/// The same number, with the same sign of a zero; any NaN is as good as another.
template <std::floating_point Float>
constexpr bool same(Float a, Float b) {
  if (a != a || b != b) return a != a && b != b;
  return a == b && std::bit_cast<std::uint64_t>(double{a}) == std::bit_cast<std::uint64_t>(double{b});
}

template <class Function, class Float>
constexpr Float at(Function f, reference::unary<Float> row) {
  return f(row.x);
}
template <class Function, class Float>
constexpr Float at(Function f, reference::binary<Float> row) {
  return f(row.x, row.y);
}

inline constexpr int none = -1;

/// The first row of a table of reference.hpp where f gives another value.
template <class Row, std::size_t Size, class Function>
constexpr int first_wrong(Row const (&table)[Size], Function f) {
  for (std::size_t i = 0; i < Size; ++i)
    if (!same(at(f, table[i]), table[i].value)) return static_cast<int>(i);
  return none;
}

/// Is f() a constant expression.
template <auto f>
concept constant = requires { typename std::bool_constant<(static_cast<void>(f()), true)>; };

#if defined(__GNUC__) && !defined(__clang__)
/// How often GCC itself knows the value; where it knows another one, -1.
template <class Row, std::size_t Size, class Function>
constexpr int folded(Row const (&table)[Size], Function f) {
  int count = 0;
  for (auto const& row : table) {
    if (!__builtin_constant_p(at(f, row))) continue;
    if (!same(at(f, row), row.value)) return -1;
    ++count;
  }
  return count;
}
#define FOLDED_BY_COMPILER(name)                                                                              \
  static_assert(support::folded(reference::name##_double, [](auto... x) { return std::name(x...); }) >= 10);  \
  static_assert(support::folded(reference::name##_float, [](auto... x) { return std::name(x...); }) >= 10)
#else
#define FOLDED_BY_COMPILER(name) static_assert(true)
#endif

// Correctly rounded in constant evaluations: what users call, and the kernel, which GCC does not always need.
#define CORRECTLY_ROUNDED(name)                                               \
  CORRECTLY_ROUNDED_IN(reference::name##_double, nabla::math::name);          \
  CORRECTLY_ROUNDED_IN(reference::name##_float, nabla::math::name);           \
  CORRECTLY_ROUNDED_IN(reference::name##_double, nabla::math::kernel::name);  \
  CORRECTLY_ROUNDED_IN(reference::name##_float, nabla::math::kernel::name)
#define CORRECTLY_ROUNDED_IN(table, f) static_assert(support::first_wrong(table, [](auto... x) { return f(x...); }) == support::none)

/// At run time: exactly what the standard library gives, where the compiler cannot see the argument.
template <class Ours, class Theirs>
bool is_the_library(Ours ours, Theirs theirs) {
  auto const agree = [&](auto unit) {
    for (int i = -40; i < 40; ++i) {
      decltype(unit) volatile x = unit * i / 7;
      if (!same(ours(+x), theirs(+x))) return false;
    }
    return true;
  };
  return agree(1.0) && agree(1.0f);
}

#define IS_THE_LIBRARY(name) \
  BOOST_TEST(support::is_the_library([](auto x) { return nabla::math::name(x); }, [](auto x) { return std::name(x); }), #name)

}  // namespace support
