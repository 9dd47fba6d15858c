#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

constexpr auto F = nabla::function(x * x * y, x, y);
constexpr std::array at{2.0, 5.0};

// "Every result that is an array can be written in place."

constexpr bool derivatives() {
  std::array<double, 3> out{};
  nabla::value_and_derivatives<2>(nabla::function(x * x * x, x)).into(out, 2.0);
  return out == std::array{8.0, 12.0, 12.0};
}
static_assert(derivatives());

constexpr bool hessian_vector() {
  std::array<double, 2> out{};
  hvp(F, hana::make_tuple(2_c, -1_c)).into(out, at);
  return out == std::array{16.0, 8.0};
}
static_assert(hessian_vector());

// The gradient too takes "anything with out(i, j)" (a column, as Eigen's MatrixXd with one column) and "a callable taking
// (i, j, value)".
struct column {
  std::array<double, 2> entries{};
  constexpr double& operator()(std::size_t i, std::size_t) { return entries[i]; }
};
constexpr bool gradient_as_a_column() {
  column out;
  gradient(F).into(out, at);
  return out.entries == std::array{20.0, 4.0};
}
static_assert(gradient_as_a_column());

constexpr bool gradient_called() {
  std::array<double, 2> out{};
  gradient(F).into([&](std::size_t i, std::size_t, double value) { out[i] = value; }, at);
  return out == std::array{20.0, 4.0};
}
static_assert(gradient_called());

}  // namespace
