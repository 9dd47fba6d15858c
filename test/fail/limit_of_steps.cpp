// error(gcc): use '-fconstexpr-ops-limit=' to increase the limit
// error(clang): nabla: constant evaluation ends at the compiler's limit of steps
#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
inline constexpr int terms = 20000;
#else
inline constexpr int terms = 20;
#endif
inline constexpr auto f = nabla::trace<1>([](auto const& x) {
  auto sum = x;
  for (int i = 0; i < terms; ++i) sum = sin(sum);
  return sum;
});
double value(double x) { return f(x); }
