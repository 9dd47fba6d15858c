// error(gcc): domain_error_square_root_of_a_negative_number
// error(clang): must be initialized by a constant expression
// lines(clang): 44    the first line and three lines for each call of the evaluation are the compiler's own
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto f = sqrt(x);
#ifdef EXPECT_ERROR
inline constexpr double bad = f(-1.0);
#else
inline constexpr double good = f(4.0);
#endif
