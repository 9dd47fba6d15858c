#pragma once

#include <boost/hana/unpack.hpp>

#include <nabla/formula/family.hpp>
#include <nabla/rules/arithmetic.hpp>

namespace nabla {

/// A sum of any number of terms in any order.
struct sum_op {
  static constexpr fixed_string name = "sum";
  static constexpr fixed_string latex = "\\sum";
  static constexpr bool is_variadic = true;
  using joined_by = plus;  // its definition, however many terms it has
  static constexpr interval samples{-2, 2};
  static constexpr auto value = []<class T, class... Rest>(T const& first, Rest const&... rest) -> T { return (first + ... + rest); };
  static constexpr auto partial = [](auto, auto) { return one; };
};

/// The sum of terms whose order is left to the library: it is added up in several strands, which do not wait for each other, and
/// not from left to right as `a + b + c` is. Writing it is the permission to re-associate.
///
///     sum(x * x, y * y, x * y)          formulas, numbers known to types
///     sum(nabla::variables<"x", 8>)     the members of a family
///     sum(terms)                        in traced code: a std::array of traced scalars; of numbers too
///
/// @cost      as many additions as + has
/// @law       sum(a, b, c) == a + b + c, as a proof; in value within the rounding of another order of additions
template <class... Terms>
  requires detail::joined_terms<Terms...>
constexpr auto sum(Terms... terms) {
  if constexpr (sizeof...(Terms) == 1) {
    return (terms, ...);
  } else {
    return detail::of_terms<sum_op>(terms...);
  }
}
template <fixed_string Name, std::size_t Size>
constexpr auto sum(family<Name, Size> const& variables) {
  return hana::unpack(variables, [](auto... members) { return sum(members...); });
}

}  // namespace nabla
