#include <nabla/matrix.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include "benchmark/training/hand_written.hpp"

// Networks as formulas: against code written by hand, in double, and against differences of losses that loops compute in long double.

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;

constexpr int inputs = 6, hidden = 5, classes = 4;
constexpr auto n = nabla::extent<"n">;
constexpr auto X = nabla::matrix<"X", n, inputs>;
constexpr auto Y = nabla::matrix<"Y", n, classes>;
constexpr auto y = nabla::matrix<"y", n, 1>;
constexpr auto first = nabla::dense<"1", inputs, hidden>;
constexpr auto second = nabla::dense<"2", hidden, classes>;
constexpr auto line = nabla::dense<"", inputs, 1>;

constexpr auto relu_network = nabla::sequential(first, nabla::layers::relu, second);
constexpr auto tanh_network = nabla::sequential(first, nabla::layers::tanh, second);
constexpr auto logistic_network = nabla::sequential(first, nabla::layers::logistic, second);
constexpr auto softplus_network = nabla::sequential(first, nabla::layers::softplus, second);
constexpr auto variables = relu_network.parameters();
constexpr auto relu_loss = softmax_cross_entropy(relu_network(X), Y);
constexpr auto line_loss = log_loss(line(X), y);
constexpr auto relu_step = value_and_gradient(relu_loss, variables);
constexpr auto line_step = value_and_gradient(line_loss, line.parameters());

// --- what one derives on paper

constexpr auto Z = nabla::matrix<"Z", n, classes>;
constexpr auto G = nabla::matrix<"G", n, hidden>;
constexpr auto H = nabla::matrix<"H", n, hidden>;
constexpr auto W = first.weights;
constexpr auto b = first.bias;

static_assert(gradient(softmax_cross_entropy(Z, Y), Z) == (softmax(Z) - Y) / rows(Z));
static_assert(gradient(nabla::mean_squared_error(Z, Y), Z) == nabla::constant<2>{} * (Z - Y) / (rows(Z) * columns(Z)));
static_assert(gradient(log_loss(Z, Y), Z) == (logistic(Z) - Y) / (rows(Z) * columns(Z)));
static_assert(!(gradient(softmax_cross_entropy(Z, Y), Z) == (Y - softmax(Z)) / rows(Z)));
static_assert(!(gradient(softmax_cross_entropy(Z, Y), Z) == softmax(Z) - Y));
static_assert(!(gradient(nabla::mean_squared_error(Z, Y), Z) == nabla::constant<2>{} * (Z - Y) / rows(Z)));
static_assert(!(gradient(log_loss(Z, Y), Z) == (softmax(Z) - Y) / (rows(Z) * columns(Z))));

// The chain rule of a dense layer: G is what the loss changes by with the layer's output.
static_assert(gradient(sum(hadamard(G, X * W)), W) == transpose(X) * G);
static_assert(gradient(sum(hadamard(G, first(X))), W) == transpose(X) * G);
static_assert(gradient(sum(hadamard(G, first(X))), X) == G * transpose(W));
static_assert(gradient(sum(hadamard(G, first(X))), b) == transpose(G) * nabla::ones<n>);
static_assert(gradient(sum(hadamard(G, tanh(H))), H) == hadamard(G, nabla::ones_like(H) - hadamard(tanh(H), tanh(H))));
static_assert(!(gradient(sum(hadamard(G, X * W)), W) == -(transpose(X) * G)));
static_assert(!(gradient(sum(hadamard(G, first(X))), b) == b));

// A network is the composition of its layers, and has their variables in order.
static_assert(tanh_network(X) == second(tanh(first(X))));
static_assert(std::is_same_v<decltype(relu_network.parameters()),
                             std::tuple<std::remove_const_t<decltype(first.weights)>, std::remove_const_t<decltype(first.bias)>,
                                        std::remove_const_t<decltype(second.weights)>, std::remove_const_t<decltype(second.bias)>>>);

// --- values

