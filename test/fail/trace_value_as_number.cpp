// error: a traced value has no number while it is recorded
#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr auto f = nabla::trace<1>([](auto const& x) {
  double const square = x[0] * x[0];
  return x[0] + square;
});
#else
[[maybe_unused]] constexpr auto f = nabla::trace<1>([](auto const& x) {
  auto const square = x[0] * x[0];
  return x[0] + square;
});
#endif
