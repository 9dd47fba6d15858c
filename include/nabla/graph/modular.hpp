#pragma once

#include <cstdint>

#include <nabla/math/wide.hpp>

namespace nabla::detail {

/// Arithmetic modulo a number below 2^62.
struct modular {
  using value = std::uint64_t;
  value modulus = 1;

  constexpr value sum(value a, value b) const { return a + b >= modulus ? a + b - modulus : a + b; }
  constexpr value negated(value a) const { return a == 0 ? 0 : modulus - a; }
  constexpr value product(value a, value b) const { return static_cast<value>(math::kernel::uint128{a} * b % modulus); }
  constexpr value powered(value a, std::uint64_t n) const {
    value result = 1;
    for (; n != 0; n >>= 1, a = product(a, a)) {
      if (n & 1) result = product(result, a);
    }
    return result;
  }
  /// Of what is not 0, where the modulus is a prime.
  constexpr value inverse(value a) const { return powered(a, modulus - 2); }
  constexpr value of_integer(std::intmax_t n) const {
    value const magnitude = (n < 0 ? 0 - static_cast<value>(n) : static_cast<value>(n)) % modulus;
    return n < 0 ? negated(magnitude) : magnitude;
  }
};

}  // namespace nabla::detail
