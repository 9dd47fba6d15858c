// error(gcc): use '-fconstexpr-ops-limit=' to increase the limit
// error(clang): constexpr variable 'program_within_fconstexpr_steps' must be initialized by a constant expression
// lines(gcc): 60    the way to the program, and what follows from one that was not made
// lines(clang): 160    the same
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
