#pragma once

#include <nabla/detail/text.hpp>

namespace nabla {

/// Characters that a value holds, null-terminated: converts to std::string_view (while it lives) and std::string.
template <std::size_t Size>
struct text_array {
  char characters[Size + 1]{};

  static constexpr std::size_t size() { return Size; }
  constexpr char const* data() const { return characters; }
  constexpr char const* begin() const { return characters; }
  constexpr char const* end() const { return characters + Size; }
  constexpr operator text() const { return {characters, Size}; }
  template <class String>
    requires requires(char const* from, std::size_t size) {
      typename String::traits_type;
      String(from, size);
    }
  constexpr operator String() const {
    return String(characters, Size);
  }
  friend constexpr bool operator==(text_array const& a, text b) { return text(a) == b; }
  template <class Character, class Traits>
  friend std::basic_ostream<Character, Traits>& operator<<(std::basic_ostream<Character, Traits>& stream, text_array const& t) {
    return stream << text(t);
  }
};

}  // namespace nabla
