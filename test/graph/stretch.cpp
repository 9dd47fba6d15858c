#include "loops.hpp"

#include <array>
#include <cmath>
#include <memory>
#include <span>

// Loops that few iterations tell, against the program of all nodes.

template <class F>
void compare_told(F const& f) {
  static_assert(detail::is_stretched<typename F::recipe>);
  constexpr auto const& program = detail::compiled<typename F::recipe>::value;
  constexpr auto const& signature = detail::signature_of<typename F::recipe>::value;
  static_assert(program.size.variables == signature.size.variables && program.size.outputs == signature.size.outputs);
  for (std::size_t k = 0; k < program.size.variables; ++k) BOOST_TEST((program.variables[k] == signature.variables[k]));
  if constexpr (requires { program.places; }) {
    BOOST_TEST(program.jacobian == signature.jacobian);
    for (std::size_t k = 0; k < program.size.outputs; ++k) {
      BOOST_TEST((program.places[k].row == signature.places[k].row && program.places[k].column == signature.places[k].column), "place of entry " << k);
    }
  }
  static_assert(nabla::operation_count(F{}) == detail::count_all_operations<typename F::recipe>());
  compare_ways(f);
}

BOOST_AUTO_TEST_CASE(told_by_few_iterations) {
  compare_told(nabla::value_and_gradient(rosenbrock<150>));
  compare_told(nabla::gradient(rosenbrock<151>));
  compare_told(nabla::hessian(rosenbrock<150>));
  compare_told(nabla::value_gradient_hessian(rosenbrock<150>));
  // The first and the last arguments outside of the loop, and numbers that are no rationals.
  compare_told(nabla::value_and_gradient(nabla::trace<240>([](auto const& x) {
    auto sum = nabla::exp(x[0] * x[239]);
    for (std::size_t i = 0; i < 240; ++i) sum += x[i] * nabla::log(x[i]);
    for (std::size_t i = 0; i < 1; ++i) sum += 0.1 * x[i + 237] * x[3];
    return sum * x[1];
  })));
  // Residuals: an output an iteration, and one more.
  compare_told(nabla::jacobian(nabla::trace<200>([](auto const& x) {
    std::array<std::decay_t<decltype(x[0])>, 200> residuals;
    for (std::size_t i = 0; i + 1 < 200; ++i) residuals[i] = x[i + 1] * x[i + 1] - nabla::sin(x[i]);
    residuals[199] = x[199] - x[0];
    return residuals;
  })));
  // Functions that are called, and numbers that come with them.
  compare_told(nabla::value_and_gradient(nabla::trace<120>([](auto const& x) {
    auto sum = erf(x[0]);
    for (std::size_t i = 1; i < 120; ++i) sum += erf(x[i]) * sin(x[i - 1]) * exp(x[i]);
    return sum;
  })));
  // Data as parameters, three numbers each, and few arguments.
  compare_told(nabla::value_and_gradient(nabla::trace<2, 300>([](auto const& x, auto const& data) {
    std::decay_t<decltype(x[0])> sum(0.0);
    for (std::size_t i = 0; i < 100; ++i) {
      auto const error = data[3 * i] * x[0] + data[3 * i + 1] * x[1] - data[3 * i + 2];
      sum += error * error;
    }
    return sum;
  })));
  // Outputs that are numbers, more of them with each iteration.
  compare_told(nabla::hessian(nabla::trace<130>([](auto const& x) {
    std::decay_t<decltype(x[0])> sum(0.0);
    for (std::size_t i = 0; i + 2 < 130; ++i) {
      auto const bend = x[i] - 2.0 * x[i + 1] + x[i + 2];
      sum += bend * bend + x[i] * nabla::cos(x[i]);
    }
    return sum;
  })));
  // A recurrence over two iterations.
  compare_told(nabla::value_and_gradient(nabla::trace<120>([](auto const& x) {
    auto a = x[0], b = x[1];
    for (std::size_t i = 2; i < 120; ++i) {
      auto const next = nabla::sin(b) + 0.25 * a * x[i] * x[i - 2];
      a = b;
      b = next;
    }
    return b;
  })));
}

/// The energy of a field on a grid: its rows are iterations, which are loops.
template <std::size_t Rows, std::size_t Columns>
constexpr auto grid = nabla::trace<Rows * Columns>([](auto const& u) {
  std::array<std::decay_t<decltype(u[0])>, Rows * Columns> terms;
  for (std::size_t i = 0; i < Rows; ++i) {
    for (std::size_t j = 0; j < Columns; ++j) {
      auto const here = u[i * Columns + j];
      auto const right = j + 1 < Columns ? u[i * Columns + j + 1] - here : here;
      auto energy = 0.5 * (right * right) + 0.1 * (here * here * here * here) - here;
      if (i + 1 < Rows) energy += 0.5 * ((u[(i + 1) * Columns + j] - here) * (u[(i + 1) * Columns + j] - here));
      terms[i * Columns + j] = energy;
    }
  }
  return sum(terms);
});

