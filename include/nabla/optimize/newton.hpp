#pragma once

#include <limits>

#include <nabla/calculus/derivatives.hpp>
#include <nabla/optimize/gradient_descent.hpp>

namespace nabla {

/// How a search for a root ended.
enum class root_status {
  converged,          // the value is 0, or steps are no longer than the tolerance or the rounding of the point
  steps_spent,        // all steps were made
  no_progress,        // the steps go in a circle
  derivative_is_zero, // the tangent has no root
  diverged            // the value, the derivative or the point is no longer finite; the point is the last one at which they were
};

constexpr text to_string(root_status status) {
  switch (status) {
    case root_status::converged: return "converged";
    case root_status::steps_spent: return "all steps were made";
    case root_status::no_progress: return "no progress: the steps go in a circle; try another start";
    case root_status::derivative_is_zero: return "the derivative is zero: try another start";
    case root_status::diverged: return "diverged: the value or the derivative is not finite; try another start";
  }
  return "";
}

template <class T>
struct root_options {
  T tolerance = T(0);      // stop after a step that is at most so long, relative to the point
  std::size_t steps = 100; // largest number of steps
};

template <class T>
struct root_result {
  T point;
  T value;            // of the formula there
  std::size_t steps;  // steps made
  root_status status;
};

namespace detail {

/// A scalar with more digits, in which the last step is made, so that a root is right to the last digit.
template <class T>
struct finer_scalar {
  using type = T;
};
template <>
struct finer_scalar<float> {
  using type = double;
};
template <>
struct finer_scalar<double> {
  using type = long double;
};

/// The step to the root of the tangent (Newton), or of the hyperbola that has the second derivative too (Halley).
template <class T, std::size_t N>
constexpr T root_step(std::array<T, N> const& f) {
  if constexpr (N == 2) {
    return f[0] / f[1];
  } else {
    T const denominator = 2 * f[1] * f[1] - f[0] * f[2];
    return denominator == T(0) ? T(f[0] / f[1]) : T(2 * f[0] * f[1] / denominator);
  }
}

template <class T, std::size_t N>
constexpr bool are_finite(std::array<T, N> const& values) {
  for (T const& value : values) {
    if (!is_finite_number(value)) return false;
  }
  return true;
}

template <class T>
constexpr T size_of(T const& x) {
  return x < T(0) ? T(-x) : x;
}

template <class T>
constexpr T rounding_of(T const& x) {
  if constexpr (std::numeric_limits<T>::is_specialized) {
    return 4 * std::numeric_limits<T>::epsilon() * size_of(x);
  } else {
    return T(0);
  }
}

template <class T, class Evaluate>
constexpr root_result<T> search_root(T point, root_options<T> const& options, Evaluate evaluate) {
  auto current = evaluate(point);
  root_result<T> result{point, current[0], 0, root_status::steps_spent};
  T before = point;
  while (true) {
    if (!are_finite(current) || !is_finite_number(point)) {
      result.status = root_status::diverged;
      return result;
    }
    result.point = point;
    result.value = current[0];
    if (current[0] == T(0)) {
      result.status = root_status::converged;
      return result;
    }
    if (current[1] == T(0)) {
      result.status = root_status::derivative_is_zero;
      return result;
    }
    if (result.steps == options.steps) return result;
    T const next = point - root_step(current), moved = size_of(T(next - point));
    ++result.steps;
    if (moved <= rounding_of(point) || moved <= options.tolerance * size_of(point)) {
      result.point = next;
      result.value = evaluate(next)[0];
      result.status = root_status::converged;
      return result;
    }
    if (next == before && result.steps > 1) {
      result.status = root_status::no_progress;
      return result;
    }
    before = point;
    point = next;
    current = evaluate(point);
  }
}

/// The search, and a last step with more digits where it went as far as its own digits allow.
template <std::size_t Order, class F, class T, class Variable, class Value, class... Parameters>
constexpr root_result<T> find_root(F f, root_options<T> const& options, binding<Variable, Value> const& start,
                                   Parameters const&... parameters) {
  constexpr auto joint = value_and_derivatives<Order>(f, Variable{});
  auto const evaluate = [&](auto const& point) { return joint(Variable{} = point, parameters...); };
  root_result<T> result = search_root(static_cast<T>(start.value), options, evaluate);
  using finer = typename finer_scalar<T>::type;
  if constexpr (!std::is_same_v<finer, T>) {
    if (result.status == root_status::converged && options.tolerance == T(0)) {
      auto const precise = evaluate(static_cast<finer>(result.point));
      if (are_finite(precise) && precise[1] != finer(0)) {
        finer const step = root_step(precise);
        if (size_of(step) <= static_cast<finer>(rounding_of(result.point))) {
          result.point = static_cast<T>(static_cast<finer>(result.point) - step);
          result.value = evaluate(result.point)[0];
        }
      }
    }
  }
  return result;
}

template <class T>
inline constexpr bool is_root_options = false;
template <class T>
inline constexpr bool is_root_options<root_options<T>> = true;

template <class F, class... Bindings>
constexpr bool check_root_start() {
  static_assert(sizeof...(Bindings) > 0 && (is_binding_v<Bindings> && ...),
                "nabla: newton(f, x = 1.0) starts from a value of the unknown, by name; the values of other variables follow it");
  if constexpr (sizeof...(Bindings) > 0 && (is_binding_v<Bindings> && ...)) {
    return check_names<value_recipe<F>, Bindings...>();
  } else {
    return false;
  }
}

template <std::size_t Order, class F, class T, class... Bindings>
constexpr auto checked_root(F f, root_options<T> const& options, Bindings const&... start) {
  if constexpr (check_root_start<F, Bindings...>()) {
    return find_root<Order>(f, options, start...);
  } else {
    return root_result<T>{};
  }
}

}  // namespace detail

/// A root of a formula by Newton's method: point -= f / f'.
///
///     newton(x * x - 2_c, x = 1.0)                           -> { point, value, steps, status }
///     newton(cos(x) - a * x, x = 1.0, a = 2.0)               the first is the unknown, others are values of parameters
///     newton(f, {.tolerance = 1e-6, .steps = 20}, x = 1.0)   a step that is so short, relative to the point, is the last
///
/// @param f   expression in the variables that are bound
/// @return    constexpr: a static_assert can hold it. Without a tolerance a simple root of float or double is right to the last digit:
///            the last step is computed with more
/// @cost      one joint evaluation of value and derivative a step; the number of right digits doubles with each. No heap, no exceptions
/// @errors    told by `status`: steps in a circle, a derivative of 0, a value that is no longer finite
/// @refuses   a start without a name                                                                   test/fail/newton_unnamed.cpp
/// @source    Newton, De analysi (1669); Raphson, Analysis aequationum universalis (1690)
template <expression F, class... Bindings>
  requires(!detail::is_root_options<Bindings> && ...)
constexpr auto newton(F f, Bindings const&... start) {
  return detail::checked_root<1>(f, root_options<detail::scalar_t<Bindings...>>{}, start...);
}
template <expression F, class... Bindings>
constexpr auto newton(F f, root_options<scalar_of_start_t<Bindings...>> const& options, Bindings const&... start) {
  return detail::checked_root<1>(f, options, start...);
}

/// The same by Halley's method, which takes the second derivative too: fewer steps, the number of right digits triples with each.
///
/// @source    Halley, Methodus nova accurata et facilis inveniendi radices (1694)
template <expression F, class... Bindings>
  requires(!detail::is_root_options<Bindings> && ...)
constexpr auto halley(F f, Bindings const&... start) {
  return detail::checked_root<2>(f, root_options<detail::scalar_t<Bindings...>>{}, start...);
}
template <expression F, class... Bindings>
constexpr auto halley(F f, root_options<scalar_of_start_t<Bindings...>> const& options, Bindings const&... start) {
  return detail::checked_root<2>(f, options, start...);
}

}  // namespace nabla
