// error: nabla: trace takes a callable without captures
#include <nabla/nabla.hpp>

constexpr double factor(int which) {
  return which + 0.5;
}

[[maybe_unused]] constexpr auto f = [] {
  constexpr double known = factor(1);
#ifdef EXPECT_ERROR
  double const captured = factor(1);
  return nabla::trace<1>([captured](auto x) { return captured * x; });
#else
  return nabla::trace<1>([](auto x) { return known * x; });
#endif
}();
