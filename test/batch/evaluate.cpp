#include <nabla/batch.hpp>
#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <Eigen/Core>

#include <array>
#include <cmath>
#include <cstring>
#include <execution>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

// Arrays of points: every number of them, of any alignment, by every form of call, is what a plain loop over hand-written code gives.

namespace {

using namespace nabla::literals;
using columns = std::vector<std::vector<double>>;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto q = nabla::variables<"q", 2>;
constexpr auto c = nabla::variables<"c", 2>;
constexpr auto f = x * x * y + sin(x) * exp(y);
constexpr auto F = nabla::function(f, x, y);
// Named unknowns and data: two families.
constexpr auto M = nabla::function(square(c[0_c] - q[0_c] * exp(-q[1_c] * c[1_c])), q, c);

double hand(double a, double b) { return a * a * b + std::sin(a) * std::exp(b); }
std::array<double, 2> hand_gradient(double a, double b) {
  return {2 * a * b + std::cos(a) * std::exp(b), a * a + std::sin(a) * std::exp(b)};
}
std::array<double, 4> hand_hessian(double a, double b) {
  double const mixed = 2 * a + std::cos(a) * std::exp(b);
  return {2 * b - std::sin(a) * std::exp(b), mixed, mixed, std::sin(a) * std::exp(b)};
}

bool near(double a, double b, double units = 8) { return std::fabs(a - b) <= units * 2.3e-16 * (1 + std::fabs(b)); }

std::vector<double> points(std::size_t n, double from, double step) {
  std::vector<double> result(n);
  for (std::size_t i = 0; i < n; ++i) result[i] = from + step * static_cast<double>(i % 97);
  return result;
}

template <class Call>
std::string refusal(Call call) {
  try {
    call();
  } catch (std::invalid_argument const& error) {
    return error.what();
  }
  return "not refused";
}

constexpr std::size_t width = std::experimental::native_simd<double>::size();

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_evaluate)

BOOST_AUTO_TEST_CASE(every_number_of_points) {
  for (std::size_t n = 0; n <= 2 * width + 1; ++n) {
    auto const xs = points(n, -1, 0.3), ys = points(n, 0.5, -0.2);
    std::vector<double> values(n);
    columns all(3, values), second(4, values);
    nabla::batch(F).into(values, xs, ys);
    nabla::batch(value_and_gradient(F)).into(all, xs, ys);
    nabla::batch(hessian(F)).into(second, xs, ys);
    for (std::size_t i = 0; i < n; ++i) {
      BOOST_TEST(near(values[i], hand(xs[i], ys[i])), "value " << i << " of " << n);
      BOOST_TEST(near(all[0][i], hand(xs[i], ys[i])));
      for (std::size_t k = 0; k < 2; ++k) BOOST_TEST(near(all[k + 1][i], hand_gradient(xs[i], ys[i])[k]), "partial " << k << " at " << i << " of " << n);
      for (std::size_t k = 0; k < 4; ++k) BOOST_TEST(near(second[k][i], hand_hessian(xs[i], ys[i])[k]), "entry " << k << " at " << i << " of " << n);
    }
  }
}

