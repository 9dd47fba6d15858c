// error(gcc): is not a constant expression
// error(clang): must be initialized by a constant expression
// lines(clang): 45    the evaluation of the constant is traced
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto f = 1_c / x;
#ifdef EXPECT_ERROR
inline constexpr double bad = f(0.0);
#else
inline constexpr double good = f(0.5);
#endif
