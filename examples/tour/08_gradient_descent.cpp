// Gradient descent walks against the gradient, which points uphill, by steps in proportion to its length. It ends
// where the gradient is zero. On x^2 with the rate 0.1 each step takes off a fifth: x - 0.1 * 2x = 0.8 x.

#include <cstdio>

#include <nabla/nabla.hpp>

using namespace nabla::literals;

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto f = square(x);

constexpr bool close(double a, double b) {
  double const difference = a < b ? b - a : a - b;
  return difference <= 4e-15 * (b < 0 ? -b : b);
}

// The whole descent, done by the compiler.
constexpr auto path = nabla::gradient_descent_path<20>(f, 0.1, x = 10.0);
static_assert(path[0].point[0] == 10 && path[0].value == 100);
static_assert(close(path[1].point[0], 8) && close(path[2].point[0], 6.4) && close(path[3].point[0], 5.12));
static_assert(close(path[4].point[0], 4.096) && close(path[5].point[0], 3.2768));
static_assert(close(path[20].point[0], 0.11529215046068469) && close(path[20].value, 0.013292279957849158));

// Only the end of it, with what happened.
constexpr auto last = nabla::gradient_descent(f, {.rate = 0.1, .epochs = 20}, x = 10.0);
static_assert(last.point == path[20].point && last.epochs == 20 && last.status == nabla::descent_status::epochs_spent);

// Two variables, until the gradient is short: the minimum of a bowl is at (1, -2).
constexpr auto bowl = square(x - 1_c) + 2_c * square(y + 2_c);
constexpr auto found =
    nabla::gradient_descent(bowl, {.rate = 0.2, .epochs = 200, .tolerance = 1e-15}, x = 10.0, y = 10.0);
static_assert(found.status == nabla::descent_status::converged);
static_assert(close(found.point[0] + 1, 2) && close(found.point[1] - 1, -3));

}  // namespace

int main() {
  std::printf("f = %s, f' = %s, from x = 10 with the rate 0.1\n\n", to_string(f).data(),
              to_string(derivative(f)).data());
  std::printf("epoch %12s %12s\n", "x", "f(x)");
  for (std::size_t epoch = 0; epoch <= 20; ++epoch) {
    std::printf("%5zu %12.8f %12.8f\n", epoch, path[epoch].point[0], path[epoch].value);
  }
  // A rate that is too large overshoots ever further, and the result says so. (At run time: a constant expression
  // must not overflow.)
  auto const wild = nabla::gradient_descent(f, {.rate = 1.5, .epochs = 2000}, x = 10.0);
  std::printf("\nwith the rate 1.5: %s\n", nabla::to_string(wild.status).data());
  std::printf("%s: (%.6f, %.6f) after %zu epochs\n", to_string(bowl).data(), found.point[0], found.point[1],
              found.epochs);
}