BOOST_AUTO_TEST_CASE(nothing_beyond_the_arrays_is_written_and_alignment_is_any) {
  for (std::size_t shift = 0; shift <= width; ++shift) {
    for (std::size_t n : {width - 1, width, width + 1, 3 * width + 2}) {
      auto const xs = points(n + shift, -1, 0.3), ys = points(n + shift, 0.5, -0.2);
      std::vector<double> values(n + shift + 1, -7);
      nabla::batch(F).into(std::span(values).subspan(shift, n), std::span(xs).last(n), std::span(ys).last(n));
      for (std::size_t i = 0; i < values.size(); ++i) {
        bool const inside = i >= shift && i < shift + n;
        BOOST_TEST(near(values[i], inside ? hand(xs[i], ys[i]) : -7), "element " << i);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(value_of_a_point_does_not_depend_on_its_place) {
  // The same points in any place and among any others, in the main loop and in the rest: the same bits.
  constexpr auto G = value_and_gradient(F);
  std::size_t const n = 5 * width + 3;
  auto xs = points(n, -40, 0.77), ys = points(n, 0.5, -0.01);
  xs[3] = 1e300;
  columns first(3, std::vector<double>(n)), moved(3, std::vector<double>(n));
  nabla::batch(G).into(first, xs, ys);
  for (std::size_t shift = 1; shift < n; shift += 2) {
    auto const from = [&](std::size_t i) { return (i + shift) % n; };
    std::vector<double> xm(n), ym(n);
    for (std::size_t i = 0; i < n; ++i) {
      xm[i] = xs[from(i)];
      ym[i] = ys[from(i)];
    }
    nabla::batch(G).into(moved, xm, ym);
    for (std::size_t k = 0; k < 3; ++k) {
      for (std::size_t i = 0; i < n; ++i) BOOST_TEST((std::memcmp(&moved[k][i], &first[k][from(i)], sizeof(double)) == 0), "point " << from(i) << " moved to " << i);
    }
  }
}

BOOST_AUTO_TEST_CASE(forms_of_a_call) {
  std::size_t const n = 2 * width + 1;
  auto const xs = points(n, -1, 0.3), ys = points(n, 0.5, -0.2);
  std::vector<double> expected(n), values(n);
  for (std::size_t i = 0; i < n; ++i) expected[i] = hand(xs[i], ys[i]);
  auto const check = [&](char const* name) {
    for (std::size_t i = 0; i < n; ++i) BOOST_TEST(near(values[i], expected[i]), name << " at " << i);
    for (double& value : values) value = -7;
  };
  std::array<double, 2 * width + 1> raw_x;
  double raw_y[2 * width + 1];
  for (std::size_t i = 0; i < n; ++i) {
    raw_x[i] = xs[i];
    raw_y[i] = ys[i];
  }
  nabla::batch(F).into(values, raw_x, raw_y), check("arrays");
  nabla::batch(F).into(values, columns{xs, ys}), check("a vector of vectors");
  nabla::batch(F).into(values, std::array{std::span(xs), std::span(ys)}), check("an array of spans");
  std::array<std::span<double>, 1> out{std::span(values)};
  nabla::batch(F).into(out, xs, ys), check("a list of one output");
  Eigen::MatrixXd in(static_cast<Eigen::Index>(n), 2);
  for (std::size_t i = 0; i < n; ++i) {
    in(static_cast<Eigen::Index>(i), 0) = xs[i];
    in(static_cast<Eigen::Index>(i), 1) = ys[i];
  }
  nabla::batch(F).into(values, in), check("an Eigen matrix, a point a row");
  Eigen::MatrixXd results(static_cast<Eigen::Index>(n), 3);
  nabla::batch(value_and_gradient(F)).into(results, in);
  for (std::size_t i = 0; i < n; ++i) {
    BOOST_TEST(near(results(static_cast<Eigen::Index>(i), 0), expected[i]));
    BOOST_TEST(near(results(static_cast<Eigen::Index>(i), 2), hand_gradient(xs[i], ys[i])[1]));
  }
  Eigen::VectorXd one = in.col(0), value_column(static_cast<Eigen::Index>(n));
  nabla::batch(F).into(value_column, one, ys);
  for (std::size_t i = 0; i < n; ++i) BOOST_TEST(near(value_column[static_cast<Eigen::Index>(i)], expected[i]));

  // One number for all points.
  for (std::size_t i = 0; i < n; ++i) expected[i] = hand(xs[i], 2);
  nabla::batch(F).into(values, xs, 2), check("a number");
  // Families: numbers for one, arrays for the other.
  for (std::size_t i = 0; i < n; ++i) expected[i] = std::pow(ys[i] - 2 * std::exp(-0.5 * xs[i]), 2);
  nabla::batch(M).into(values, std::array{2.0, 0.5}, columns{ys, xs}), check("numbers and arrays");
  columns const both{ys, xs}, twice{std::vector<double>(n, 2.0), std::vector<double>(n, 0.5)};
  nabla::batch(M).into(values, twice, both), check("arrays and arrays");
  nabla::batch(M).into(values, 2, 0.5, ys, xs), check("scalars");
}

BOOST_AUTO_TEST_CASE(several_results) {
  std::size_t const n = width + 3;
  auto const xs = points(n, 0.5, 0.3), ys = points(n, 0.5, 0.2);
  constexpr auto V = nabla::function(boost::hana::make_tuple(x * y, x / y, sqrt(x)), x, y);
  columns out(6, std::vector<double>(n)), values(3, std::vector<double>(n)), both(9, std::vector<double>(n)), all(7, std::vector<double>(n));
  nabla::batch(V).into(values, xs, ys);
  nabla::batch(jacobian(V)).into(out, xs, ys);
  nabla::batch(value_and_jacobian(V)).into(both, xs, ys);
  nabla::batch(value_gradient_hessian(F)).into(all, xs, ys);
  for (std::size_t i = 0; i < n; ++i) {
    double const a = xs[i], b = ys[i];
    double const expected[] = {a * b, a / b, std::sqrt(a), b, a, 1 / b, -a / (b * b), 0.5 / std::sqrt(a), 0};
    for (std::size_t k = 0; k < 9; ++k) {
      BOOST_TEST(near(both[k][i], expected[k]), "result " << k);
      BOOST_TEST(near(k < 3 ? values[k][i] : out[k - 3][i], expected[k]), "result " << k);
    }
    BOOST_TEST(near(all[0][i], hand(a, b)));
    for (std::size_t k = 0; k < 2; ++k) BOOST_TEST(near(all[1 + k][i], hand_gradient(a, b)[k]));
    for (std::size_t k = 0; k < 4; ++k) BOOST_TEST(near(all[3 + k][i], hand_hessian(a, b)[k]));
  }
}

BOOST_AUTO_TEST_CASE(floats) {
  for (std::size_t n : {1u, 5u, 16u, 17u, 40u}) {
    std::vector<float> xs(n), ys(n), values(n);
    for (std::size_t i = 0; i < n; ++i) {
      xs[i] = static_cast<float>(i) * 0.1f;
      ys[i] = 1 - xs[i];
    }
    nabla::batch(F).into(values, xs, ys);
    for (std::size_t i = 0; i < n; ++i) BOOST_TEST(std::fabs(values[i] - hand(xs[i], ys[i])) <= 8e-7 * (1 + std::fabs(hand(xs[i], ys[i]))));
  }
}

BOOST_AUTO_TEST_CASE(in_place) {
  std::size_t const n = 2 * width + 3;
  auto const xs = points(n, -1, 0.3), ys = points(n, 0.5, -0.2);
  columns in{xs, ys};
  nabla::batch(gradient(F)).into(in, in);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < 2; ++k) BOOST_TEST(near(in[k][i], hand_gradient(xs[i], ys[i])[k]));
  }
}

BOOST_AUTO_TEST_CASE(threads_give_the_same_bits) {
  std::size_t const n = 5 * 1024 * width + 3;
  auto const xs = points(n, -1, 0.3), ys = points(n, 0.5, -0.2);
  columns one(3, std::vector<double>(n)), many(3, std::vector<double>(n));
  nabla::batch(value_and_gradient(F)).into(one, xs, ys);
  for (int trial = 0; trial < 3; ++trial) {
    for (auto& column : many) std::fill(column.begin(), column.end(), -7.0);
    nabla::batch(value_and_gradient(F)).into(std::execution::par, many, xs, ys);
    BOOST_TEST((one == many));
  }
  nabla::batch(value_and_gradient(F)).into(std::execution::seq, many, xs, ys);
  BOOST_TEST((one == many));
}

BOOST_AUTO_TEST_CASE(refusals) {
  auto const xs = points(5, 0, 1), ys = points(4, 0, 1);
  std::vector<double> values(5, -7), shorter(4, -7);
  BOOST_TEST(refusal([&] { nabla::batch(F).into(values, xs, ys); }) == "nabla::batch: input 1 holds 4 values where input 0 holds 5");
  BOOST_TEST(refusal([&] { nabla::batch(F).into(shorter, xs, 1.0); }) == "nabla::batch: output 0 holds 4 values where input 0 holds 5");
  BOOST_TEST(refusal([&] { nabla::batch(F).into(values, 1.0, ys); }) == "nabla::batch: output 0 holds 5 values where input 1 holds 4");
  BOOST_TEST(refusal([&] { nabla::batch(F).into(values, columns{xs, xs, xs}); }) == "nabla::batch: the number of inputs is 3, that of variables 2");
  BOOST_TEST(refusal([&] { nabla::batch(M).into(values, std::array{1.0}, columns{xs, xs}); }) == "nabla::batch: the number of inputs is 1, that of variables 2");
  columns out(2, values);
  BOOST_TEST(refusal([&] { nabla::batch(value_and_gradient(F)).into(out, xs, xs); }) == "nabla::batch: the number of outputs is 2, that of results 3");
  BOOST_TEST(refusal([&] { nabla::batch(gradient(F)).into(values, xs, xs); }) == "nabla::batch: the number of outputs is 1, that of results 2");
  out[1].resize(6);
  BOOST_TEST(refusal([&] { nabla::batch(gradient(F)).into(out, xs, xs); }) == "nabla::batch: output 1 holds 6 values where input 0 holds 5");
  for (double value : values) BOOST_TEST(value == -7);  // nothing was written
  for (double value : out[0]) BOOST_TEST(value == -7);
}

BOOST_AUTO_TEST_SUITE_END()
