#include <nabla/matrix/optimizers.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include "optimizers_reference.hpp"

namespace {

namespace reference = optimizers_reference;

// A parameter of 2 x 2 and the same numbers as a vector, so that several shapes are updated at a time.
template <class T>
using parameters = std::tuple<Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>, Eigen::Matrix<T, Eigen::Dynamic, 1>>;

template <class T>
parameters<T> both(double const (&numbers)[4]) {
  parameters<T> result{Eigen::Matrix<T, 2, 2>(), Eigen::Matrix<T, 4, 1>()};
  for (int i = 0; i < 4; ++i) std::get<0>(result)(i % 2, i / 2) = std::get<1>(result)(i) = T(numbers[i]);
  return result;
}

/// The largest difference from the table, over all steps, in units of the scalar's epsilon.
template <class T, class Method>
double difference(Method const& method, double const (&table)[reference::steps][4]) {
  auto at = both<T>(reference::start);
  nabla::optimizer descent(method, at);
  double largest = 0;
  for (int step = 0; step < reference::steps; ++step) {
    descent.update(at, both<T>(reference::gradient[step]));
    for (int i = 0; i < 4; ++i) {
      BOOST_TEST(std::get<0>(at)(i % 2, i / 2) == std::get<1>(at)(i));
      largest = std::max(largest, std::abs(double(std::get<1>(at)(i)) - table[step][i]));
    }
  }
  BOOST_TEST(descent.steps == std::uint64_t(reference::steps));
  return largest / double(std::numeric_limits<T>::epsilon());
}

template <class Method>
void allocates_nothing(Method const& method) {
  auto at = both<float>(reference::start);
  auto const gradients = both<float>(reference::gradient[0]);
  nabla::optimizer descent(method, at);
  Eigen::internal::set_is_malloc_allowed(false);
  descent.update(at, gradients);
  descent.update(at, gradients);
  Eigen::internal::set_is_malloc_allowed(true);
  BOOST_TEST(descent.steps == 2U);
}

template <class Method>
void continues_to_the_last_bit(Method const& method) {
  auto through = both<float>(reference::start), interrupted = through;
  nabla::optimizer one(method, through), before(method, interrupted);
  for (int step = 0; step < reference::steps; ++step) one.update(through, both<float>(reference::gradient[step]));
  for (int step = 0; step < 5; ++step) before.update(interrupted, both<float>(reference::gradient[step]));
  nabla::optimizer after(method, interrupted);
  after.steps = before.steps;
  after.moments = before.moments;
  for (int step = 5; step < reference::steps; ++step) after.update(interrupted, both<float>(reference::gradient[step]));
  BOOST_TEST((through == interrupted));
  BOOST_TEST((one.moments == after.moments));
}

constexpr nabla::adam other_settings{.learning_rate = 0.25, .beta1 = 0.5, .beta2 = 0.75, .epsilon = 0.0625};

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_optimizers)

BOOST_AUTO_TEST_CASE(paths_of_the_reference_in_double) {
  BOOST_TEST(difference<double>(nabla::gradient_step{.learning_rate = 0.125}, reference::gradient_step) <= 4);
  BOOST_TEST(difference<double>(nabla::momentum{}, reference::momentum) <= 4);
  BOOST_TEST(difference<double>(nabla::adam{}, reference::adam) <= 4);
  BOOST_TEST(difference<double>(other_settings, reference::adam_of_other_settings) <= 16);
}

BOOST_AUTO_TEST_CASE(paths_of_the_reference_in_float) {
  BOOST_TEST(difference<float>(nabla::gradient_step{.learning_rate = 0.125}, reference::gradient_step) <= 4);
  BOOST_TEST(difference<float>(nabla::momentum{}, reference::momentum) <= 4);
  BOOST_TEST(difference<float>(nabla::adam{}, reference::adam) <= 4);
  BOOST_TEST(difference<float>(other_settings, reference::adam_of_other_settings) <= 16);
}

BOOST_AUTO_TEST_CASE(an_element_without_gradient_stays) {
  for (int step = 0; step < 3; ++step) {
    BOOST_TEST(reference::gradient[step][3] == 0);
    BOOST_TEST(reference::adam[step][3] == 0);
  }
  auto at = both<double>(reference::start);
  nabla::optimizer descent(nabla::adam{}, at);
  descent.update(at, both<double>({0, 0, 0, 0}));
  BOOST_TEST((at == both<double>(reference::start)));
}

// Kingma & Ba, section 2.1: the first step is as long as the learning rate, whatever the scale of the gradient.
BOOST_AUTO_TEST_CASE(first_step_of_adam) {
  for (double scale : {1e-3, 1.0, 1e6}) {
    std::tuple at(Eigen::VectorXd::Zero(1).eval());
    nabla::optimizer descent(nabla::adam{.learning_rate = 0.5}, at);
    descent.update(at, std::tuple(Eigen::VectorXd::Constant(1, -scale).eval()));
    BOOST_TEST(std::get<0>(at)(0) == 0.5, boost::test_tools::tolerance(1e-4));
  }
}

BOOST_AUTO_TEST_CASE(nothing_is_allocated) {
  allocates_nothing(nabla::gradient_step{});
  allocates_nothing(nabla::momentum{});
  allocates_nothing(nabla::adam{});
}

BOOST_AUTO_TEST_CASE(state_put_back) {
  continues_to_the_last_bit(nabla::gradient_step{});
  continues_to_the_last_bit(nabla::momentum{});
  continues_to_the_last_bit(nabla::adam{});
}

BOOST_AUTO_TEST_CASE(parameters_by_reference_and_of_fixed_size) {
  Eigen::Matrix2d matrix = Eigen::Matrix2d::Constant(1);
  Eigen::Matrix<double, 2, 3, Eigen::RowMajor> rows = Eigen::Matrix<double, 2, 3>::Constant(2);
  Eigen::Matrix<double, 2, 3> by_rows = Eigen::Matrix<double, 2, 3>::Constant(2);
  nabla::optimizer descent(nabla::momentum{.learning_rate = 0.5, .decay = 0.5}, std::tie(matrix, rows));
  for (int step = 0; step < 2; ++step) descent.update(std::tie(matrix, rows), std::tie(matrix, by_rows));
  BOOST_TEST((matrix == Eigen::Matrix2d::Constant(0)));        // 1 - 1/2, then less (1/2 + 1/2) / 2
  BOOST_TEST((rows == Eigen::Matrix<double, 2, 3>::Constant(-0.5)));   // 2 - 2/2, then less (2/2 + 2) / 2
}

BOOST_AUTO_TEST_SUITE_END()
