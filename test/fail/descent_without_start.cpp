// error: gradient_descent(f, options, x = 10.0) starts from a value for each variable
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
auto bad = gradient_descent(x * x, nabla::descent_options<double>{0.1, 5}, 10.0);
#else
auto good = gradient_descent(x * x, nabla::descent_options<double>{0.1, 5}, x = 10.0);
#endif
