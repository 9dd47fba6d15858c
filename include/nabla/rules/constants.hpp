#pragma once

#include <cmath>
#include <numbers>

#include <nabla/rules/rule.hpp>

namespace nabla {

namespace detail {

template <class T>
concept standard_float = std::is_floating_point_v<T>;

/// The scalar that a complex number or a pack of numbers is made of, where that is a standard floating-point type.
template <class T>
concept made_of_standard_float = requires { requires std::is_floating_point_v<typename T::value_type>; } &&
                                 std::is_constructible_v<T, typename T::value_type const&>;

}  // namespace detail

// Mathematical constants are symbols of known value, exact in proofs and as precise as the scalar type in evaluation: the
// nearest number of a standard type, and for others what the type's own functions, found by argument-dependent lookup, give.

#define NABLA_MATHEMATICAL_CONSTANT(constant_, latex_, standard_, ...)                   \
  struct constant_##_op {                                                                \
    static constexpr fixed_string name = #constant_;                                     \
    static constexpr fixed_string latex = latex_;                                        \
    static constexpr auto value = []<class T>(std::type_identity<T>) -> T {              \
      if constexpr (detail::standard_float<T>) {                                         \
        return std::numbers::standard_##_v<T>;                                           \
      } else if constexpr (detail::made_of_standard_float<T>) {                          \
        return T(std::numbers::standard_##_v<typename T::value_type>);                   \
      } else {                                                                           \
        using std::acos, std::exp, std::log, std::sqrt;                                  \
        return T(__VA_ARGS__);                                                           \
      }                                                                                  \
    };                                                                                   \
  };                                                                                     \
  inline constexpr apply<constant_##_op> constant_{};

NABLA_MATHEMATICAL_CONSTANT(pi, "\\pi", pi, acos(T(-1)))
NABLA_MATHEMATICAL_CONSTANT(e, "e", e, exp(T(1)))
NABLA_MATHEMATICAL_CONSTANT(ln2, "\\ln 2", ln2, log(T(2)))
NABLA_MATHEMATICAL_CONSTANT(ln10, "\\ln 10", ln10, log(T(10)))
NABLA_MATHEMATICAL_CONSTANT(sqrt2, "\\sqrt{2}", sqrt2, sqrt(T(2)))
NABLA_MATHEMATICAL_CONSTANT(phi, "\\varphi", phi, (T(1) + T(sqrt(T(5)))) / T(2))
#undef NABLA_MATHEMATICAL_CONSTANT

}  // namespace nabla
