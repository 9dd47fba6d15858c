#pragma once

#include <nabla/calculus/gradient.hpp>

namespace nabla {

/// How a descent ended.
enum class descent_status {
  converged,       // the length of the gradient is at most the tolerance
  epochs_spent,    // all epochs were made
  diverged,        // the value or the gradient is no longer finite; the point is the last one at which they were
  invalid_options  // the rate is not a positive number, or the tolerance is negative; nothing was done
};

constexpr text to_string(descent_status status) {
  switch (status) {
    case descent_status::converged: return "converged: the gradient is as small as was asked";
    case descent_status::epochs_spent: return "all epochs were made";
    case descent_status::diverged: return "diverged: the value or the gradient is not finite; try a smaller rate";
    case descent_status::invalid_options: return "invalid options: the rate must be positive and finite, the tolerance not negative";
  }
  return "";
}

/// The scalar type of a descent: that of the values it starts from.
template <class... Bindings>
using scalar_of_start_t = detail::scalar_t<Bindings...>;

template <class T>
struct descent_options {
  T rate;                     // step length per unit of gradient
  std::size_t epochs;         // largest number of steps
  T tolerance = T(0);         // stop where the gradient is at most this long
};

template <class T, std::size_t N>
struct descent_result {
  std::array<T, N> point;     // in the order of the bindings, families taken apart
  T value;
  std::size_t epochs;         // steps made
  descent_status status;
};

template <class T, std::size_t N>
struct descent_step {
  std::array<T, N> point;
  T value;
};

namespace detail {

template <class T>
constexpr bool is_finite_number(T const& value) {
  return value - value == T(0);
}

template <class T, class Function, std::size_t N, class OnStep>
constexpr descent_result<T, N> descend(Function, descent_options<T> const& options, std::array<T, N> point, OnStep on_step) {
  constexpr auto evaluate = value_and_gradient(Function{});
  auto current = evaluate(point);
  descent_result<T, N> result{point, current.value, 0, descent_status::epochs_spent};
  if (!(options.rate > T(0)) || !is_finite_number(options.rate) || !(options.tolerance >= T(0))) {
    result.status = descent_status::invalid_options;
    return result;
  }
  while (true) {
    T squared_length = T(0);
    for (std::size_t i = 0; i < N; ++i) squared_length += current.gradient[i] * current.gradient[i];
    if (!is_finite_number(current.value) || !is_finite_number(squared_length)) {
      result.status = descent_status::diverged;
      return result;
    }
    result.point = point;
    result.value = current.value;
    on_step(result.epochs, point, current.value);
    if (squared_length <= options.tolerance * options.tolerance) {
      result.status = descent_status::converged;
      return result;
    }
    if (result.epochs == options.epochs) return result;
    for (std::size_t i = 0; i < N; ++i) point[i] = point[i] - options.rate * current.gradient[i];
    current = evaluate(point);
    ++result.epochs;
  }
}

template <class T, class Variable, class Value, std::size_t N>
constexpr void append_start(binding<Variable, Value> const& start, std::array<T, N>& point, std::size_t& at) {
  constexpr std::size_t members = variable_binding_info<Variable>::members;
  if constexpr (members == 0) {
    point[at++] = static_cast<T>(start.value);
  } else {
    for (std::size_t i = 0; i < members; ++i) point[at++] = static_cast<T>(start.value[i]);
  }
}

template <class T, class... Bindings>
constexpr auto start_point(Bindings const&... start) {
  std::array<T, argument_list<typename Bindings::variable...>::length> point{};
  std::size_t at = 0;
  (append_start(start, point, at), ...);
  return point;
}

template <class Formula, class... Bindings>
constexpr bool check_start() {
  static_assert(sizeof...(Bindings) > 0 && (is_binding_v<Bindings> && ...),
                "nabla: gradient_descent(f, options, x = 10.0) starts from a value for each variable, by name");
  if constexpr (sizeof...(Bindings) > 0 && (is_binding_v<Bindings> && ...)) {
    return check_names<value_recipe<Formula>, Bindings...>();
  } else {
    return false;
  }
}

}  // namespace detail

/// Gradient descent with a fixed rate: point -= rate * gradient, for a number of epochs or until the gradient is short enough.
///
///     gradient_descent(f, {.rate = 0.1, .epochs = 20}, x = 10.0) -> { point, value, epochs, status }
///     gradient_descent(f, options, x = array_of_starts)                for a family
///
/// @param f   expression in the variables that are bound
/// @return    constexpr: a static_assert can hold it
/// @cost      one joint evaluation of value and gradient an epoch; no heap, no exceptions
/// @errors    told by `status`: a rate that is not positive, a value that is no longer finite
/// @source    Cauchy, Methode generale pour la resolution des systemes d'equations simultanees (1847)
template <expression F, class... Bindings>
constexpr auto gradient_descent(F f, descent_options<scalar_of_start_t<Bindings...>> const& options, Bindings const&... start) {
  using scalar = scalar_of_start_t<Bindings...>;
  if constexpr (detail::check_start<F, Bindings...>()) {
    return detail::descend<scalar>(function(f, typename Bindings::variable{}...), options, detail::start_point<scalar>(start...),
                                   [](std::size_t, auto const&, auto const&) {});
  }
}

/// The points and values of a gradient descent, from the start (epoch 0) to epoch `Epochs`.
///
///     gradient_descent_path<5>(f, 0.1, x = 10.0)[1].point[0] -> 8
template <std::size_t Epochs, expression F, class... Bindings>
constexpr auto gradient_descent_path(F f, scalar_of_start_t<Bindings...> rate, Bindings const&... start) {
  using scalar = scalar_of_start_t<Bindings...>;
  if constexpr (detail::check_start<F, Bindings...>()) {
    auto const point = detail::start_point<scalar>(start...);
    std::array<descent_step<scalar, point.size()>, Epochs + 1> path{};
    detail::descend<scalar>(function(f, typename Bindings::variable{}...), descent_options<scalar>{rate, Epochs}, point,
                            [&](std::size_t epoch, auto const& at, auto const& value) { path[epoch] = {at, value}; });
    return path;
  }
}

}  // namespace nabla
