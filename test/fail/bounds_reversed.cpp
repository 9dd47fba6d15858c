// error(gcc): domain_error_ends_of_an_interval_that_are_reversed_or_no_numbers
// error(clang): must be initialized by a constant expression
#include <nabla/interval.hpp>

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = bounds(x * x, x = nabla::interval{1.0, 0.0});
#else
inline constexpr auto good = bounds(x * x, x = nabla::interval{0.0, 1.0});
#endif
