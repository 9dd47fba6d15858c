#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <nabla/config.hpp>
#include <nabla/math/rounding.hpp>

// In a constant expression, an argument for which a function has no value does not compile. A compiler then tells every call from the
// user's to the one that refuses, which is deep in the evaluation: Clang writes three lines for each. So an evaluation that meets such
// an argument goes on with a NaN that says what it was (its payload), and the call that the user wrote, which alone is told then, refuses
// it (graph/code.hpp, graph/evaluate.hpp). Nothing of this is there at run time: it is asked by the built-in function, which GCC
// answers before it inlines anything (of std::is_constant_evaluated() its optimiser had a third more to do).
namespace nabla::math {

/// For what a function has no value. The name is in the compiler's message.
enum class domain_error : std::uint8_t {
  none,
  division_by_zero,
  logarithm_of_a_number_that_is_not_positive,
  square_root_of_a_negative_number,
  negative_power_of_zero,
  power_of_a_negative_number_with_an_exponent_that_is_not_whole,
  arc_sine_or_cosine_of_a_number_beyond_1,
  inverse_hyperbolic_cosine_of_a_number_below_1,
  inverse_hyperbolic_tangent_of_a_number_not_between_minus_1_and_1,
  gamma_function_at_a_pole,  // the last one
  not_recorded = 255,        // what an argument of generic code is where that is only run (graph.hpp)
};

/// Not constexpr, so that a constant evaluation ends here, and the message has the name of the error.
template <domain_error Error, class Float>
Float has_no_value() {
  return kernel::not_a_number<Float>;
}

namespace kernel {

inline constexpr std::size_t domain_errors = static_cast<std::size_t>(domain_error::gamma_function_at_a_pole) + 1;
template <class Float>
struct refusals {
  Float (*of[domain_errors])();
};
template <class Float>
inline constexpr auto refusals_of = []<std::size_t... Error>(std::index_sequence<Error...>) {
  return refusals<Float>{{&has_no_value<static_cast<domain_error>(Error), Float>...}};
}(std::make_index_sequence<domain_errors>{});
/// What refuses an error. It is given and not called here: a compiler would tell a function between.
template <class Float>
constexpr auto refusal_of(domain_error error) {
  return refusals_of<Float>.of[static_cast<std::size_t>(error)];
}

/// The bits of the NaN that stands for an error: those of "nabla", as far as there is room, and the error. A long double shows no
/// constant evaluation its bits, and is refused where it is.
template <class T>
struct marked_nan;
template <>
struct marked_nan<double> {
  using word = std::uint64_t;
  static constexpr word bits = 0x7ff86e61626c6100;
};
template <>
struct marked_nan<float> {
  using word = std::uint32_t;
  static constexpr word bits = 0x7fee6100;
};

template <class T>
constexpr T number_with(domain_error error) {
  return __builtin_bit_cast(T, static_cast<typename marked_nan<T>::word>(marked_nan<T>::bits | static_cast<std::uint8_t>(error)));
}

}  // namespace kernel

template <class T>
inline constexpr bool carries_domain_errors = std::is_same_v<T, double> || std::is_same_v<T, float>;

/// The error that a number stands for; numbers of other types stand for none.
template <class T>
constexpr domain_error domain_error_in(T const& number) {
  if constexpr (carries_domain_errors<T>) {
    // By its bits: -ffinite-math-only has no NaN.
    auto const other_bits = __builtin_bit_cast(typename kernel::marked_nan<T>::word, number) ^ kernel::marked_nan<T>::bits;
    if (other_bits < 256) return static_cast<domain_error>(other_bits);
  }
  return domain_error::none;
}

/// The first error that stands in an array.
template <class T, std::size_t Count>
constexpr domain_error domain_error_in(std::array<T, Count> const& numbers) {
  if constexpr (carries_domain_errors<T>) {
    for (T const& number : numbers) {
      if (domain_error const error = domain_error_in(number); error != domain_error::none) return error;
    }
  }
  return domain_error::none;
}

/// A number, or an array of numbers, as it is: in a constant evaluation it is refused if it stands for an error.
template <class T>
NABLA_ALWAYS_INLINE constexpr T const& with_value(T const& result) {
  if (__builtin_is_constant_evaluated()) {
    domain_error const error = domain_error_in(result);
    if (error != domain_error::none) kernel::refusal_of<double>(error)();
  }
  return result;
}

}  // namespace nabla::math
