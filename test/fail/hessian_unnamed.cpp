// error: needs to be told which to differentiate by
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = hessian(x * y);
#else
inline constexpr auto good = hessian(x * y, x, y);
#endif
