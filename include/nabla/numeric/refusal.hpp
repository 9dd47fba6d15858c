#pragma once

#include <cstddef>
#include <cstdio>
#include <stdexcept>
#include <string>

// What is said of bad input that is known only at run time. Each function is named by the sentence it stands for and
// is not constexpr: in a constant expression the call does not compile, and the compiler's message shows the name.

namespace nabla::numeric::detail {

template <class T>
std::string text(T const& value) {
  if (value != value) return "NaN";
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.6Lg", static_cast<long double>(value));
  return digits;
}

[[noreturn]] inline void refuse(char const* caller, std::string const& expected, std::string const& came) {
  throw std::invalid_argument(std::string("nabla::numeric::") + caller + ": expected " + expected + ", but " + came);
}

template <class T>
[[noreturn]] void step_must_be_positive_and_finite(char const* caller, T const& step) {
  refuse(caller, "a positive, finite step", "the step is " + text(step));
}

[[noreturn]] inline void order_must_not_be_negative(char const* caller, int order) {
  refuse(caller, "an order of differentiation of 0 or more", "the order is " + std::to_string(order));
}

[[noreturn]] inline void stencil_needs_more_points_than_the_order(char const* caller, int order, int points) {
  refuse(caller,
         "at least " + std::to_string(order + 1) + " points for a derivative of order " + std::to_string(order),
         std::to_string(points) + " came");
}

[[noreturn]] inline void central_stencil_needs_an_odd_number_of_points(char const* caller, int points) {
  refuse(caller, "an odd number of points in a central stencil", std::to_string(points) + " came");
}

[[noreturn]] inline void stencil_nodes_must_differ(char const* caller, std::size_t first, std::size_t second) {
  refuse(caller, "nodes that differ",
         "nodes " + std::to_string(first) + " and " + std::to_string(second) + " are equal");
}

[[noreturn]] inline void table_needs_a_row(char const* caller, int rows) {
  refuse(caller, "at least 1 row", std::to_string(rows) + " came");
}

template <class T>
[[noreturn]] void ratio_must_lie_between_0_and_1(char const* caller, T const& ratio) {
  refuse(caller, "a ratio of successive steps between 0 and 1", "the ratio is " + text(ratio));
}

[[noreturn]] inline void extrapolation_needs_two_levels(char const* caller, int levels) {
  refuse(caller, "at least 2 levels", std::to_string(levels) + " came");
}

[[noreturn]] inline void variable_must_exist(char const* caller, std::size_t variable, std::size_t count) {
  refuse(caller, "a variable below " + std::to_string(count), "the variable is " + std::to_string(variable));
}

[[noreturn]] inline void gradient_needs_more_samples(char const* caller, std::size_t needed, std::size_t count) {
  refuse(caller, "at least " + std::to_string(needed) + " samples", std::to_string(count) + " came");
}

template <class T>
[[noreturn]] void spacing_must_be_finite_and_not_zero(char const* caller, T const& spacing) {
  refuse(caller, "a finite spacing other than 0", "the spacing is " + text(spacing));
}

[[noreturn]] inline void sizes_must_agree(char const* caller, char const* what, std::size_t samples,
                                          std::size_t count) {
  refuse(caller, std::to_string(samples) + " " + what + ", one for each sample", std::to_string(count) + " came");
}

[[noreturn]] inline void extents_must_hold_the_samples(char const* caller, std::size_t samples, std::size_t product) {
  refuse(caller, "extents whose product is " + std::to_string(samples) + ", the number of samples",
         "it is " + std::to_string(product));
}

template <class T>
[[noreturn]] void coordinates_must_be_strictly_monotonic(char const* caller, std::size_t index, T const& left,
                                                         T const& right) {
  refuse(caller, "finite, strictly monotonic coordinates",
         "coordinate " + std::to_string(index) + " is " + text(left) + " and coordinate " + std::to_string(index + 1) +
             " is " + text(right));
}

[[noreturn]] inline void axis_must_exist(char const* caller, std::size_t axis, std::size_t dimensions) {
  refuse(caller, "an axis below " + std::to_string(dimensions), "the axis is " + std::to_string(axis));
}

}  // namespace nabla::numeric::detail
