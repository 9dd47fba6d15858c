#pragma once

#include <nabla/graph/source.hpp>
#include <nabla/graph/traced.hpp>

namespace nabla {

namespace detail {

/// Not constexpr: where it is reached the compiler names it.
inline void the_code_of_trace_asks_for_an_argument_beyond_its_number() {}

/// The graph notes it, so that the call is refused in a few words; without a graph the evaluation ends here.
constexpr void refuse_argument_beyond(traced const* arguments) {
  if (arguments == nullptr || arguments->recorder() == nullptr) the_code_of_trace_asks_for_an_argument_beyond_its_number();
  arguments->recorder()->note_argument_beyond();
}

/// The values of a traced call as the callable sees them: N scalars with `[]`.
template <std::size_t N>
struct traced_arguments : std::array<traced, N> {
  constexpr traced const& operator[](std::size_t i) const {
    if (i < N) return static_cast<std::array<traced, N> const&>(*this)[i];
    refuse_argument_beyond(this->data());
    return this->front();
  }
  constexpr traced& operator[](std::size_t i) {
    if (i < N) return static_cast<std::array<traced, N>&>(*this)[i];
    refuse_argument_beyond(this->data());
    return this->front();
  }
};

/// One value is a scalar and an array of one in the same object, so that both forms of a callable take it.
template <>
struct traced_arguments<1> : traced {
  struct iterator {
    traced const* value;
    bool at_end;
    constexpr traced const& operator*() const { return *value; }
    constexpr iterator& operator++() {
      at_end = true;
      return *this;
    }
    constexpr bool operator!=(iterator const& other) const { return at_end != other.at_end; }
  };

  using traced::traced;
  using traced::operator=;
  constexpr traced_arguments() = default;
  constexpr traced_arguments(traced const& value) : traced(value) {}

  constexpr traced const& operator[](std::size_t i) const {
    if (i > 0) refuse_argument_beyond(this);
    return *this;
  }
  static constexpr std::size_t size() { return 1; }
  constexpr iterator begin() const { return {this, false}; }
  constexpr iterator end() const { return {this, true}; }
};

/// Variables that are the members 0 to N - 1 of a family, without a type for each.
template <fixed_string Name, std::size_t N>
struct member_variables {
  struct table {
    variable_info info[N ? N : 1];
    constexpr table() : info{} {
      for (std::size_t i = 0; i < N; ++i) info[i] = make_variable_info(Name.view(), i);
    }
  };
  static constexpr table members{};
  static constexpr std::size_t length = N;

  template <std::size_t I>
  static constexpr auto get() {
    static_assert(I < N, "nabla: the index of a variable is below their number");
    return symbol<Name, I>{};
  }
  static constexpr growable<node_id> nodes(graph& g) {
    growable<node_id> result;
    for (std::size_t i = 0; i < N; ++i) result.push(g.variable(members.info[i]));
    return result;
  }
  static constexpr traced argument(graph& g, std::size_t i) {
    return g.records() ? traced(&g, g.variable(members.info[i])) : traced(std::bit_cast<double>(traced::rehearsed));
  }
  static constexpr traced_arguments<N> arguments(graph& g) {
    if constexpr (N == 1) {
      return argument(g, 0);
    } else {
      traced_arguments<N> result;
      for (std::size_t i = 0; i < N; ++i) result[i] = argument(g, i);
      return result;
    }
  }
};

template <class Callable, class... Arguments>
concept callable_with = requires(Callable const& callable, Arguments const&... arguments) { callable(arguments...); };

template <class Callable, std::size_t N, std::size_t P>
inline constexpr bool takes_arrays = callable_with<Callable, traced_arguments<N>, traced_arguments<P>>;
template <class Callable, std::size_t N>
inline constexpr bool takes_arrays<Callable, N, 0> = callable_with<Callable, traced_arguments<N>>;

template <class Callable, std::size_t... I>
constexpr bool takes_scalars(std::index_sequence<I...>) {
  return callable_with<Callable, std::remove_cv_t<decltype(static_cast<void>(I), traced())>...>;
}

template <class Callable, std::size_t N, std::size_t P>
inline constexpr bool takes_an_array_or_as_many_scalars = [] {
  // One after the other: to ask whether a generic lambda takes something is to compile it for that.
  if constexpr (takes_arrays<Callable, N, P>) {
    return true;
  } else {
    return takes_scalars<Callable>(std::make_index_sequence<N + P>{});
  }
}();

template <class Result>
inline constexpr bool gives_a_traced_scalar_or_an_array_of_them = false;
template <class Result>
  requires(!std::is_same_v<Result, bool> && std::is_convertible_v<Result, traced>)
inline constexpr bool gives_a_traced_scalar_or_an_array_of_them<Result> = true;
template <class Result>
  requires(indexable<Result> && !std::is_convertible_v<Result, traced> &&
           std::is_convertible_v<decltype(std::declval<Result const&>()[0]), traced> && static_size<Result>() != static_cast<std::size_t>(-1))
inline constexpr bool gives_a_traced_scalar_or_an_array_of_them<Result> = true;

template <std::size_t N, std::size_t P>
struct trace_arguments {
  using type = argument_list<family<"x", N>, family<"p", P>>;
};
template <std::size_t N>
struct trace_arguments<N, 0> {
  using type = argument_list<family<"x", N>>;
};

/// Generic code as something to build a graph from.
template <class Callable, std::size_t N, std::size_t P>
struct trace_source {
  using variables = member_variables<"x", N>;
  using parameters = member_variables<"p", P>;
  using arguments = typename trace_arguments<N, P>::type;
  using value = trace_source;

