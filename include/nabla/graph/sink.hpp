#pragma once

#include <cstddef>
#include <type_traits>

#include <nabla/config.hpp>

namespace nabla::detail {

// Where a program puts its outputs. A sink is a small object, copied freely, that has
//
//     sink.at(o) = value         output number o goes where it belongs: o a constant or not; to two places, where it has two
//     Sink::has_row(o, length)   constexpr: whether so many outputs from number o on, each of one place, stand side by side
//     sink.row(o)                where they do
//     sink.prepare()             stores what is no output (the zeros of a matrix): once, before the first output
//     Sink::count                how many outputs
//
// Inputs of the program are read while outputs are stored. That they do not lie where these go is the business of who makes the
// sink (`apart` in evaluate.hpp).

/// The outputs in their order, side by side.
template <class T, std::size_t Count>
struct row_sink {
  using scalar = T;
  static constexpr std::size_t count = Count;
  static constexpr bool is_mirrored = false;
  T* first;

  NABLA_ALWAYS_INLINE constexpr T& at(std::size_t output) const { return first[output]; }
  NABLA_ALWAYS_INLINE constexpr T* row(std::size_t output) const { return first + output; }
  static constexpr bool has_row(std::size_t output, std::size_t length) { return output + length <= Count; }
  NABLA_ALWAYS_INLINE constexpr void prepare() const {}
};

/// The two places of an entry of a symmetric matrix, which are one on the diagonal.
template <class T>
struct two_places {
  T* first;
  T* second;

  NABLA_ALWAYS_INLINE constexpr two_places(T& here, T& there) : first(&here), second(&there) {}
  NABLA_ALWAYS_INLINE constexpr explicit two_places(T& here) : two_places(here, here) {}
  NABLA_ALWAYS_INLINE constexpr two_places const& operator=(T const& value) const {
    *first = value;
    *second = value;
    return *this;
  }
};

/// The outputs of the first sink, then those of the second.
template <class First, class Second>
struct joined_sinks {
  using scalar = typename First::scalar;
  static constexpr std::size_t count = First::count + Second::count;
  static constexpr bool is_mirrored = First::is_mirrored || Second::is_mirrored;
  First first;
  Second second;

  using place = std::conditional_t<is_mirrored, two_places<scalar>, scalar&>;
  NABLA_ALWAYS_INLINE constexpr place at(std::size_t output) const {
    if constexpr (First::count != 0) {
      if (output < First::count) return static_cast<place>(first.at(output));
    }
    return static_cast<place>(second.at(output - First::count));
  }
  NABLA_ALWAYS_INLINE constexpr scalar* row(std::size_t output) const {
    return output < First::count ? first.row(output) : second.row(output - First::count);
  }
  static constexpr bool has_row(std::size_t output, std::size_t length) {
    return output < First::count ? First::has_row(output, length) : Second::has_row(output - First::count, length);
  }
  NABLA_ALWAYS_INLINE constexpr void prepare() const {
    first.prepare();
    second.prepare();
  }
};

template <class Last>
NABLA_ALWAYS_INLINE constexpr Last joined(Last last) {
  return last;
}
template <class First, class... Rest>
NABLA_ALWAYS_INLINE constexpr auto joined(First first, Rest... rest) {
  return joined_sinks<First, decltype(joined(rest...))>{first, joined(rest...)};
}

}  // namespace nabla::detail