/// Numbers in [-1, 1), the same with every standard library.
struct generator {
  std::mt19937_64 bits{20240607};
  double operator()() { return static_cast<double>(bits() >> 11) * 0x1p-52 - 1; }
};

using parameters = hand_written::network<double>::parameters;   // of dynamic size, as those of a large network are
using line_parameters = decltype(nabla::make_parameters<double>(line.parameters()));   // of fixed size

template <class Parameters>
void fill(Parameters& all, generator& random) {
  std::apply([&](auto&... each) { (std::for_each(each.data(), each.data() + each.size(), [&](double& element) { element = random(); }), ...); }, all);
}

/// A batch: Y has a 1 in each row, y is 0 or 1.
struct batch {
  matrix x, one_hot, binary;
  batch(Index rows, generator& random) : x(rows, inputs), one_hot(matrix::Zero(rows, classes)), binary(rows, 1) {
    for (double& element : x.reshaped()) element = random();
    for (Index i = 0; i < rows; ++i) one_hot(i, (3 * i + 1) % classes) = 1, binary(i) = static_cast<double>(i % 2);
  }
};

template <class Parameters>
constexpr auto indices = std::make_index_sequence<std::tuple_size_v<Parameters>>{};

/// The largest difference of two gradients relative to the largest element of the second. Infinite where there is one that is no number.
template <class Parameters>
double difference(Parameters const& a, Parameters const& b) {
  double largest = 0, apart = 0;
  auto const compare = [&](auto const& left, auto const& right) {
    if (!left.allFinite() || !right.allFinite()) apart = HUGE_VAL;
    apart = std::max(apart, (left - right).cwiseAbs().maxCoeff());
    largest = std::max(largest, right.cwiseAbs().maxCoeff());
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) { (compare(std::get<I>(a), std::get<I>(b)), ...); }(indices<Parameters>);
  return apart / largest;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-12 * std::abs(b); }

/// A loss as loops, of a network with this activation; `loss` is that of a row of scores.
struct loops {
  using number = long double;
  number (*activation)(number);
  number (*loss)(number const* scores, double const* targets);   // a row of `classes` of each

  number operator()(matrix const& x, matrix const& targets, parameters const& at, std::size_t moved, Index element, number by) const {
    auto const value = [&]<std::size_t I>(std::integral_constant<std::size_t, I>, Index i, Index j) {
      auto const& parameter = std::get<I>(at);
      return number(parameter(i, j)) + (moved == I && element == j * parameter.rows() + i ? by : 0);
    };
    std::integral_constant<std::size_t, 0> const w1;
    std::integral_constant<std::size_t, 1> const b1;
    std::integral_constant<std::size_t, 2> const w2;
    std::integral_constant<std::size_t, 3> const b2;
    number sum = 0;
    for (Index row = 0; row < x.rows(); ++row) {
      number between[hidden], scores[classes];
      double wanted[classes];
      for (Index j = 0; j < hidden; ++j) {
        number score = value(b1, j, 0);
        for (Index i = 0; i < inputs; ++i) score += x(row, i) * value(w1, i, j);
        between[j] = activation(score);
      }
      for (Index k = 0; k < classes; ++k) {
        scores[k] = value(b2, k, 0);
        for (Index j = 0; j < hidden; ++j) scores[k] += between[j] * value(w2, j, k);
        wanted[k] = targets(row, k);
      }
      sum += loss(scores, wanted);
    }
    return sum / number(x.rows());
  }

  double value(matrix const& x, matrix const& targets, parameters const& at) const {
    return static_cast<double>((*this)(x, targets, at, 0, -1, 0));
  }
  /// Central differences of fourth order: h is small enough for an error of 1e-16, and large enough for rounding of 1e-15.
  parameters gradient(matrix const& x, matrix const& targets, parameters const& at) const {
    parameters result = at;
    number const h = 1e-4L;
    auto const of_one = [&](std::size_t which, auto& parameter) {
      for (Index i = 0; i < parameter.size(); ++i) {
        auto const moved = [&](number by) { return (*this)(x, targets, at, which, i, by); };
        parameter.data()[i] = static_cast<double>((8 * (moved(h) - moved(-h)) - (moved(2 * h) - moved(-2 * h))) / (12 * h));
      }
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) { (of_one(I, std::get<I>(result)), ...); }(indices<parameters>);
    return result;
  }
};