  static constexpr auto call(graph& g) {
    if constexpr (takes_arrays<Callable, N, P> && P == 0) {
      return Callable{}(variables::arguments(g));
    } else if constexpr (takes_arrays<Callable, N, P>) {
      auto const x = variables::arguments(g);
      return Callable{}(x, parameters::arguments(g));
    } else {
      auto const x = variables::arguments(g);
      auto const p = parameters::arguments(g);
      return [&]<std::size_t... I, std::size_t... K>(std::index_sequence<I...>, std::index_sequence<K...>) {
        return Callable{}(x[I]..., p[K]...);
      }(std::make_index_sequence<N>{}, std::make_index_sequence<P>{});
    }
  }
  using result = decltype(call(std::declval<graph&>()));

  static constexpr bool is_vector = !std::is_convertible_v<result, traced>;
  static constexpr std::size_t outputs = [] {
    if constexpr (is_vector) {
      return static_size<result>();
    } else {
      return std::size_t{1};
    }
  }();
  static constexpr goal purpose = goal::run;
  static constexpr std::size_t estimate = 64 + 8 * (N + P);

  static constexpr void build(graph& g, growable<node_id>& nodes) {
    auto const results = call(g);
    if constexpr (is_vector) {
      for (std::size_t i = 0; i < outputs; ++i) nodes.push(traced(results[i]).node(g));
    } else {
      nodes.push(traced(results).node(g));
    }
    g.end_primal();
  }
};

/// Generic code to be read: as formulas in the members of the families "x" and "p".
template <class Source>
struct trace_reading {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = Source::estimate;
  static constexpr void build(graph& g, growable<node_id>& nodes) { Source::build(g, nodes); }
};

template <std::size_t I, std::size_t N, class Formula>
using binding_of_member = binding<std::conditional_t<(I < N), symbol<"x", (I < N ? I : 0)>, symbol<"p", (I < N ? 0 : I - N)>>, Formula>;

template <class Source, std::size_t N, class... Formulas, std::size_t... I, std::size_t... Output>
constexpr auto trace_of_formulas(std::index_sequence<I...>, std::index_sequence<Output...>) {
  using reading = trace_reading<Source>;
  if constexpr (Source::is_vector) {
    return hana::make_tuple(substitute_t<reify_t<reading, Output>, binding_of_member<I, N, Formulas>...>{}...);
  } else {
    return substitute_t<reify_t<reading>, binding_of_member<I, N, Formulas>...>{};
  }
}

template <class... Arguments>
inline constexpr bool are_values_by_position = (!is_binding_v<Arguments> && ...);

template <class Callable>
inline constexpr bool has_no_captures = std::is_empty_v<Callable> && std::is_default_constructible_v<Callable>;

}  // namespace detail

/// A function of N arguments, and of P parameters that are not differentiated by, recorded from generic code: what `trace` gives.
template <class Callable, std::size_t N, std::size_t P>
struct traced_function {
  using function_tag = traced_function;

