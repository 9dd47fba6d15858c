#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>

#include <nabla/formula/binding.hpp>
#include <nabla/rules/constants.hpp>

namespace nabla::detail {

/// What is handed over as many values: an array, a span, a vector, an Eigen vector, a pointer. A pack of numbers (SIMD) has `[]` too, but is
/// one scalar.
template <class T>
concept indexable = (std::is_array_v<T> || std::is_pointer_v<T> || requires(T const& t) { t.size(); }) && requires(T const& t) { t[0]; };

template <class T>
concept simd_pack = requires { typename T::mask_type; } || requires { typename T::batch_bool_type; };

template <class T>
concept many_values = indexable<T> && !simd_pack<T> && !takes_plain_numbers<T>;

/// Type of a single value that is bound, before promotion.
template <class T>
struct element {
  using type = T;
};
template <many_values T>
struct element<T> : element<std::remove_cvref_t<decltype(std::declval<T const&>()[0])>> {};
/// A traced scalar, also where it is an array of one.
template <takes_plain_numbers T>
struct element<T> {
  using type = typename T::number_type;
};
/// An unevaluated expression of another library (Boost.Multiprecision) stands for the number it converts to.
template <class T>
  requires requires { typename T::result_type; } && std::is_convertible_v<T const&, typename T::result_type>
struct element<T> {
  using type = typename T::result_type;
};
template <class Variable, class Value>
struct element<binding<Variable, Value>> : element<std::remove_cvref_t<Value>> {};

template <class T>
using element_t = typename element<std::remove_cvref_t<T>>::type;

/// Whole numbers adapt to the scalars they stand beside, and are promoted to double where there are no others.
template <class Joined, class Next>
constexpr auto join_scalars() {
  if constexpr (std::is_same_v<Joined, Next> || std::is_void_v<Next>) {
    return std::type_identity<Joined>{};
  } else if constexpr (std::is_void_v<Joined>) {
    return std::type_identity<Next>{};
  } else if constexpr (std::is_integral_v<Next>) {
    return std::type_identity<Joined>{};
  } else if constexpr (std::is_integral_v<Joined>) {
    return std::type_identity<Next>{};
  } else if constexpr (requires { typename std::common_type_t<Joined, Next>; }) {
    return std::type_identity<std::common_type_t<Joined, Next>>{};
  } else if constexpr (std::is_constructible_v<Joined, Next const&>) {
    return std::type_identity<Joined>{};
  } else {
    static_assert(std::is_constructible_v<Next, Joined const&>,
                  "nabla: the values of one call have scalar types of which neither converts to the other");
    return std::type_identity<Next>{};
  }
}

template <class Joined, class... Scalars>
struct joined_scalar {
  using type = std::conditional_t<std::is_void_v<Joined> || std::is_integral_v<Joined>, double, Joined>;
};
template <class Joined, class Next, class... Scalars>
struct joined_scalar<Joined, Next, Scalars...>
    : joined_scalar<typename decltype(join_scalars<Joined, Next>())::type, Scalars...> {};

/// The scalar type of a call, from the types of its arguments.
template <class... Arguments>
using scalar_t = typename joined_scalar<void, element_t<Arguments>...>::type;

/// What can be the scalar of a formula: numbers convert to it, whole ones or, as to a SIMD pack, those of its own kind.
template <class T>
inline constexpr bool is_scalar_like =
    (std::is_constructible_v<T, std::intmax_t const&> || (simd_pack<T> && std::is_constructible_v<T, double const&>)) && !std::is_pointer_v<T>;

/// The scalar type where no argument is needed: of those that are numbers.
template <class... Arguments>
using any_scalar_t = typename joined_scalar<void, std::conditional_t<is_scalar_like<element_t<Arguments>>, element_t<Arguments>, void>...>::type;

/// An exact rational in a scalar's own precision: the nearest number of a standard floating-point type; for another type the
/// quotient of two whole numbers of that type.
template <class T, rational Value>
constexpr T number_as() {
  if constexpr (standard_float<T>) {
    constexpr T number = nearest<T>(Value);
    return number;
  } else if constexpr (made_of_standard_float<T>) {
    return T(number_as<typename T::value_type, Value>());
  } else if constexpr (Value.denominator == 1) {
    return static_cast<T>(Value.numerator);
  } else {
    return static_cast<T>(static_cast<T>(Value.numerator) / static_cast<T>(Value.denominator));
  }
}

}  // namespace nabla::detail
