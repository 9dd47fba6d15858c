#pragma once

#include <nabla/formula/function.hpp>
#include <nabla/interval/operations.hpp>

namespace nabla {

namespace detail {

/// The program of a formula with its powers whole: x^3 of an interval is narrower than x^2 times x.
template <class Formula>
struct enclosing_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = tree_size<Formula>;
  static constexpr void build(graph& g, growable<node_id>& outputs) { value_recipe<Formula>::build(g, outputs); }
};

/// A formula without variables is enclosed and bound as a number.
template <class Binding>
struct enclosed_binding;
template <class Variable, class Value>
struct enclosed_binding<binding<Variable, Value>> {
  using type = binding<Variable, std::conditional_t<liftable<Value>, enclosure, Value>>;
};

inline constexpr std::uint64_t functions_without_bounds[] = {hash_text("tgamma"), hash_text("lgamma"), hash_text("digamma"),
                                                             hash_text("trigamma"), hash_text("polygamma")};
template <class Operation>
inline constexpr bool rounding_outward_is_known_of = false;

/// The first operation of a program that has no bounds; 0 where all have.
template <class Recipe>
constexpr std::uint64_t first_operation_without_bounds() {
  return first_operation<Recipe>([](instruction const& step) { return is_among(step.operation, functions_without_bounds); });
}

/// An interval is checked before it is put into a box, so that the refusal is short.
template <class Value>
constexpr void check_ends(Value const& value, std::size_t members) {
  if constexpr (std::is_same_v<Value, interval>) {
    if (!are_ends(value.low, value.high)) domain_error_ends_of_an_interval_that_are_reversed_or_no_numbers();
  } else if constexpr (many_values<Value>) {
    for (std::size_t i = 0; i < members; ++i) check_ends(value[i], 0);
  }
}

template <class Value, std::size_t N>
constexpr void append_box(Value const& value, std::size_t members, std::array<enclosure, N>& box, std::size_t& at) {
  if constexpr (many_values<Value>) {
    for (std::size_t i = 0; i < members; ++i) box[at++] = enclosure(value[i]);
  } else {
    box[at++] = enclosure(value);
  }
}

template <class... Variables, class... Values>
constexpr auto box_of(binding<Variables, Values> const&... bound) {
  std::array<enclosure, argument_list<Variables...>::length> box{};
  std::size_t at = 0;
  (append_box(bound.value, variable_binding_info<Variables>::members, box, at), ...);
  return box;
}

/// A formula of the bound variables, evaluated over the parts of a box: the variables from `first` on are still whole.
template <std::size_t Parts, class Function, std::size_t N>
constexpr enclosure over_parts(Function const& f, std::array<enclosure, N>& box, std::size_t first) {
  while (first < N && (Parts == 1 || box[first].is_empty() || box[first].is_point() || is_infinite(box[first].width()))) ++first;
  if (first == N) return f(box);
  enclosure const whole = box[first];
  enclosure result = enclosure::empty();
  double from = whole.lower();
  for (std::size_t k = 1; k <= Parts; ++k) {
    double to = whole.upper();
    if (k < Parts) {
      double const share = static_cast<double>(k) / static_cast<double>(Parts);
      to = whole.lower() + share * (whole.upper() - whole.lower());
      if (!(to > from)) continue;
      if (to > whole.upper()) to = whole.upper();
    }
    // Parts share their ends, so that together they are the whole, however the ends were rounded.
    box[first] = enclosure(from, to);
    result = hull(result, over_parts<Parts>(f, box, first + 1));
    from = to;
  }
  box[first] = whole;
  return result;
}

}  // namespace detail

/// Rigorous bounds of a formula on a box: each value that it has there is between them, whatever was rounded.
///
///     bounds(f, x = interval{0.0, 1.0}, y = 2)            -> enclosure, with lower() and upper()
///     bounds<16>(f, x = interval{0.0, 1.0})               each interval in 16 parts: narrower, at 16 times the cost (a variable)
///     static_assert(bounds(derivative(f, x), x = interval{1.0, 2.0}).lower() > 0);      f increases from 1 to 2
///
/// A derivative that keeps its sign proves f monotonic on an interval where f has no pole and no jump (`select`, `sign`, `step`).
/// Where f has no value at all the result is empty, with the lower bound above the upper one: `is_empty()` tells.
///
/// @param f   expression in the variables that are bound: to an interval, an enclosure, a number, an exact constant (1_c / 3_c is
///            enclosed, the double 1.0 / 3 is what it is), or an array of these for a family
/// @return    constexpr; the same in constant expressions and at run time. Intervals in which a variable occurs more than once
///            are wider than the range of f; parts, or simplify(f), narrow them
/// @refuses   what a call by name refuses
/// @law       f at any point of the box lies within             test/interval/formulas.cpp
/// @source    R. E. Moore, Interval Analysis (1966)
template <std::size_t Parts = 1, expression F, class... Bindings>
  requires(sizeof...(Bindings) > 0 && (is_binding_v<Bindings> && ...))
constexpr enclosure bounds(F, Bindings const&... bindings) {
  static_assert(Parts >= 1, "nabla: bounds<parts>(f, x = ...) takes one part or more of each interval");
  if constexpr (Parts >= 1 && detail::check_names<detail::enclosing_recipe<F>, typename detail::enclosed_binding<Bindings>::type...>()) {
    using list = detail::argument_list<typename Bindings::variable...>;
    if constexpr (constexpr std::uint64_t refused = detail::first_operation_without_bounds<detail::enclosing_recipe<F>>(); refused != 0) {
      static_assert(detail::rounding_outward_is_known_of<detail::operation_t<refused>>,
                    "nabla: the function named here has no bounds: its values are not rounded outward");
      return {};
    } else {
      (detail::check_ends(bindings.value, detail::variable_binding_info<typename Bindings::variable>::members), ...);
      auto box = detail::box_of(bindings...);
      for (enclosure const& side : box) {
        if (side.is_empty()) return side;
      }
      auto const f = [](auto const& at) { return detail::run_to<list>(detail::outputs_returned<detail::enclosing_recipe<F>>{}, at)[0]; };
      return detail::over_parts<Parts>(f, box, 0);
    }
  } else {
    return {};
  }
}

template <std::size_t Parts = 1, expression F, class... Arguments>
  requires(sizeof...(Arguments) == 0 || !(is_binding_v<Arguments> && ...))
constexpr enclosure bounds(F, Arguments const&...) {
  static_assert(detail::takes_these_arguments<F, Arguments...>,
                "nabla: bounds is told each variable by name: bounds(f, x = nabla::interval{0.0, 1.0}, y = 2.0)");
  return {};
}

}  // namespace nabla
