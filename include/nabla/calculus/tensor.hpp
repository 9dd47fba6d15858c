#pragma once

#include <nabla/calculus/hessian.hpp>
#include <nabla/graph/forward.hpp>
#include <nabla/graph/series.hpp>

namespace nabla {

/// The distinct entries of a symmetric third-order tensor that can be other than zero: entry number k has the indices
/// first[k] >= second[k] >= third[k].
template <std::size_t Count>
struct tensor_pattern {
  static constexpr std::size_t size() { return Count; }
  std::array<std::size_t, Count> first{};
  std::array<std::size_t, Count> second{};
  std::array<std::size_t, Count> third{};
  friend constexpr bool operator==(tensor_pattern const&, tensor_pattern const&) = default;
};

namespace detail {

/// Place of entry (i, j) of a symmetric matrix among its distinct ones, those with i >= j in order.
constexpr std::size_t pair_index(std::size_t i, std::size_t j) { return i >= j ? sum_up_to(i) + j : sum_up_to(j) + i; }

constexpr std::size_t tetrahedron(std::size_t n) { return n * (n + 1) * (n + 2) / 6; }
/// Place of entry (i, j, k) of a symmetric tensor among its distinct ones, those with i >= j >= k in order.
constexpr std::size_t tetrahedron_index(std::size_t i, std::size_t j, std::size_t k) {
  std::size_t const high = i > j ? (i > k ? i : k) : (j > k ? j : k), low = i < j ? (i < k ? i : k) : (j < k ? j : k);
  return tetrahedron(high) + sum_up_to(i + j + k - high - low) + low;
}

/// Forward over forward over reverse. Each entry is asked of the Hessian's entry without its least index, so that each is made once; of
/// a Hessian's entry that is 0 nothing is asked.
template <class Source, class Variables>
struct third_derivatives_recipe {
  static constexpr goal purpose = goal::run;
  static constexpr std::size_t estimate =
      bounded_estimate(Source::estimate) * (4 + 4 * Variables::length + 2 * sum_up_to(Variables::length));

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    growable<node_id> value;
    Source::build(g, value);
    growable<node_id> const by = Variables::nodes(g), seed(1, g.constant(1));
    std::size_t const n = by.size();
    growable<node_id> const gradient = reverse_sweep(g, value, seed, by);
    growable<node_id> hessian(sum_up_to(n), g.constant(0));
    for (std::size_t j = 0; j < n; ++j) {
      growable<std::size_t> places;
      growable<node_id> asked;
      for (std::size_t i = j; i < n; ++i) ask(g, gradient[i], pair_index(i, j), asked, places);
      fill(g, asked, places, by, j, hessian);
    }
    outputs.resize(tetrahedron(n), g.constant(0));
    for (std::size_t k = 0; k < n; ++k) {
      growable<std::size_t> places;
      growable<node_id> asked;
      for (std::size_t i = k; i < n; ++i) {
        for (std::size_t j = k; j <= i; ++j) ask(g, hessian[pair_index(i, j)], tetrahedron_index(i, j, k), asked, places);
      }
      fill(g, asked, places, by, k, outputs);
    }
  }

 private:
  static constexpr void ask(graph const& g, node_id id, std::size_t place, growable<node_id>& asked, growable<std::size_t>& places) {
    if (g.is_constant(id)) return;
    asked.push(id);
    places.push(place);
  }

  /// What is asked, differentiated by variable number `along`, to its places.
  static constexpr void fill(graph& g, growable<node_id> const& asked, growable<std::size_t> const& places, growable<node_id> const& by,
                             std::size_t along, growable<node_id>& to) {
    if (asked.size() == 0) return;
    growable<node_id> tangents(by.size(), g.constant(0));
    tangents[along] = g.constant(1);
    growable<node_id> const moved = forward_sweep(g, asked, by, tangents);
    for (std::size_t m = 0; m < places.size(); ++m) to[places[m]] = moved[m];
  }
};

template <class Out, class T>
NABLA_ALWAYS_INLINE constexpr void write_tensor_entry(Out&& out, std::size_t first, std::size_t second, std::size_t third, std::size_t n,
                                                      T const& value) {
  auto const i = static_cast<index_of_t<Out>>(first), j = static_cast<index_of_t<Out>>(second), k = static_cast<index_of_t<Out>>(third);
  if constexpr (requires { out(i, j, k) = value; }) {
    out(i, j, k) = value;
  } else if constexpr (requires { out(i, j, k, value); }) {
    out(i, j, k, value);
  } else {
    out[(first * n + second) * n + third] = value;
  }
}

/// The distinct entries alone: those with i >= j >= k, in order.
template <class Source, class Variables>
struct packed_third_derivatives_functor : functor<packed_third_derivatives_functor<Source, Variables>,
                                                  third_derivatives_recipe<Source, Variables>, typename Source::arguments> {
  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return values;
  }
  /// Where the entry (i, j, k), in any order, stands.
  static constexpr std::size_t index(std::size_t i, std::size_t j, std::size_t k) { return tetrahedron_index(i, j, k); }
};

