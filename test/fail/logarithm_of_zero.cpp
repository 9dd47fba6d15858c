// error(gcc): domain_error::logarithm_of_a_number_that_is_not_positive
// error(clang): must be initialized by a constant expression
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto f = log(x);
#ifdef EXPECT_ERROR
inline constexpr double bad = f(0.0);
#else
double good = f(0.5);
#endif
