// error: nabla: a traced scalar is made of a double
// lines(clang): 34    the recording of the callable is traced
#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr auto f = nabla::trace<1>([](auto x) { return 0.1L * x; });
#else
[[maybe_unused]] constexpr auto f = nabla::trace<1>([](auto x) { return nabla::constant<1, 10>{} * x; });
#endif