template <class F, class Source, class Variables>
struct third_derivatives_functor : functor<third_derivatives_functor<F, Source, Variables>, third_derivatives_recipe<Source, Variables>,
                                           typename Source::arguments> {
  static constexpr std::size_t length = Variables::length;
  using recipe = third_derivatives_recipe<Source, Variables>;

  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto pack(std::array<T, Size> const& values) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::array<std::array<std::array<T, length>, length>, length>{{slab<I>(values)...}};
    }(std::make_index_sequence<length>{});
  }

  /// Writes all entries into a span, slab by slab and row by row, anything with out(i, j, k), or a callable (i, j, k, value).
  template <class Out, class... Arguments>
  constexpr void into(Out&& out, Arguments const&... arguments) const {
    auto const values = packed()(arguments...);
    [&]<std::size_t... M>(std::index_sequence<M...>) {
      [[maybe_unused]] bool const in_order[] = {
          true, (write_tensor_entry(out, M / length / length, M / length % length, M % length, length,
                                    values[tetrahedron_index(M / length / length, M / length % length, M % length)]),
                 true)...};
    }(std::make_index_sequence<length * length * length>{});
  }

  /// The functor that gives the distinct entries alone.
  static constexpr packed_third_derivatives_functor<Source, Variables> packed() { return {}; }

  /// The Hessian of the partial by a variable, whose entries are formulas on request: third_derivatives(f, x, z)[x][z][z].
  template <fixed_string Name, std::size_t... Index>
    requires requires(symbol<Name, Index...> variable) { derivative(F{}, variable); }
  constexpr auto operator[](symbol<Name, Index...> variable) const {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return hessian(derivative(F{}, variable), Variables::template get<I>()...);
    }(std::make_index_sequence<length>{});
  }

  /// The distinct entries that can be other than zero; the others are not evaluated.
  static constexpr auto sparsity() {
    constexpr auto is_zero = [](std::size_t output) {
      auto const& program = compiled<recipe>::value;
      instruction const& step = program.instructions[program.outputs[output]];
      return step.operation == constant_leaf.id && program.constants[step.first].numerator == 0;
    };
    constexpr std::size_t count = [&] {
      std::size_t result = 0;
      for (std::size_t m = 0; m < tetrahedron(length); ++m) result += is_zero(m) ? 0 : 1;
      return result;
    }();
    tensor_pattern<count> pattern;
    std::size_t at = 0;
    for (std::size_t i = 0; i < length; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        for (std::size_t k = 0; k <= j; ++k) {
          if (is_zero(tetrahedron_index(i, j, k))) continue;
          pattern.first[at] = i;
          pattern.second[at] = j;
          pattern.third[at] = k;
          ++at;
        }
      }
    }
    return pattern;
  }

 private:
  template <std::size_t I, class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto slab(std::array<T, Size> const& values) {
    return [&]<std::size_t... J>(std::index_sequence<J...>) {
      return std::array<std::array<T, length>, length>{{line<I, J>(values)...}};
    }(std::make_index_sequence<length>{});
  }
  template <std::size_t I, std::size_t J, class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto line(std::array<T, Size> const& values) {
    return [&]<std::size_t... K>(std::index_sequence<K...>) {
      return std::array<T, length>{{values[tetrahedron_index(I, J, K)]...}};
    }(std::make_index_sequence<length>{});
  }
};

}  // namespace detail

/// The symmetric tensor of third partials, each distinct entry computed once.
///
///     third_derivatives(f, x, y, z)(x = 3, y = 1, z = 2) -> std::array<std::array<std::array<T, n>, n>, n>     f : R^n -> R
///     third_derivatives(F)(array)                            F a nabla::function: by its arguments in order
///     third_derivatives(F).into(out, array)                  into a span, anything with out(i, j, k), a callable (i, j, k, value)
///     third_derivatives(F).packed()(array)                   the n (n + 1) (n + 2) / 6 entries with i >= j >= k; packed().index(i, j, k)
///     third_derivatives(f, x, y)[x][x][y]                    an entry as a formula
///     third_derivatives(F).sparsity()                        the distinct entries that are not 0 everywhere, constexpr
///
/// @return    a functor, called as `f` is; usable in constant expressions
/// @cost      n forward sweeps over n forward sweeps over one reverse sweep, jointly; entries that are 0 everywhere cost nothing
/// @refuses   a tuple of formulas; several variables none of which is named          test/fail/third_derivatives_of_tuple.cpp
/// @law       third_derivatives(f, x, y)[x][x][y] == derivative(f, x, x, y)                   test/calculus/tensor.cpp
/// @source    Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 5 and 13
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto third_derivatives(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  if constexpr (detail::check_scalar_function<F>()) {
    return detail::third_derivatives_functor<F, source, detail::chosen_variables_t<source, Variables...>>{};
  }
}

NABLA_OTHER_ARGUMENTS(constant<0>, third_derivatives, "takes a formula and variables: third_derivatives(f, x, y)")

}  // namespace nabla
