// error(gcc): domain_error::logarithm_of_a_number_that_is_not_positive
// error(clang): must be initialized by a constant expression
// As few lines as for log(x) alone, though what has no value is deep in the formula, and multiplied by 0.
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto F = nabla::function(0.5_c + (x - x) * max(exp(sin(1_c + log(x) * y)), 1_c), x, y);
#ifdef EXPECT_ERROR
inline constexpr double bad = F(-1.0, 2.0);
#else
inline constexpr double good = F(1.0, 2.0);
#endif