long double cross_entropy(long double const* scores, double const* targets) {
  long double normaliser = 0, result = 0;
  for (int k = 0; k < classes; ++k) normaliser += std::exp(scores[k]);
  for (int k = 0; k < classes; ++k) result -= targets[k] * std::log(std::exp(scores[k]) / normaliser);
  return result;
}
long double squared_error(long double const* scores, double const* targets) {
  long double result = 0;
  for (int k = 0; k < classes; ++k) result += (scores[k] - targets[k]) * (scores[k] - targets[k]);
  return result / classes;
}
long double binary_cross_entropy(long double const* scores, double const* targets) {
  long double result = 0;
  for (int k = 0; k < classes; ++k) {
    long double const probability = 1 / (1 + std::exp(-scores[k]));
    result -= targets[k] * std::log(probability) + (1 - targets[k]) * std::log(1 - probability);
  }
  return result / classes;
}

template <class Step>
void agrees_with_differences(Step const& step, loops const& expected) {
  generator random;
  parameters at(nabla::make_parameters<double>(variables)), found = at;
  fill(at, random);
  batch const data(7, random);
  double const value = step.into(found, nabla::bind(variables, at), X = data.x, Y = data.one_hot);
  BOOST_TEST(near(value, expected.value(data.x, data.one_hot, at)));
  BOOST_TEST(difference(found, expected.gradient(data.x, data.one_hot, at)) <= 1e-12);
}

/// Value and gradient of the network with relu, and of the logistic regression, are those of code written by hand.
void agrees_with_hand_written(batch const& data, parameters const& at, line_parameters const& line_at) {
  parameters expected = at, found = at;
  double const hand = hand_written::network<double>().value_and_gradient(data.x, data.one_hot, at, expected);
  BOOST_TEST(std::isfinite(hand));
  BOOST_TEST(near(relu_step.into(found, nabla::bind(variables, at), X = data.x, Y = data.one_hot), hand));
  BOOST_TEST(difference(found, expected) <= 1e-12);

  line_parameters line_expected = line_at, line_found = line_at;
  double const line_hand = hand_written::logistic_regression<double>().value_and_gradient(data.x, data.binary, line_at, line_expected);
  BOOST_TEST(std::isfinite(line_hand));
  BOOST_TEST(near(line_step.into(line_found, nabla::bind(line.parameters(), line_at), X = data.x, y = data.binary), line_hand));
  BOOST_TEST(difference(line_found, line_expected) <= 1e-12);
}

