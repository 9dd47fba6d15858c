// error: derivative takes a formula and the variables
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = derivative([](double t) { return t * t; }, x);
#else
inline constexpr auto good = derivative(x * y, x);
#endif
