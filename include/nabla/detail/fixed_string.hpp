#pragma once

#include <cstddef>
#include <cstdint>

#include <nabla/detail/text.hpp>

namespace nabla {

namespace detail {
template <class Name>
inline constexpr bool is_text_between_quotes = false;
}  // namespace detail

/// Text that can be a template argument: the name of a symbol or of an operation.
template <std::size_t N>
struct fixed_string {
  char characters[N + 1]{};

  constexpr fixed_string() = default;
  constexpr fixed_string(char const (&other)[N + 1]) {
    for (std::size_t i = 0; i < N; ++i) characters[i] = other[i];
  }
  constexpr explicit fixed_string(text other) {
    for (std::size_t i = 0; i < N; ++i) characters[i] = other[i];
  }

  template <class Other>
  constexpr fixed_string(Other const&) : characters{'?'} {
    static_assert(detail::is_text_between_quotes<Other>, "nabla: a name is text between quotes: nabla::variable<\"x\">");
  }

  static constexpr std::size_t size() { return N; }
  constexpr text view() const { return {characters, N}; }
  constexpr operator text() const { return view(); }
};

// Messages spell a name as it was deduced: Clang writes fixed_string<1>{"x"} of this guide, and fixed_string<2UL - 1>{"x"} of one that
// says N - 1 in its result, at each variable of a formula.
template <std::size_t N, int Length = static_cast<int>(N) - 1>
fixed_string(char const (&)[N]) -> fixed_string<Length>;
template <class Other>
fixed_string(Other const&) -> fixed_string<1>;  // to be refused

namespace detail {

/// FNV-1a, 64 bit: http://www.isthe.com/chongo/tech/comp/fnv/ . Names of operations are told apart by it.
constexpr std::uint64_t hash_text(text name) {
  std::uint64_t hash = 14695981039346656037u;
  for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

/// Joins a word to a running hash (a multiplication and a shift: cheap in constant expressions).
constexpr std::uint64_t hash_join(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

}  // namespace detail
}  // namespace nabla
