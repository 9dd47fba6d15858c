// error(gcc): is not a constant expression
// error(clang): must be initialized by a constant expression
// lines(clang): 35    the first line and three lines for each call of the evaluation are the compiler's own
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto f = 1_c / x;
#ifdef EXPECT_ERROR
inline constexpr double bad = f(0.0);
#else
inline constexpr double good = f(0.5);
#endif