  template <class... Arguments>
  constexpr auto operator()(Arguments const&... arguments) const {
    using source = detail::trace_source<Callable, N, P>;
    if constexpr (!detail::are_values_by_position<Arguments...>) {
      static_assert(detail::are_values_by_position<Arguments...>,
                    "nabla: a traced function has no names: it is called by position, F(array), F(array, parameters), F(1.0, 2.0)");
    } else if constexpr (sizeof...(Arguments) == N + P && (liftable<Arguments> && ...)) {
      return detail::trace_of_formulas<source, N, lift_t<Arguments>...>(std::make_index_sequence<N + P>{},
                                                                        std::make_index_sequence<source::outputs>{});
    } else {
      // Checked here already, so that the refusal is short: a compiler writes three lines for each level.
      [[maybe_unused]] constexpr bool checked = detail::check_positions<source, typename source::arguments, Arguments...>();
      return math::with_value(detail::call_source<source>(arguments...));
    }
  }
};

namespace detail {

template <class Callable, std::size_t N, std::size_t P>
struct source<traced_function<Callable, N, P>> {
  using type = trace_source<Callable, N, P>;
};

}  // namespace detail

/// A function recorded from generic code, run once at compile time on a scalar that records.
///
///     constexpr auto F = nabla::trace<100>([](auto const& x) {
///       auto sum = x[0] * x[0];
///       for (std::size_t i = 1; i < 100; ++i) sum += x[i] * sin(x[i - 1]);
///       return sum;
///     });
///     F(array), gradient(F)(array), hessian(F).into(out, array)
///     F(u, v, ...)                         with a formula for each argument: the formula that the code computes
///
///     trace<2>([](auto const& x, auto const& y) { return x * y; })           two scalars
///     trace<3, 2>([](auto const& x, auto const& p) { ... })                  p: parameters; gradient(F)(x, p)
///
/// @tparam N      arguments; up to thousands
/// @tparam P      further arguments, given as a second array, that are not differentiated by (measurements, settings)
/// @param callable   a lambda without captures, or another empty function object: of one indexable argument of N elements (and one
///                of P), or of N + P scalars; the indexable form is tried first. Loops, arrays, plain numbers, other traced functions
///                and formulas may stand in it; it gives a scalar or a std::array of them
/// @return        a function of positions, as nabla::function gives it
/// @cost          at compile time linear in the number of operations; the result runs as straight-line code
/// @refuses       a branch on a traced value (select chooses), a callable with captures        test/fail/trace_*.cpp
template <std::size_t N, std::size_t P = 0, class Callable>
constexpr auto trace([[maybe_unused]] Callable const& callable) {
  static_assert(N > 0, "nabla: a traced function has one argument at least");
  static_assert(detail::has_no_captures<Callable>,
                "nabla: trace takes a callable without captures, a lambda or another empty object: make what it needs constexpr, or hand it over as "
                "parameters, trace<N, P>");
  if constexpr (N > 0 && detail::has_no_captures<Callable>) {
    // Asked here first: an error in the callable is then told with few notes behind it.
    [[maybe_unused]] constexpr bool takes_an_array = requires(detail::traced_arguments<N> const& x) { callable(x); };
    static_assert(detail::takes_an_array_or_as_many_scalars<Callable, N, P>,
                  "nabla: the callable of trace<N> takes one array of N values, or N values; that of trace<N, P> an array of N and one "
                  "of P values, or N + P values");
    if constexpr (detail::takes_an_array_or_as_many_scalars<Callable, N, P>) {
      using result = typename detail::trace_source<Callable, N, P>::result;
      static_assert(detail::gives_a_traced_scalar_or_an_array_of_them<result>,
                    "nabla: traced code gives one number or a std::array of numbers; its result has another type, named here");
      if constexpr (detail::gives_a_traced_scalar_or_an_array_of_them<result>) return traced_function<Callable, N, P>{};
    }
  }
}

template <class... Arguments>
constexpr constant<0> trace(Arguments const&...) {
  static_assert(detail::takes_these_arguments<Arguments...>, "nabla: trace is told how many arguments the code has: trace<2>(callable)");
  return {};
}

}  // namespace nabla
