#pragma once

#include <nabla/formula/constant.hpp>
#include <nabla/formula/symbol.hpp>

namespace nabla {

namespace detail {

enum class literal_error { none, malformed, too_large };

struct parsed_literal {
  literal_error error = literal_error::none;
  rational value{};
};

constexpr int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

/// Reads the text of a C++ integer or decimal literal as an exact rational: 12, 1'000, 0x1F, 0b101, 0.5, 1e-3, 2.5e6.
/// A decimal integer with a leading 0 would be octal in C++ and is refused.
constexpr parsed_literal parse_literal(text literal) {
  rational base{10, 1};
  if (literal.size() > 2 && literal[0] == '0') {
    if (literal[1] == 'x' || literal[1] == 'X') base = {16, 1};
    if (literal[1] == 'b' || literal[1] == 'B') base = {2, 1};
  }
  bool const decimal = base.numerator == 10;
  std::size_t at = decimal ? 0 : 2;
  rational value{0, 1};
  std::intmax_t exponent = 0, zeros = 0;
  bool fraction = false, exponential = false;
  for (; at < literal.size(); ++at) {
    char const c = literal[at];
    if (c == '\'') continue;
    if (decimal && c == '.') {
      fraction = true;
      continue;
    }
    if (decimal && (c == 'e' || c == 'E')) {
      exponential = true;
      break;
    }
    if (digit_value(c) >= base.numerator) return {literal_error::malformed};
    if (fraction) --exponent;
    // Zeros wait until another digit follows them: 1.500000000000000000000000 is still 3/2, and 1000e-3 is 1.
    ++zeros;
    if (c == '0') continue;
    exact const scale = powered(base, value.numerator == 0 ? 0 : zeros);
    exact const shifted = scale.known ? multiplied(value, scale.value) : exact{};
    exact const next = shifted.known ? added(shifted.value, {digit_value(c), 1}) : exact{};
    if (!next.known) return {literal_error::too_large};
    value = next.value;
    zeros = 0;
  }
  if (decimal && !fraction && !exponential && literal.size() > 1 && literal[0] == '0') return {literal_error::malformed};
  if (exponential) {
    bool negative = false;
    std::intmax_t written = 0;
    for (++at; at < literal.size(); ++at) {
      if (literal[at] == '-') negative = true;
      if (digit_value(literal[at]) < 10 && written < 10000) written = 10 * written + digit_value(literal[at]);
    }
    exponent += negative ? -written : written;
  }
  if (value.numerator == 0) return {literal_error::none, value};
  exponent += zeros;
  // Power by power: 1e-20 times 1e19 may fit where one of them alone does not.
  for (; exponent != 0; exponent += exponent < 0 ? 1 : -1) {
    exact const next = exponent < 0 ? divided(value, base) : multiplied(value, base);
    if (!next.known) return {literal_error::too_large};
    value = next.value;
  }
  return {literal_error::none, value};
}

template <char... Characters>
consteval auto make_literal() {
  constexpr char text[] = {Characters...};
  constexpr parsed_literal literal = parse_literal({text, sizeof...(Characters)});
  static_assert(literal.error != literal_error::malformed,
                "nabla: a _c literal is a decimal number such as 3_c, 0.5_c or 1e-3_c, or an integer such as 0x1F_c (a leading "
                "0 would be octal)");
  static_assert(literal.error != literal_error::too_large,
                "nabla: a _c literal is an exact fraction of two 64-bit integers, and this number does not fit: write fewer "
                "digits or a smaller exponent, or bind the number to a variable at the call");
  if constexpr (literal.error == literal_error::none) {
    return make_constant<literal.value>();
  } else {
    return constant<0>{};
  }
}

}  // namespace detail

inline namespace literals {

/// An exact rational constant: `3_c`, `0.5_c` (1/2), `1e-3_c` (1/1000).
template <char... Characters>
consteval auto operator""_c() {
  return detail::make_literal<Characters...>();
}

/// A variable: `"x"_v` is `variable<"x">`.
template <fixed_string Name>
consteval auto operator""_v() {
  return symbol<Name>{};
}

}  // namespace literals
}  // namespace nabla
