#pragma once

#include <nabla/formula/lift.hpp>
#include <nabla/formula/sequence.hpp>
#include <nabla/formula/symbol.hpp>

namespace nabla {

namespace detail {

/// The position that a number known to its type names, `[0_c]`: of a member of a family, a partial, a row.
template <class Index>
constexpr std::size_t position_of() {
  constexpr bool is_known = requires { requires is_constant_v<lift_t<Index>>; };
  static_assert(is_known, "nabla: an index is a number its type knows: x[0_c], or x.get<0>()");
  if constexpr (is_known) {
    using index = lift_t<Index>;
    constexpr bool is_position = index::value.denominator == 1 && index::value.numerator >= 0;
    static_assert(is_position, "nabla: an index is a whole number from 0");
    return is_position ? static_cast<std::size_t>(index::value.numerator) : 0;
  } else {
    return 0;
  }
}

/// What may stand between brackets, to be refused where it is no number that its type knows.
template <class Index>
concept position = liftable<Index> || plain_number<Index>;

}  // namespace detail

/// A family of variables, x[0] .. x[Size - 1], that is bound and differentiated by as one. It is a Hana sequence of its members.
template <fixed_string Name, std::size_t Size>
struct family {
  using hana_tag = detail::lazy_sequence_tag;

  static constexpr auto name = Name;
  static constexpr std::size_t length = Size;

  template <std::size_t I>
  static constexpr auto get() {
    static_assert(I < Size, "nabla: a family of n variables has the members 0 to n - 1");
    return symbol<Name, I>{};
  }

  /// Member at a position that its type knows: `x[0_c]`, `x[hana::size_c<0>]`.
  template <detail::position Index>
  constexpr auto operator[](Index) const {
    return get<detail::position_of<Index>()>();
  }

  /// `f(x = values)` binds an array, a span or anything else with `[]` to all members at once.
  template <class Values>
  constexpr binding<family, Values> operator=(Values&& values) const {
    return {std::forward<Values>(values)};
  }
};

template <fixed_string Name, std::size_t Size>
inline constexpr family<Name, Size> variables{};

}  // namespace nabla
