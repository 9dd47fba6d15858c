// error: one differentiates by variables
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = derivative(x * x, 2);
#else
inline constexpr auto good = derivative(x * x, x);
#endif
