#pragma once

#include <nabla/calculus/gradient.hpp>

namespace nabla {

/// Value of a function and its change along a tangent.
template <class Value, class Tangent>
struct jvp_result {
  Value value;
  Tangent tangent;
};

/// Value of a function and the adjoint of its variables.
template <class Value, class Adjoint>
struct vjp_result {
  Value value;
  Adjoint adjoint;
};

namespace detail {

/// A tangent or an adjoint: one formula a component.
template <class... Components>
struct direction {
  static constexpr std::size_t length = sizeof...(Components);
  static constexpr std::size_t estimate = (tree_size<Components> + ... + 0);
  using formulas = hana::tuple<Components...>;

  static constexpr growable<node_id> nodes(graph& g) {
    lowered_types known;
    growable<node_id> result;
    (result.push(lower<Components>(g, known)), ...);
    return result;
  }
};

template <class... Components>
inline constexpr bool components_are_known_to_the_type = (liftable<Components> && ...);

template <class... Components>
constexpr auto direction_of_components() {
  static_assert(components_are_known_to_the_type<Components...>,
                "nabla: a direction is a Hana tuple of constants or formulas: hana::make_tuple(2_c, 3_c); numbers of the running "
                "program are variables, bound at the call");
  if constexpr (components_are_known_to_the_type<Components...>) {
    return direction<lift_t<Components>...>{};
  } else {
    return direction<typename std::conditional_t<liftable<Components>, lifted_operand<Components>, std::type_identity<constant<0>>>::type...>{};
  }
}

template <class V>
constexpr auto make_direction(V const& v) {
  if constexpr (liftable<V>) {
    return direction<lift_t<V>>{};
  } else if constexpr (!hana::Foldable<V>::value) {
    return direction_of_components<V>();
  } else {
    return decltype(hana::unpack(v, [](auto const&... components) { return direction_of_components<std::remove_cvref_t<decltype(components)>...>(); })){};
  }
}
// By its type, so that no levels of Hana's stand between a mistake and its message.
template <class... Components>
constexpr auto make_direction(hana::tuple<Components...> const&) {
  return direction_of_components<Components...>();
}
template <class V>
using direction_t = decltype(make_direction(std::declval<V const&>()));

template <std::size_t Components, std::size_t Expected>
inline constexpr bool as_many_components_as = Components == Expected;

template <std::size_t Components, std::size_t Expected>
constexpr bool check_length() {
  static_assert(as_many_components_as<Components, Expected>,
                "nabla: a tangent has one component for each variable, an adjoint one for each formula");
  return Components == Expected;
}

enum class product { jvp, vjp, hvp };

template <class Source, class Variables, class Direction, product Which>
struct product_recipe {
  static constexpr goal purpose = goal::run;
  static constexpr std::size_t estimate = 5 * Source::estimate + Direction::estimate;

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    growable<node_id> values;
    Source::build(g, values);
    growable<node_id> const inputs = Variables::nodes(g), along = Direction::nodes(g);
    if (Which != product::hvp) {
      for (node_id value : values) outputs.push(value);
    }
    if (Which == product::jvp) {
      for (node_id tangent : forward_sweep(g, values, inputs, along)) outputs.push(tangent);
    } else if (Which == product::vjp) {
      for (node_id adjoint : reverse_sweep(g, values, along, inputs)) outputs.push(adjoint);
    } else {
      growable<node_id> const seeds(1, g.constant(1));
      growable<node_id> const gradient = reverse_sweep(g, values, seeds, inputs);
      for (node_id change : forward_sweep(g, gradient, inputs, along)) outputs.push(change);
    }
  }
};

/// A vector among the outputs of a program, side by side, as output_matrix (joint.hpp) is a matrix.
template <std::size_t Length>
struct output_vector {
  static constexpr std::size_t rows = 1, columns = Length, entries = Length;
  static constexpr bool is_symmetric = false, is_full = true;
  static constexpr place place_of(std::size_t k) { return {0, static_cast<std::uint32_t>(k)}; }
};

/// The outputs of a product that are stored where they belong: an adjoint behind a value, of which there would be two copies. The one
/// array of an hvp is faster as it is (measured), and a tangent is one number or a few.
template <product Which, std::size_t Inputs>
struct product_outputs {};
template <std::size_t Inputs>
struct product_outputs<product::vjp, Inputs> {
  struct outputs {
    using last = output_vector<Inputs>;
  };
};

template <class Source, class Variables, class Direction, product Which>
struct product_functor : product_outputs<Which, Variables::length>,
                         functor<product_functor<Source, Variables, Direction, Which>, product_recipe<Source, Variables, Direction, Which>,
                                 typename Source::arguments> {
  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto pack(std::array<T, Size> const& values) {
    if constexpr (Which == product::hvp) {
      return values;
    } else {
      auto const value = scalar_or_vector<Source::is_vector>(slice<0, Source::outputs>(values));
      auto const rest = slice<Source::outputs, Size - Source::outputs>(values);
      if constexpr (Which == product::jvp) {
        auto const tangent = scalar_or_vector<Source::is_vector>(rest);
        return jvp_result<std::remove_const_t<decltype(value)>, std::remove_const_t<decltype(tangent)>>{value, tangent};
      } else {
        return vjp_result<std::remove_const_t<decltype(value)>, std::remove_const_t<decltype(rest)>>{value, rest};
      }
    }
  }
};

template <product Which, class F, class V, class... Variables>
constexpr auto make_product() {
  using source = source_t<F>;
  using variables = chosen_variables_t<source, Variables...>;
  using along = direction_t<V>;
  constexpr std::size_t expected = Which == product::vjp ? source::outputs : variables::length;
  if constexpr (check_length<along::length, expected>()) {
    return product_functor<source, variables, along, Which>{};
  }
}

}  // namespace detail

