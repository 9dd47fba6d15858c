#pragma once

#include <utility>

#include <nabla/formula/binding.hpp>
#include <nabla/formula/expression.hpp>

namespace nabla {

namespace detail {

/// What the engine knows of a variable: its name and, for a member of a family, its index.
struct variable_info {
  text name;
  std::size_t index = none;
  std::uint64_t hash = 0;

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  friend constexpr bool operator==(variable_info const& a, variable_info const& b) {
    return a.index == b.index && a.name == b.name;
  }
};

constexpr variable_info make_variable_info(text name, std::size_t index = variable_info::none) {
  return {name, index, hash_join(hash_text(name), index + 1)};
}

}  // namespace detail

/// A variable: `symbol<"x">`, or the third member of a family: `symbol<"x", 2>`.
template <fixed_string Name, std::size_t... Index>
struct symbol : expression_base<symbol<Name, Index...>> {
  static_assert(Name.size() > 0, "nabla: a variable needs a name");
  static_assert(sizeof...(Index) <= 1, "nabla: a variable has at most one index");

  static constexpr auto name = Name;
  static constexpr detail::variable_info info = detail::make_variable_info(Name.view(), Index...);
  static constexpr std::size_t size = 1;
  static constexpr std::uint64_t hash = info.hash;

  /// `f(x = 3)` binds a value to the variable for one call; `f(x = g)` composes.
  template <class Value>
  constexpr binding<symbol, Value> operator=(Value&& value) const {
    return {std::forward<Value>(value)};
  }
};

template <fixed_string Name>
inline constexpr symbol<Name> variable{};

}  // namespace nabla
