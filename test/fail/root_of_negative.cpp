// error(gcc): domain_error::square_root_of_a_negative_number
// error(clang): must be initialized by a constant expression
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto f = sqrt(x);
#ifdef EXPECT_ERROR
inline constexpr double bad = f(-1.0);
#else
inline constexpr double good = f(4.0);
#endif
