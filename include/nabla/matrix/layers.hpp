#pragma once

#include <nabla/matrix/calculus.hpp>
#include <nabla/rules/logistic.hpp>

// Networks as formulas. Layers take a batch, a matrix whose rows are samples, and give a batch; a network is their composition; a loss
// is a scalar formula, whose value and gradients by all parameters are derived at compile time, as of any other formula:
//
//     constexpr auto hidden = nabla::dense<"1", 784, 128>;                // parameters W1: 784 x 128, b1: 128
//     constexpr auto output = nabla::dense<"2", 128, 10>;
//     constexpr auto network = nabla::sequential(hidden, nabla::layers::relu, output);
//     constexpr auto loss = softmax_cross_entropy(network(X), Y);
//     constexpr auto step = value_and_gradient(loss, network.parameters());
//     float value = step.into(gradients, nabla::bind(network.parameters(), parameters), X = images, Y = labels);

namespace nabla {

namespace detail {

template <fixed_string A, fixed_string B>
constexpr auto joined_string() {
  fixed_string<A.size() + B.size()> result;
  for (std::size_t i = 0; i < A.size(); ++i) result.characters[i] = A.characters[i];
  for (std::size_t i = 0; i < B.size(); ++i) result.characters[A.size() + i] = B.characters[i];
  return result;
}

}  // namespace detail

/// A layer x W + b, where b is added to each row.
///
/// @param x  a batch, n by inputs
/// @return   a batch, n by outputs
template <class Weights, class Bias>
struct dense_layer {
  static constexpr Weights weights{};
  static constexpr Bias bias{};

  template <shaped_formula Batch>
  constexpr auto operator()(Batch const& x) const {
    return x * weights + rows_like(x, bias);
  }
  static constexpr std::tuple<Weights, Bias> parameters() { return {}; }
};

/// The dense layer of parameters W and b with a name: dense<"1", 784, 128> has W1 and b1. Sizes may be extents.
template <fixed_string Name, auto Inputs, auto Outputs>
inline constexpr dense_layer<std::remove_const_t<decltype(matrix<detail::joined_string<"W", Name>(), Inputs, Outputs>)>,
                             std::remove_const_t<decltype(vector<detail::joined_string<"b", Name>(), Outputs>)>>
    dense{};

/// Layers one after the other: network(x) is the last of ... of the first of x. A layer is what can be called with a formula; one that has
/// parameters says which, by `parameters()`.
template <class... Layers>
struct sequential_layers {
  template <shaped_formula Batch>
  constexpr auto operator()(Batch const& x) const {
    return through<Layers...>(x);
  }
  /// The variables of all layers, in order: a std::tuple.
  static constexpr auto parameters() { return std::tuple_cat(parameters_of<Layers>()...); }

 private:
  template <class First, class... Rest, class Batch>
  static constexpr auto through(Batch const& x) {
    if constexpr (sizeof...(Rest) == 0) {
      return First{}(x);
    } else {
      return through<Rest...>(First{}(x));
    }
  }
  template <class Layer>
  static constexpr auto parameters_of() {
    if constexpr (requires { Layer::parameters(); }) {
      return Layer::parameters();
    } else {
      return std::tuple<>{};
    }
  }
};

template <class... Layers>
constexpr auto sequential(Layers const&...) {
  static_assert(sizeof...(Layers) > 0, "nabla: a network has a layer at least");
  return sequential_layers<Layers...>{};
}

/// Activations, element by element; softmax by row. Any callable without state is one too: [](auto const& x) { return tanh(x); }.
namespace layers {

inline constexpr auto relu = [](auto const& x) { return nabla::relu(x); };
inline constexpr auto tanh = [](auto const& x) { return nabla::tanh(x); };
inline constexpr auto logistic = [](auto const& x) { return nabla::logistic(x); };
inline constexpr auto softplus = [](auto const& x) { return nabla::softplus(x); };
inline constexpr auto softmax = [](auto const& x) { return nabla::softmax(x); };

}  // namespace layers

/// The mean over the rows of -log softmax(scores) at the right class: log_sum_exp(z) - y . z, without overflow.
///
/// @param scores   n by classes, before the softmax
/// @param targets  n by classes: a 1 in each row at the right class, or probabilities that sum to 1
template <shaped_formula Scores, shaped_formula Targets>
constexpr auto softmax_cross_entropy(Scores const& scores, Targets const& targets) {
  return (sum(log_sum_exp(scores)) - sum(hadamard(targets, scores))) / rows(scores);
}
/// The mean over all elements of (prediction - target)^2.
template <shaped_formula Prediction, shaped_formula Target>
constexpr auto mean_squared_error(Prediction const& prediction, Target const& target) {
  return squared_norm(prediction - target) / (rows(target) * columns(target));
}
/// The mean over all elements of -log of the probability that the logistic function of a score gives to its label: softplus(z) - y z.
///
/// @param scores  before the logistic function
/// @param labels  0 or 1, or probabilities
template <shaped_formula Scores, shaped_formula Labels>
constexpr auto log_loss(Scores const& scores, Labels const& labels) {
  return (sum(softplus(scores)) - sum(hadamard(labels, scores))) / (rows(scores) * columns(scores));
}

/// The same operators by the variables of a tuple, as `network.parameters()` gives them.
template <class F, class... Variables>
  requires(detail::differentiates_matrices<F, Variables...>)
constexpr auto gradient(F const& f, std::tuple<Variables...> const&) {
  return gradient(f, Variables{}...);
}
template <class F, class... Variables>
  requires(detail::differentiates_matrices<F, Variables...>)
constexpr auto value_and_gradient(F const& f, std::tuple<Variables...> const&) {
  return value_and_gradient(f, Variables{}...);
}

/// Binds each of several variables to a matrix of a tuple: what calls take among their other bindings. The matrices are referred to.
template <class... Variables, class... Matrices>
constexpr auto bind(std::tuple<Variables...> const&, std::tuple<Matrices...> const& matrices) {
  static_assert(sizeof...(Variables) == sizeof...(Matrices), "nabla: as many matrices are bound as there are variables");
  return std::apply([](auto const&... matrix) { return std::tuple<binding<Variables, Matrices const&>...>((Variables{} = matrix)...); }, matrices);
}

/// Matrices for the values of several variables, of their shapes, all 0: of scalar type T. Sizes are numbers.
template <class T, class... Variables>
auto make_parameters(std::tuple<Variables...> const&) {
  static_assert(((Variables::shape.rows.is_number() && Variables::shape.columns.is_number()) && ...),
                "nabla: parameters are made for variables whose sizes are numbers");
  return std::tuple<typename detail::eigen_matrix_for<T, Variables::shape>::type...>(
      detail::eigen_matrix_for<T, Variables::shape>::type::Zero(Variables::shape.rows.size, Variables::shape.columns.size)...);
}

}  // namespace nabla
