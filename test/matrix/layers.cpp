#include <nabla/matrix.hpp>
#include <nabla/matrix/layers.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <random>

#include "benchmark/training/hand_written.hpp"

namespace {

using namespace nabla::literals;
using hand_matrix = hand_written::matrix<double>;
using hand_vector = hand_written::vector<double>;
using hand_network = hand_written::network<double>;

constexpr auto n = nabla::extent<"n">;
constexpr auto X = nabla::matrix<"X", n, 6>;
constexpr auto Y = nabla::matrix<"Y", n, 4>;
constexpr auto Z = nabla::matrix<"Z", n, 4>;
constexpr auto y = nabla::matrix<"y", n, 1>;
constexpr auto z = nabla::matrix<"z", n, 1>;
constexpr auto W = nabla::matrix<"W", 6, 4>;
constexpr auto G = nabla::matrix<"G", n, 4>;

static_assert(gradient(softmax_cross_entropy(Z, Y), Z) == (softmax(Z) - Y) / rows(Z));   // whatever the rows of Y sum to
static_assert(gradient(log_loss(z, y), z) == (logistic(z) - y) / rows(z));
static_assert(gradient(mean_squared_error(Z, Y), Z) == 2_c * (Z - Y) / (rows(Y) * columns(Y)));
static_assert(gradient(sum(hadamard(G, X * W)), W) == transpose(X) * G);
static_assert(!(gradient(softmax_cross_entropy(Z, Y), Z) == (softmax(Z) - Y)));

constexpr auto network = nabla::sequential(nabla::dense<"1", 6, 5>, nabla::layers::relu, nabla::dense<"2", 5, 4>);
constexpr auto loss = softmax_cross_entropy(network(X), Y);

struct problem {
  hand_matrix x, classes;
  hand_network::parameters at{hand_matrix(6, 5), hand_vector(5), hand_matrix(5, 4), hand_vector(4)};
  explicit problem(Eigen::Index size) : x(size, 6), classes(hand_matrix::Zero(size, 4)) {
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    auto const fill = [&](auto& each) {
      for (Eigen::Index i = 0; i < each.size(); ++i) each.data()[i] = normal(random);
    };
    fill(x);
    std::apply([&](auto&... each) { (fill(each), ...); }, at);
    for (Eigen::Index i = 0; i < size; ++i) classes(i, i % 4) = 1;
  }
};

template <class A, class B>
double apart(A const& a, B const& b) { return (a - b).norm() / b.norm(); }

void agrees_with_hand_written(problem const& p) {
  auto expected = p.at, found = p.at;
  double const by_hand = hand_network().value_and_gradient(p.x, p.classes, p.at, expected);
  auto const bound = nabla::bind(network.parameters(), p.at);
  double const value = value_and_gradient(loss, network.parameters()).into(found, bound, X = p.x, Y = p.classes);
  auto const result = value_and_gradient(loss, network.parameters())(bound, X = p.x, Y = p.classes);
  BOOST_TEST(std::isfinite(by_hand));
  BOOST_TEST(std::abs(value - by_hand) <= 1e-12 * by_hand);
  BOOST_TEST(result.value == value);
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    auto const close = [](auto const& a, auto const& b) { BOOST_TEST(apart(a, b) <= 1e-12); };
    (close(std::get<I>(found), std::get<I>(expected)), ...);
    (close(std::get<I>(result.gradient), std::get<I>(expected)), ...);
  }(std::make_index_sequence<4>{});
}

/// Gradients of a loss of two layers with an activation between them, against central differences.
template <class Activation, class Loss>
void agrees_with_differences(Activation const& activation, Loss const& of) {
  auto const model = nabla::sequential(nabla::dense<"1", 6, 5>, activation, nabla::dense<"2", 5, 4>);
  auto const f = of(model(X), Y);
  problem p(9);
  auto found = nabla::make_parameters<double>(model.parameters());
  gradient(f, model.parameters()).into(found, nabla::bind(model.parameters(), p.at), X = p.x, Y = p.classes);
  auto const of_one = [&](auto& parameter, auto const& by) {
    for (Eigen::Index i = 0; i < parameter.size(); ++i) {
      double const kept = parameter.data()[i], step = 1e-5;
      auto const moved = [&](double to) {
        parameter.data()[i] = to;
        return double(f(nabla::bind(model.parameters(), p.at), X = p.x, Y = p.classes));
      };
      double const slope = (moved(kept + step) - moved(kept - step)) / (2 * step);
      parameter.data()[i] = kept;
      BOOST_TEST(std::abs(slope - by.data()[i]) <= 1e-8 * by.norm());
    }
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) { (of_one(std::get<I>(p.at), std::get<I>(found)), ...); }(std::make_index_sequence<4>{});
}

constexpr auto cross_entropy = [](auto const& s, auto const& t) { return softmax_cross_entropy(s, t); };
constexpr auto squares = [](auto const& s, auto const& t) { return mean_squared_error(s, t); };
constexpr auto logistic_loss = [](auto const& s, auto const& t) { return log_loss(s, t); };

}  // namespace

BOOST_AUTO_TEST_SUITE(layers)

BOOST_AUTO_TEST_CASE(hand_written_network) { agrees_with_hand_written(problem(9)); }
BOOST_AUTO_TEST_CASE(batch_of_one_row) { agrees_with_hand_written(problem(1)); }

BOOST_AUTO_TEST_CASE(central_differences) {
  agrees_with_differences(nabla::layers::relu, cross_entropy);
  agrees_with_differences(nabla::layers::tanh, squares);
  agrees_with_differences(nabla::layers::logistic, logistic_loss);
  agrees_with_differences(nabla::layers::softplus, cross_entropy);
}

BOOST_AUTO_TEST_CASE(scores_beyond_the_range_of_exp) {
  hand_matrix scores = hand_matrix::Constant(2, 4, -1e4), labels = hand_matrix::Zero(2, 4);
  scores(0, 0) = scores(1, 1) = 1e4;
  labels(0, 0) = labels(1, 2) = 1;   // right, and wrong
  auto const [value, by] = value_and_gradient(softmax_cross_entropy(Z, Y), Z)(Z = scores, Y = labels);
  hand_matrix expected = hand_matrix::Zero(2, 4);
  expected(1, 1) = 0.5, expected(1, 2) = -0.5;
  BOOST_TEST(value == 1e4);
  BOOST_TEST((by == expected));
  hand_vector const s = Eigen::Vector2d(1e4, -1e4), wrong = Eigen::Vector2d(0, 1);
  auto const [of_line, by_line] = value_and_gradient(log_loss(z, y), z)(z = s, y = wrong);
  BOOST_TEST(of_line == 1e4);
  BOOST_TEST((by_line == Eigen::Vector2d(0.5, -0.5)));
}

BOOST_AUTO_TEST_CASE(second_call_allocates_nothing) {
  problem const p(3);
  auto found = p.at;
  constexpr auto step = value_and_gradient(loss, network.parameters());
  auto const bound = nabla::bind(network.parameters(), p.at);
  step.into(found, bound, X = p.x, Y = p.classes);
  Eigen::internal::set_is_malloc_allowed(false);
  step.into(found, bound, X = p.x, Y = p.classes);
  Eigen::internal::set_is_malloc_allowed(true);
  BOOST_TEST(std::get<0>(found).allFinite());
}

BOOST_AUTO_TEST_SUITE_END()
