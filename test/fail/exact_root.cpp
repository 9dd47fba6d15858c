// error(gcc): domain_error_root_that_is_no_rational_number
// error(clang): must be initialized by a constant expression
#include <nabla/exact.hpp>

using namespace nabla::literals;

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = exact_value(sqrt(x), x = 2_c);
#else
inline constexpr auto good = exact_value(sqrt(x), x = 9_c / 4_c);
#endif
