// error: nabla: the callable of trace<N> takes one array of N values, or N values
#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
constexpr auto f = nabla::trace<3>([](auto x, auto y) { return x * y; });
#else
constexpr auto f = nabla::trace<2>([](auto x, auto y) { return x * y; });
#endif
