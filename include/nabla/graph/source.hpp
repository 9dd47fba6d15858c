#pragma once

#include <boost/hana/unpack.hpp>

#include <nabla/formula/function.hpp>
#include <nabla/graph/evaluate.hpp>

namespace nabla {

namespace detail {

/// One formula, or several, as something to build a graph from: what derivative operators take. A source says how many outputs
/// it has, how it is called (an `argument_list`, or void for by name) and how its graph is made.
template <class ArgumentList, bool Vector, class... Formulas>
struct formula_source {
  using arguments = ArgumentList;
  static constexpr bool is_vector = Vector;  // a tuple, also of one formula
  static constexpr std::size_t outputs = sizeof...(Formulas);
  static constexpr std::size_t estimate = (tree_size<Formulas> + ... + 0);
  using value = value_recipe<Formulas...>;

  static constexpr void build(graph& g, growable<node_id>& nodes) { value::build(g, nodes); }
};

template <class ArgumentList, class... Formulas>
constexpr auto tuple_source(hana::tuple<Formulas...> const&) {
  static_assert((liftable<Formulas> && ...), "nabla: a vector-valued function is a Hana tuple of formulas");
  return formula_source<ArgumentList, true, lift_t<Formulas>...>{};
}

template <class ArgumentList, class F>
constexpr auto make_source() {
  if constexpr (liftable<F>) {
    return formula_source<ArgumentList, false, lift_t<F>>{};
  } else if constexpr (hana::Sequence<F>::value) {
    return decltype(tuple_source<ArgumentList>(hana::unpack(std::declval<F>(), hana::make_tuple))){};
  } else {
    static_assert(!condition<F>, "nabla: a condition is no number, and has no derivative: differentiate select(condition, then, otherwise)");
    static_assert(!plain_number<F>, "nabla: what is differentiated is a formula, and f(x = 1.0) is a number: differentiate first, "
                                    "gradient(f, x, y)(x = 1.0, y = 2.0)");
    return formula_source<ArgumentList, false, constant<0>>{};
  }
}

/// What can be differentiated: a formula, a Hana sequence of formulas, a function of positions.
template <class F>
struct source {
  using type = decltype(make_source<void, F>());
};
template <class Formula, class... Variables>
struct source<function<Formula, Variables...>> {
  using type = decltype(make_source<argument_list<Variables...>, Formula>());
};
template <class F>
using source_t = typename source<std::remove_cvref_t<F>>::type;

template <class F>
concept has_source = liftable<F> || function_object<F> || hana::Sequence<std::remove_cvref_t<F>>::value;

/// What the operators take; conditions and numbers are let in to be refused in words.
template <class F>
concept differentiable = has_source<F> || condition<F> || plain_number<F>;

template <bool Vector, class Values>
NABLA_ALWAYS_INLINE constexpr auto scalar_or_vector(Values const& values) {
  if constexpr (Vector) {
    return values;
  } else {
    return values[0];
  }
}

template <class Source, class... Arguments>
NABLA_ALWAYS_INLINE constexpr auto call_source(Arguments const&... arguments) {
  return scalar_or_vector<Source::is_vector>(run<typename Source::value, typename Source::arguments>(arguments...));
}

template <class... Variables>
struct variable_types {};

/// Whether a function of one formula is called with a formula for each of its arguments: composition.
template <class Formula, class Variables, class... Arguments>
inline constexpr bool composes_function = false;
template <expression Formula, class... Variables, class... Arguments>
  requires(sizeof...(Variables) == sizeof...(Arguments))
inline constexpr bool composes_function<Formula, variable_types<Variables...>, Arguments...> =
    (binds_formula<binding<Variables, Arguments>> && ...);

}  // namespace detail

template <class Formula, class... Variables, class... Arguments>
constexpr auto call_function(function<Formula, Variables...> const&, Arguments const&... arguments) {
  using source = detail::source_t<function<Formula, Variables...>>;
  if constexpr (detail::composes_function<Formula, detail::variable_types<Variables...>, Arguments...>) {
    return detail::substitute_t<Formula, binding<Variables, Arguments>...>{};
  } else {
    if constexpr (!(is_binding_v<Arguments> || ...)) {
      [[maybe_unused]] constexpr bool checked =
          detail::check_positions<typename source::value, typename source::arguments, Arguments...>();
    }
    return math::with_value(detail::call_source<source>(arguments...));
  }
}

}  // namespace nabla
