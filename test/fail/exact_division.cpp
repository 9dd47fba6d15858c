// error(gcc): domain_error_exact_division_by_zero
// error(clang): must be initialized by a constant expression
#include <nabla/exact.hpp>

using namespace nabla::literals;

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = exact_value(1_c / (x - 1_c), x = 1_c);
#else
inline constexpr auto good = exact_value(1_c / (x - 1_c), x = 2_c);
#endif
