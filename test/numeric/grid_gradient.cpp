#include <nabla/numeric/grid_gradient.hpp>

#include <nabla/numeric/gradient.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace {

using namespace nabla::numeric;

// numpy's documented example: [[1, 2, 6], [3, 4, 5]]
constexpr std::array grid{1, 2, 6, 3, 4, 5};
static_assert(grid_gradient(0, grid, {2, 3}) == std::array{2.0, 2.0, -1.0, 2.0, 2.0, -1.0});
static_assert(grid_gradient(1, grid, {2, 3}) == std::array{1.0, 2.5, 4.0, 1.0, 1.0, 1.0});
static_assert(grid_gradient(1, grid, {2, 3}, 2) == std::array{0.5, 1.25, 2.0, 0.5, 0.5, 0.5});
static_assert(grid_gradient(0, grid, std::array<std::size_t, 2>{2, 3}, std::array{0, 2}) ==
              std::array{1.0, 1.0, -0.5, 1.0, 1.0, -0.5});

// one dimension is the gradient along a line
static_assert(grid_gradient(0, std::array{0, 1, 4, 9, 16}, {5}, edge_order<2>) ==
              gradient({0, 1, 4, 9, 16}, edge_order<2>));
static_assert(grid_gradient(0, std::array{0, 1, 4, 9, 16}, std::array<std::size_t, 1>{5}, edge_order<2>) ==
              gradient({0, 1, 4, 9, 16}, edge_order<2>));

/// x y^2 + z x on a grid of 3 by 4 by 5 points.
constexpr auto sampled_field() {
  std::array<double, 60> values{};
  for (std::size_t i = 0, k = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      for (std::size_t l = 0; l < 5; ++l) values[k++] = double(i * j * j + l * i);
  return values;
}

constexpr bool three_dimensions() {
  auto const values = sampled_field();
  auto const x = grid_gradient(0, values, {3, 4, 5}), y = grid_gradient(1, values, {3, 4, 5}, 1, edge_order<2>),
             z = grid_gradient(2, values, {3, 4, 5});
  for (std::size_t i = 0, k = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      for (std::size_t l = 0; l < 5; ++l, ++k)
        if (x[k] != double(j * j + l) || y[k] != double(2 * i * j) || z[k] != double(i)) return false;
  return true;
}
static_assert(three_dimensions());

constexpr bool axes_commute() {
  auto const values = sampled_field();
  return grid_gradient(0, grid_gradient(1, values, {3, 4, 5}), {3, 4, 5}) ==
         grid_gradient(1, grid_gradient(0, values, {3, 4, 5}), {3, 4, 5});
}
static_assert(axes_commute());

constexpr bool written_in_place() {
  std::array<double, 6> out{};
  grid_gradient_into(out, 1, grid, {2, 3});
  if (out != grid_gradient(1, grid, {2, 3})) return false;
  grid_gradient_into(std::span(out), 1, std::span(grid), std::array<std::size_t, 2>{2, 3}, std::array{0, 1, 3},
                     edge_order<2>);
  return out == grid_gradient(1, grid, {2, 3}, std::array{0, 1, 3}, edge_order<2>);
}
static_assert(written_in_place());

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_grid_gradient)

BOOST_AUTO_TEST_CASE(the_same_at_run_time) {
  BOOST_TEST(three_dimensions());
  BOOST_TEST(axes_commute());
  BOOST_TEST(written_in_place());
  BOOST_TEST((grid_gradient(1, std::vector<int>(grid.begin(), grid.end()), {2, 3}) ==
              std::vector{1.0, 2.5, 4.0, 1.0, 1.0, 1.0}));
}

BOOST_AUTO_TEST_CASE(each_line_is_the_gradient_along_it) {
  std::vector<double> samples;
  for (int i = 0; i < 35; ++i) samples.push_back(std::sin(i * i));
  std::vector<double> const places{0, 1, 1.5, 3, 3.25, 7, 8};
  auto const along_rows = grid_gradient(1, samples, {5, 7}, places, edge_order<2>);
  auto const along_columns = grid_gradient(0, samples, {5, 7}, 0.5);
  for (std::size_t row = 0; row < 5; ++row) {
    auto const line = gradient(std::span(samples).subspan(row * 7, 7), places, edge_order<2>);
    for (std::size_t i = 0; i < 7; ++i) BOOST_TEST(along_rows[row * 7 + i] == line[i]);
  }
  for (std::size_t column = 0; column < 7; ++column) {
    std::vector<double> chosen;
    for (std::size_t row = 0; row < 5; ++row) chosen.push_back(samples[row * 7 + column]);
    auto const line = gradient(chosen, 0.5);
    for (std::size_t row = 0; row < 5; ++row) BOOST_TEST(along_columns[row * 7 + column] == line[row]);
  }
}

BOOST_AUTO_TEST_CASE(bad_input) {
  using support::refusal;
  std::string const at = "nabla::numeric::grid_gradient: expected ";
  BOOST_TEST(refusal([] { grid_gradient(2, grid, {2, 3}); }) == at + "an axis below 2, but the axis is 2");
  BOOST_TEST(refusal([] { grid_gradient(0, grid, {2, 4}); }) ==
             at + "extents whose product is 6, the number of samples, but it is 8");
  BOOST_TEST(refusal([] { grid_gradient(0, grid, {1, 6}); }) == at + "at least 2 samples, but 1 came");
  BOOST_TEST(refusal([] { grid_gradient(0, grid, {2, 3}, edge_order<2>); }) == at + "at least 3 samples, but 2 came");
  BOOST_TEST(refusal([] { grid_gradient(0, grid, {2, 3}, 0.0); }) ==
             at + "a finite spacing other than 0, but the spacing is 0");
  BOOST_TEST(refusal([] { grid_gradient(1, grid, {2, 3}, std::array{1, 2}); }) ==
             at + "3 coordinates, one for each sample, but 2 came");
  std::array<double, 5> out{};
  BOOST_TEST(refusal([&] { grid_gradient_into(out, 0, grid, {2, 3}); }) ==
             "nabla::numeric::grid_gradient_into: expected 6 places to write to, one for each sample, but 5 came");
}

BOOST_AUTO_TEST_SUITE_END()
