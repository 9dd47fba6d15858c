// error: nabla: traced code cannot branch on a traced value
#include <nabla/nabla.hpp>

[[maybe_unused]] constexpr auto f = nabla::trace<2>([](auto const& x) {
#ifdef EXPECT_ERROR
  if (x[0] < x[1]) return x[0];
  return x[1];
#else
  return select(x[0] < x[1], x[0], x[1]);
#endif
});
