// Value and gradient of 64 variables, some 950 operations: names in the object file must not grow with the program.
#include <nabla/nabla.hpp>

constexpr auto chain = nabla::trace<64>([](auto const& x) {
  auto sum = (x[0] - 1) * (x[0] - 1);
  for (std::size_t i = 1; i < 64; ++i) sum += 100 * square(x[i] - x[i - 1] * x[i - 1]) + square(x[i] - 1);
  return sum;
});

double kernel(double const* in, double* out) { return value_and_gradient(chain).into(out, in); }
