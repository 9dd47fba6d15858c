// error: nabla: traced values are not known when the code is recorded; equals(u, v) is the condition for select
#include <nabla/nabla.hpp>

[[maybe_unused]] constexpr auto f = nabla::trace<2>([](auto const& x) {
#ifdef EXPECT_ERROR
  return x[0] == 0 ? x[0] : x[1];
#else
  return select(equals(x[0], 0), x[0], x[1]);
#endif
});
