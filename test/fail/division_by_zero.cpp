// error(gcc): domain_error::division_by_zero
// error(clang): must be initialized by a constant expression
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto f = 1_c / x;
#ifdef EXPECT_ERROR
inline constexpr double bad = f(0.0);
#else
inline constexpr double good = f(0.5);
#endif
