#pragma once

#include <bit>

#include <nabla/rules/constants.hpp>

namespace nabla {

namespace detail {

struct hexadecimal_text {
  char characters[32]{};
  std::size_t size = 0;

  constexpr void push(char c) { characters[size++] = c; }
};

/// A double as C writes it in hexadecimal, exactly: 0x1.8p-3 is 3/16.
constexpr hexadecimal_text as_hexadecimal(std::uint64_t bits) {
  hexadecimal_text text;
  int const biased = static_cast<int>(bits >> 52) & 0x7FF;
  std::uint64_t const fraction = bits & 0xFFFFFFFFFFFFFu;
  if (bits >> 63) text.push('-');
  if (biased == 0x7FF) {
    for (char const* c = fraction ? "nan" : "inf"; *c; ++c) text.push(*c);
    return text;
  }
  text.push('0');
  text.push('x');
  text.push(biased ? '1' : '0');
  if (fraction) text.push('.');
  for (int shift = 48; shift >= 0 && (fraction & ((std::uint64_t{1} << (shift + 4)) - 1)); shift -= 4) {
    text.push("0123456789abcdef"[(fraction >> shift) & 15]);
  }
  text.push('p');
  int exponent = biased ? biased - 1023 : -1022;
  if (exponent < 0) text.push('-');
  exponent = exponent < 0 ? -exponent : exponent;
  for (int unit = 1000; unit > 0; unit /= 10) {
    if (exponent >= unit || unit == 1) text.push(static_cast<char>('0' + exponent / unit % 10));
  }
  return text;
}

template <std::uint64_t Bits>
constexpr auto hexadecimal_name() {
  constexpr hexadecimal_text text = as_hexadecimal(Bits);
  return fixed_string<text.size>(nabla::text(text.characters, text.size));
}

}  // namespace detail

/// A floating-point number of generic code that `trace` recorded and that is no exact rational of 64 bits, by the bits of a double.
template <std::uint64_t Bits>
struct floating_op {
  static constexpr auto name = detail::hexadecimal_name<Bits>();
  static constexpr auto value = []<class T>(std::type_identity<T>) -> T {
    if constexpr (detail::made_of_standard_float<T>) {
      return T(static_cast<typename T::value_type>(std::bit_cast<double>(Bits)));
    } else {
      return T(std::bit_cast<double>(Bits));
    }
  };
};

}  // namespace nabla
