#pragma once

#include <boost/hana/at.hpp>
#include <boost/hana/concept/sequence.hpp>

#include <nabla/formula/apply.hpp>
#include <nabla/formula/family.hpp>

namespace nabla::detail {

/// Whether a binding gives a formula to a variable, or a sequence of formulas to a family: composition, not evaluation.
template <class T>
inline constexpr bool binds_formula = false;
template <class Variable, class Value>
inline constexpr bool binds_formula<binding<Variable, Value>> = liftable<Value>;
template <fixed_string Name, std::size_t Size, class Value>
inline constexpr bool binds_formula<binding<family<Name, Size>, Value>> =
    boost::hana::Sequence<std::remove_cvref_t<Value>>::value;

/// What a binding puts in the place of a variable; nothing where it is of another variable.
template <class Symbol, class Binding>
struct substitute_for {
  static constexpr bool found = false;
};
template <class Symbol, class Value>
  requires liftable<Value>
struct substitute_for<Symbol, binding<Symbol, Value>> {
  static constexpr bool found = true;
  using type = lift_t<Value>;
};
template <fixed_string Name, std::size_t Index, std::size_t Size, class Value>
  requires(Index < Size && binds_formula<binding<family<Name, Size>, Value>>)
struct substitute_for<symbol<Name, Index>, binding<family<Name, Size>, Value>> {
  static constexpr bool found = true;
  static_assert(decltype(boost::hana::length(std::declval<Value const&>()))::value == Size,
                "nabla: as many formulas as the family of variables has members");
  using type = lift_t<decltype(boost::hana::at_c<Index>(std::declval<Value const&>()))>;
};

/// A variable that a binding binds: of a family the first.
template <class Variable>
struct first_variable {
  using type = Variable;
};
template <fixed_string Name, std::size_t Size>
struct first_variable<family<Name, Size>> {
  using type = symbol<Name, 0>;
};

template <class Binding, class... Bindings>
inline constexpr bool is_bound_once =
    (0 + ... + substitute_for<typename first_variable<typename Binding::variable>::type, Bindings>::found) <= 1;

/// Of formulas bound in one call each variable has one.
template <class First, class... Bindings>
constexpr bool check_bound_once() {
  static_assert((is_bound_once<First, First, Bindings...> && ... && is_bound_once<Bindings, First, Bindings...>),
                "nabla: a variable is bound twice in one call");
  return (is_bound_once<First, First, Bindings...> && ... && is_bound_once<Bindings, First, Bindings...>);
}

/// Simultaneous substitution of formulas for variables; every other node stays as it is written.
template <class Formula, class... Bindings>
struct substitution {
  using type = Formula;  // a constant
};

template <class Symbol>
struct substitution<Symbol> {
  using type = Symbol;
};

template <class Symbol, class First, class... Rest>
constexpr auto first_substitute() {
  if constexpr (substitute_for<Symbol, First>::found) {
    static_assert((!substitute_for<Symbol, Rest>::found && ...), "nabla: the variable named here is bound twice in one call");
    return typename substitute_for<Symbol, First>::type{};
  } else if constexpr (sizeof...(Rest) > 0) {
    return first_substitute<Symbol, Rest...>();
  } else {
    return Symbol{};
  }
}

template <fixed_string Name, std::size_t... Index, class First, class... Rest>
struct substitution<symbol<Name, Index...>, First, Rest...> {
  using type = decltype(first_substitute<symbol<Name, Index...>, First, Rest...>());
};

template <class Operation, class... Operands, class First, class... Rest>
struct substitution<apply<Operation, Operands...>, First, Rest...> {
  using type = applied_t<Operation, typename substitution<Operands, First, Rest...>::type...>;
};

template <class Formula, class... Bindings>
using substitute_t = typename substitution<Formula, Bindings...>::type;

}  // namespace nabla::detail
