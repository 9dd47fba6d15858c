// error: nabla: derivative takes a formula, and f(x = 1.0) is a number: differentiate first
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto f = x * x;
#ifdef EXPECT_ERROR
inline constexpr auto bad = derivative(f(x = 1.0), x);
#else
inline constexpr auto good = derivative(f, x)(x = 1.0);
#endif
