#pragma once

// First-order steps over a tuple of Eigen matrices: what training needs beside a gradient. (The descents of optimize/ go down a
// formula by themselves; here the loop, the batches and the gradients are the caller's.)

#include <Eigen/Core>

#include <array>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>

namespace nabla {

namespace detail {

/// base^exponent by products alone: the same bits with every C library, which std::pow does not promise.
constexpr double integer_power(double base, std::uint64_t exponent) {
  double result = 1;
  for (; exponent != 0; exponent /= 2, base *= base) {
    if (exponent % 2 == 1) result *= base;
  }
  return result;
}

template <class Tuple>
struct plain_matrices;
template <class... Matrices>
struct plain_matrices<std::tuple<Matrices...>> {
  using type = std::tuple<typename std::remove_cvref_t<Matrices>::PlainObject...>;
};

}  // namespace detail

/// Gradient descent: p <- p - learning_rate g.
///
/// A method is what `optimizer` takes: how many moments a parameter has, and one step. Your own is such a struct too.
struct gradient_step {
  double learning_rate = 1e-2;

  static constexpr std::size_t moment_count = 0;
  template <class Parameter, class Gradient, class Moments>
  void step(std::uint64_t, Parameter& parameter, Gradient const& gradient, Moments const&) const {
    using scalar = typename Parameter::Scalar;
    parameter.array() -= scalar(learning_rate) * gradient.array();
  }
};

/// Gradient descent with momentum (the heavy ball): m <- decay m + g, p <- p - learning_rate m.
///
/// @source  Polyak, Some methods of speeding up the convergence of iteration methods (1964); in this form, without the
///          dampening of g, Sutskever et al., On the importance of initialization and momentum in deep learning (2013)
struct momentum {
  double learning_rate = 1e-2;
  double decay = 0.9;

  static constexpr std::size_t moment_count = 1;
  template <class Parameter, class Gradient, class Moments>
  void step(std::uint64_t, Parameter& parameter, Gradient const& gradient, Moments const& moments) const {
    using scalar = typename Parameter::Scalar;
    auto& velocity = std::get<0>(moments);
    velocity.array() = scalar(decay) * velocity.array() + gradient.array();
    parameter.array() -= scalar(learning_rate) * velocity.array();
  }
};

/// Adam: steps scaled by estimates of the gradient's first and second moments, both corrected for having started at 0.
///
///     m <- beta1 m + (1 - beta1) g         v <- beta2 v + (1 - beta2) g^2            (each element by itself)
///     p <- p - learning_rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)      at step t = 1, 2, ...
///
/// @source  Kingma & Ba, Adam: a method for stochastic optimization (2015), algorithm 1
struct adam {
  double learning_rate = 1e-3;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;

  static constexpr std::size_t moment_count = 2;
  template <class Parameter, class Gradient, class Moments>
  void step(std::uint64_t t, Parameter& parameter, Gradient const& gradient, Moments const& moments) const {
    using scalar = typename Parameter::Scalar;
    auto& first = std::get<0>(moments);
    auto& second = std::get<1>(moments);
    first.array() = scalar(beta1) * first.array() + scalar(1 - beta1) * gradient.array();
    second.array() = scalar(beta2) * second.array() + scalar(1 - beta2) * gradient.array().square();
    scalar const rate(learning_rate / (1 - detail::integer_power(beta1, t)));
    scalar const correction(1 / (1 - detail::integer_power(beta2, t)));
    parameter.array() -= rate * first.array() / ((correction * second.array()).sqrt() + scalar(epsilon));
  }
};

/// The state of a descent: its method, the number of steps made, and the moments of each parameter.
///
///     auto parameters = std::tuple(W, b);                                 Eigen matrices, of any shapes and one or several scalar types
///     nabla::optimizer descent(nabla::adam{.learning_rate = 1e-3}, parameters);
///     descent.update(parameters, gradients);                              gradients: a tuple of the same shapes
///
/// `steps` and `moments` are all there is to keep of it: saved and put back, they continue to the last bit as if nothing had been.
///
/// @param Method      gradient_step, momentum, adam, or a struct like them
/// @param Parameters  std::tuple of matrices, or of references to them (std::tie)
/// @cost      one pass over each parameter for each line of the method; the moments are allocated here, and `update` allocates nothing
/// @refuses   tuples of different lengths; a gradient of another shape than its parameter (eigen_assert)
template <class Method, class Parameters>
class optimizer {
 public:
  using matrices = typename detail::plain_matrices<Parameters>::type;
  static constexpr std::size_t size = std::tuple_size_v<matrices>;

  Method method;
  std::uint64_t steps = 0;
  std::array<matrices, Method::moment_count> moments;   // each holds a matrix for each parameter, of its shape; they start at 0

  optimizer(Method const& chosen, Parameters const& parameters) : method(chosen) {
    for (auto& moment : moments) {
      for_each_index([&](auto i) {
        auto const& parameter = std::get<i>(parameters);
        std::get<i>(moment).setZero(parameter.rows(), parameter.cols());
      });
    }
  }

  template <class... Updated, class... Gradients>
  void update(std::tuple<Updated...>& parameters, std::tuple<Gradients...> const& gradients) {
    step(parameters, gradients);
  }
  template <class... Updated, class... Gradients>   // what std::tie gives
  void update(std::tuple<Updated&...>&& parameters, std::tuple<Gradients...> const& gradients) {
    step(parameters, gradients);
  }

 private:
  template <class F>
  static void for_each_index(F const& f) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (f(std::integral_constant<std::size_t, I>{}), ...);
    }(std::make_index_sequence<size>{});
  }

  template <class Updated, class Gradients>
  void step(Updated& parameters, Gradients const& gradients) {
    static_assert(std::tuple_size_v<Updated> == size && std::tuple_size_v<Gradients> == size,
                  "nabla: an optimizer updates as many parameters as it was made for, by as many gradients");
    if constexpr (std::tuple_size_v<Updated> == size && std::tuple_size_v<Gradients> == size) {
      ++steps;
      for_each_index([&](auto i) {
        auto& parameter = std::get<i>(parameters);
        auto const& gradient = std::get<i>(gradients);
        eigen_assert(parameter.rows() == gradient.rows() && parameter.cols() == gradient.cols() &&
                     "nabla: the gradient has the shape of its parameter");
        method.step(steps, parameter, gradient, moments_of<i>(std::make_index_sequence<Method::moment_count>{}));
      });
    }
  }
  template <std::size_t I, std::size_t... Moment>
  auto moments_of(std::index_sequence<Moment...>) {
    return std::tie(std::get<I>(moments[Moment])...);
  }
};

template <class Method, class... Parameters>
optimizer(Method, std::tuple<Parameters...>) -> optimizer<Method, std::tuple<Parameters...>>;

}  // namespace nabla
