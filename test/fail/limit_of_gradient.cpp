// error(gcc): use '-fconstexpr-ops-limit=' to increase the limit
// error(clang): nabla: constant evaluation ends at the compiler's limit of steps
// lines(gcc): 24    a line for each level of the evaluation in which the limit is met
#include <array>

#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
inline constexpr int terms = 8000;
#else
inline constexpr int terms = 20;
#endif
inline constexpr auto f = nabla::trace<2>([](auto const& x) {
  auto sum = x[0];
  for (int i = 0; i < terms; ++i) sum = sin(sum) * x[1];
  return sum;
});
auto slope(std::array<double, 2> const& x) { return gradient(f)(x); }
