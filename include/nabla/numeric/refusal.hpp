#pragma once

#include <array>  // in libstdc++: defines __GLIBCXX__, declares what the library throws
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#if !defined(__GLIBCXX__)
#include <stdexcept>
#endif

// What is said of bad input that is known only at run time. Each function is named by the sentence it stands for and
// is not constexpr: in a constant expression the call does not compile, and the compiler's message shows the name.

namespace nabla::numeric::detail {

/// Throws std::invalid_argument. Its header, with <string> behind it, costs a program more time to compile than all of
/// this room; libstdc++ throws it from the library as well.
[[noreturn]] inline void throw_invalid_argument(char const* message) {
#if defined(__GLIBCXX__)
  std::__throw_invalid_argument(message);
#else
  throw std::invalid_argument(message);
#endif
}

/// "nabla::numeric::<caller>: expected <...>, but <...>", in the manner of printf.
#if defined(__GNUC__)
[[gnu::format(printf, 2, 3)]]
#endif
[[noreturn]] inline void refuse(char const* caller, char const* format, ...) {
  char message[320];
  int const length = std::snprintf(message, sizeof message, "nabla::numeric::%s: expected ", caller);
  std::va_list arguments;
  va_start(arguments, format);
  if (length > 0 && static_cast<std::size_t>(length) < sizeof message) {
    std::vsnprintf(message + length, sizeof message - static_cast<std::size_t>(length), format, arguments);
  }
  va_end(arguments);
  throw_invalid_argument(message);
}

/// A number in a message, from any real scalar.
struct digits {
  char characters[64] = "NaN";

  template <class T>
  explicit digits(T const& value) {
    if (value == value) std::snprintf(characters, sizeof characters, "%.6Lg", static_cast<long double>(value));
  }
};

template <class T>
[[noreturn]] void step_must_be_positive_and_finite(char const* caller, T const& step) {
  refuse(caller, "a positive, finite step, but the step is %s", digits(step).characters);
}

[[noreturn]] inline void order_must_not_be_negative(char const* caller, int order) {
  refuse(caller, "an order of differentiation of 0 or more, but the order is %d", order);
}

[[noreturn]] inline void stencil_needs_more_points_than_the_order(char const* caller, int order, int points) {
  refuse(caller, "at least %d points for a derivative of order %d, but %d came", order + 1, order, points);
}

[[noreturn]] inline void central_stencil_needs_an_odd_number_of_points(char const* caller, int points) {
  refuse(caller, "an odd number of points in a central stencil, but %d came", points);
}

[[noreturn]] inline void stencil_nodes_must_differ(char const* caller, std::size_t first, std::size_t second) {
  refuse(caller, "nodes that differ, but nodes %zu and %zu are equal", first, second);
}

[[noreturn]] inline void table_needs_a_row(char const* caller, int rows) {
  refuse(caller, "at least 1 row, but %d came", rows);
}

template <class T>
[[noreturn]] void ratio_must_lie_between_0_and_1(char const* caller, T const& ratio) {
  refuse(caller, "a ratio of successive steps between 0 and 1, but the ratio is %s", digits(ratio).characters);
}

[[noreturn]] inline void extrapolation_needs_two_levels(char const* caller, int levels) {
  refuse(caller, "at least 2 levels, but %d came", levels);
}

[[noreturn]] inline void variable_must_exist(char const* caller, std::size_t variable, std::size_t count) {
  refuse(caller, "a variable below %zu, but the variable is %zu", count, variable);
}

[[noreturn]] inline void gradient_needs_more_samples(char const* caller, std::size_t needed, std::size_t count) {
  refuse(caller, "at least %zu samples, but %zu came", needed, count);
}

template <class T>
[[noreturn]] void spacing_must_be_finite_and_not_zero(char const* caller, T const& spacing) {
  refuse(caller, "a finite spacing other than 0, but the spacing is %s", digits(spacing).characters);
}

[[noreturn]] inline void sizes_must_agree(char const* caller, char const* what, std::size_t samples,
                                          std::size_t count) {
  refuse(caller, "%zu %s, one for each sample, but %zu came", samples, what, count);
}

[[noreturn]] inline void extents_must_hold_the_samples(char const* caller, std::size_t samples, std::size_t product) {
  refuse(caller, "extents whose product is %zu, the number of samples, but it is %zu", samples, product);
}

template <class T>
[[noreturn]] void coordinates_must_be_strictly_monotonic(char const* caller, std::size_t index, T const& left,
                                                         T const& right) {
  refuse(caller, "finite, strictly monotonic coordinates, but coordinate %zu is %s and coordinate %zu is %s", index,
         digits(left).characters, index + 1, digits(right).characters);
}

[[noreturn]] inline void axis_must_exist(char const* caller, std::size_t axis, std::size_t dimensions) {
  refuse(caller, "an axis below %zu, but the axis is %zu", dimensions, axis);
}

}  // namespace nabla::numeric::detail
