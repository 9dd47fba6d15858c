// error: nabla: a traced function has no named variables
#include <nabla/nabla.hpp>

constexpr auto x = nabla::variable<"x">;
constexpr auto f = nabla::trace<2>([](auto const& t) { return t[0] * t[1]; });
#ifdef EXPECT_ERROR
constexpr auto slope = gradient(f, x);
#else
[[maybe_unused]] constexpr auto slope = gradient(f)(1.0, 2.0)[0] * x(2.0);
#endif