/// The plan for all rows, from those of few, against that of the program of all nodes, which is made at run time.
template <class F>
void compare_plans(F const&) {
  using recipe = typename F::recipe;
  static_assert(detail::is_stretched<recipe>);
  detail::graph g;
  detail::growable<detail::node_id> outputs;
  detail::build_graph<recipe>(g, outputs);
  constexpr detail::program_sizes room{40000, 80000, 64, 2000, 16000, 6000, 16, 16};
  auto const whole = std::make_unique<detail::program<room>>(detail::make_program<room>(g, outputs));
  BOOST_REQUIRE(whole->size.fit_into(room));
  detail::loop_planner planner(*whole);
  BOOST_REQUIRE(planner.is_regular());
  auto const plan = std::make_unique<detail::loop_plan<64, 100000>>();
  planner.write(*plan);
  constexpr auto const& told = detail::looped<recipe>::value;
  BOOST_TEST(plan->body_count == told.body_count);
  BOOST_TEST(plan->loops == told.loops);
  BOOST_TEST(plan->places == told.places);
  BOOST_REQUIRE(plan->data_size == told.data_size);
  BOOST_REQUIRE(plan->late == told.late);
  std::size_t differences = 0;
  for (std::size_t k = plan->control; k < plan->late; ++k) differences += plan->data[k] != told.data[k];
  BOOST_TEST(differences == 0u);
}

BOOST_AUTO_TEST_CASE(rows_told_by_few) {
  constexpr std::size_t rows = 56, columns = 20, n = rows * columns;
  constexpr auto second = nabla::hessian(grid<rows, columns>);
  compare_plans(second);
  std::vector<double> u(n), entries(second.sparsity().size());
  std::mt19937 engine(5);
  std::uniform_real_distribution<double> number(-1, 1);
  for (double& value : u) value = number(engine);
  std::span<double const, n> const at(u.data(), n);
  second.packed_into(entries, at);
  auto const diagonal = [&](std::size_t i, std::size_t j) { return 1 + (j > 0) + (i > 0) + (i + 1 < rows) + 1.2 * u[i * columns + j] * u[i * columns + j]; };
  constexpr auto pattern = second.sparsity();
  for (std::size_t k = 0; k < pattern.size(); ++k) {
    std::size_t const i = pattern.rows[k], j = pattern.columns[k];
    double const expected = i == j ? diagonal(i / columns, i % columns) : -1;
    BOOST_TEST(std::abs(entries[k] - expected) <= 1e-13, "entry " << i << ", " << j);
  }
}

BOOST_AUTO_TEST_CASE(not_told_by_few_iterations) {
  // One argument in the middle is named outside of the loop.
  constexpr auto middle = nabla::gradient(nabla::trace<200>([](auto const& x) {
    auto sum = x[100] * x[100];
    for (std::size_t i = 0; i + 1 < 200; ++i) sum += x[i] * nabla::sin(x[i + 1]);
    return sum;
  }));
  static_assert(!detail::is_stretched<std::remove_const_t<decltype(middle)>::recipe>);
  compare_ways(middle);
  // The stride changes half way.
  constexpr auto bent = nabla::gradient(nabla::trace<300>([](auto const& x) {
    auto sum = x[0] * x[0];
    for (std::size_t i = 0; i < 100; ++i) sum += x[i] * x[i + 1];
    for (std::size_t i = 0; i < 98; ++i) sum += x[100 + 2 * i] * x[101 + 2 * i];
    return sum;
  }));
  static_assert(!detail::is_stretched<std::remove_const_t<decltype(bent)>::recipe>);
  compare_ways(bent);
}


/// 2048 variables, whose Hessian has 4095 entries: no dense matrix is made of them. Against closed forms, and difference quotients of the value.
BOOST_AUTO_TEST_CASE(long_chain) {
  constexpr std::size_t n = 2048;
  constexpr auto second = nabla::hessian(rosenbrock<n>);
  static_assert(detail::is_stretched<std::remove_const_t<decltype(second)>::recipe>);
  constexpr auto pattern = second.sparsity();
  static_assert(pattern.size() == 2 * n - 1);
  std::vector<double> x(n), entries(pattern.size());
  std::mt19937 engine(3);
  std::uniform_real_distribution<double> number(0.25, 1.75);
  for (double& value : x) value = number(engine);
  second.packed_into(entries, std::span<double const, n>(x.data(), n));
  for (std::size_t k = 0; k < pattern.size(); ++k) {
    std::size_t const i = pattern.rows[k], j = pattern.columns[k];
    double expected = -400 * x[j];
    if (i == j) expected = (i + 1 < n ? 2 - 400 * (x[i + 1] - 3 * x[i] * x[i]) : 0) + (i > 0 ? 200 : 0);
    BOOST_TEST((i == j || i == j + 1));
    BOOST_TEST(std::abs(entries[k] - expected) <= 1e-12 * (1 + std::abs(expected)), "entry " << i << ", " << j);
  }
  constexpr auto first = nabla::value_and_gradient(rosenbrock<n>);
  std::vector<double> gradient(n), moved(n);
  first.into(gradient, std::span<double const, n>(x.data(), n));
  for (std::size_t i : {std::size_t{0}, n / 2, n - 1}) {
    double const h = 1e-6, kept = x[i];
    x[i] = kept + h;
    double const above = rosenbrock<n>(std::span<double const, n>(x.data(), n));
    x[i] = kept - h;
    double const below = rosenbrock<n>(std::span<double const, n>(x.data(), n));
    x[i] = kept;
    BOOST_TEST(std::abs((above - below) / (2 * h) - gradient[i]) <= 1e-3 * (1 + std::abs(gradient[i])), "partial " << i);
  }
}