struct fixture {
  generator random;
  parameters at{nabla::make_parameters<double>(variables)};
  line_parameters line_at = nabla::make_parameters<double>(line.parameters());
  fixture() {
    fill(at, random);
    fill(line_at, random);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(layers)

BOOST_AUTO_TEST_CASE(differences_of_relu_and_softmax_cross_entropy) {
  agrees_with_differences(relu_step, {[](long double v) { return v > 0 ? v : 0; }, cross_entropy});
}
BOOST_AUTO_TEST_CASE(differences_of_tanh_and_mean_squared_error) {
  agrees_with_differences(value_and_gradient(nabla::mean_squared_error(tanh_network(X), Y), variables),
                          {[](long double v) { return std::tanh(v); }, squared_error});
}
BOOST_AUTO_TEST_CASE(differences_of_logistic_and_log_loss) {
  agrees_with_differences(value_and_gradient(log_loss(logistic_network(X), Y), variables),
                          {[](long double v) { return 1 / (1 + std::exp(-v)); }, binary_cross_entropy});
}
BOOST_AUTO_TEST_CASE(differences_of_softplus_and_mean_squared_error) {
  agrees_with_differences(value_and_gradient(nabla::mean_squared_error(softplus_network(X), Y), variables),
                          {[](long double v) { return std::log1p(std::exp(v)); }, squared_error});
}

BOOST_FIXTURE_TEST_CASE(as_written_by_hand, fixture) {
  for (Index const rows : {1, 2, 9, 40}) agrees_with_hand_written(batch(rows, random), at, line_at);   // of one row too
}

BOOST_FIXTURE_TEST_CASE(large_scores, fixture) {
  batch const data(9, random);
  std::get<2>(at) *= 1e5;
  std::get<0>(line_at) *= 1e5;
  matrix const scores = relu_network(X)(nabla::bind(variables, at), X = data.x), line_scores = line(X)(nabla::bind(line.parameters(), line_at), X = data.x);
  BOOST_TEST((scores.maxCoeff() > 1e4 && scores.minCoeff() < -1e4));
  BOOST_TEST((line_scores.maxCoeff() > 1e4 && line_scores.minCoeff() < -1e4));
  agrees_with_hand_written(data, at, line_at);
}

BOOST_AUTO_TEST_CASE(parameters_of_their_shapes) {
  auto const made = nabla::make_parameters<float>(variables);
  static_assert(std::is_same_v<std::tuple_element_t<0, decltype(made)>::Scalar, float>);
  BOOST_TEST((std::get<0>(made) == Eigen::MatrixXf::Zero(inputs, hidden)));
  BOOST_TEST((std::get<1>(made) == Eigen::VectorXf::Zero(hidden)));
  BOOST_TEST((std::get<2>(made) == Eigen::MatrixXf::Zero(hidden, classes)));
  BOOST_TEST((std::get<3>(made) == Eigen::VectorXf::Zero(classes)));
}

// The value alone, the gradient alone, both as results, both in place, by a tuple or one by one: the same numbers.
BOOST_FIXTURE_TEST_CASE(one_result_however_it_is_asked_for, fixture) {
  batch const data(5, random);
  auto const bound = nabla::bind(line.parameters(), line_at);
  line_parameters expected, alone, by_one;
  double const value = line_step.into(expected, bound, X = data.x, y = data.binary);
  BOOST_TEST(near(line_loss(bound, X = data.x, y = data.binary), value));
  auto const both = line_step(bound, X = data.x, y = data.binary);
  BOOST_TEST(both.value == value);
  BOOST_TEST((both.gradient == expected));
  auto const by_tuple = gradient(line_loss, line.parameters());
  by_tuple.into(alone, bound, X = data.x, y = data.binary);
  BOOST_TEST(difference(alone, expected) <= 1e-15);
  BOOST_TEST((by_tuple(bound, X = data.x, y = data.binary) == alone));
  auto const one_by_one = value_and_gradient(line_loss, line.weights, line.bias);
  BOOST_TEST(one_by_one.into(std::get<0>(by_one), std::get<1>(by_one), line.weights = std::get<0>(line_at), line.bias = std::get<1>(line_at), X = data.x,
                             y = data.binary) == value);
  BOOST_TEST((by_one == expected));
}

// Sizes below those from which Eigen packs the operands of its products on the heap.
BOOST_FIXTURE_TEST_CASE(the_next_step_allocates_nothing, fixture) {
  batch const data(3, random);
  parameters gradients = at, again = at;
  auto const bound = nabla::bind(variables, at);
  double const value = relu_step.into(gradients, bound, X = data.x, Y = data.one_hot);
  Eigen::internal::set_is_malloc_allowed(false);
  double const next = relu_step.into(again, bound, X = data.x, Y = data.one_hot);
  Eigen::internal::set_is_malloc_allowed(true);
  BOOST_TEST(next == value);
  BOOST_TEST((again == gradients));
}

BOOST_AUTO_TEST_SUITE_END()
