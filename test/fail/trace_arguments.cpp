// error: nabla: the callable of trace<N> takes one array of N values, or N values
#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr auto f = nabla::trace<3>([](auto x, auto y) { return x * y; });
#else
[[maybe_unused]] constexpr auto f = nabla::trace<2>([](auto x, auto y) { return x * y; });
#endif
