// error: nabla: a traced scalar is made of a double
// lines(clang): 28    a level of the compiler for each call, or template, from here to the refusal
#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr auto f = nabla::trace<1>([](auto x) { return 0.1L * x; });
#else
[[maybe_unused]] constexpr auto f = nabla::trace<1>([](auto x) { return nabla::constant<1, 10>{} * x; });
#endif