/// Jacobian-vector product (pushforward): the value of `f` and its change along `v`, in one forward sweep.
///
///     jvp(f, v, x...)(at) -> {value, tangent}     f : R^n -> R^m,  v : n,  value and tangent : m
///
/// @param f   expression, tuple of m expressions, or a nabla::function (then `x...` may be left out)
/// @param v   tangent: a Hana tuple with one constant or expression for each variable in `x...`
/// @return    a functor, called as `f` is; usable in constant expressions
/// @cost      a small multiple of one evaluation of `f`, whatever n
/// @refuses   a tangent of another length than the variables        test/fail/jvp_length.cpp
/// @law       <w, jvp> == <vjp, v>                                  test/laws/duality.cpp
/// @source    Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 3
template <class F, class V, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto jvp(F const&, V const&, Variables const&...) {
  return detail::make_product<detail::product::jvp, F, V, Variables...>();
}

/// Vector-Jacobian product (pullback): the value of `f` and w' J, in one reverse sweep.
///
///     vjp(f, w, x...)(at) -> {value, adjoint}     f : R^n -> R^m,  w and value : m,  adjoint : n
///
/// @param w   adjoint of the outputs: a Hana tuple with one constant or expression for each formula of `f`
/// @cost      a small multiple of one evaluation of `f`, whatever n and m
template <class F, class W, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto vjp(F const&, W const&, Variables const&...) {
  return detail::make_product<detail::product::vjp, F, W, Variables...>();
}

/// Hessian-vector product, forward over reverse, without the matrix.
///
///     hvp(f, v, x...)(at) -> std::array<T, n>     f : R^n -> R,  v : n
///
/// @cost      a small multiple of one evaluation of `f`, whatever n
/// @source    Pearlmutter, Fast exact multiplication by the Hessian, Neural Computation 6 (1994)
template <class F, class V, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto hvp(F const&, V const&, Variables const&...) {
  if constexpr (detail::check_scalar_function<F>()) {
    return detail::make_product<detail::product::hvp, F, V, Variables...>();
  }
}

NABLA_OTHER_ARGUMENTS(constant<0>, jvp, "takes a formula, a tangent and variables: jvp(f, hana::make_tuple(1_c, 0_c), x, y)")
NABLA_OTHER_ARGUMENTS(constant<0>, vjp, "takes formulas, an adjoint for each and variables: vjp(hana::make_tuple(f, g), hana::make_tuple(1_c, 0_c), x, y)")
NABLA_OTHER_ARGUMENTS(constant<0>, hvp, "takes a formula, a direction and variables: hvp(f, hana::make_tuple(1_c, 0_c), x, y)")

}  // namespace nabla
