// error: needs to be told which to differentiate by
#include <nabla/calculus/tensor.hpp>
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = third_derivatives(x * y);
#else
inline constexpr auto good = third_derivatives(x * y, x, y);
#endif
