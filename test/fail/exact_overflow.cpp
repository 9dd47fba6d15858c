// error(gcc): overflow_of_an_exact_number_beyond_4096_digits
// error(clang): must be initialized by a constant expression
#include <nabla/exact.hpp>

using namespace nabla::literals;

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = exact_value(pow(x, 600_c), x = 257_c);
#else
inline constexpr auto good = exact_value(pow(x, 500_c), x = 257_c);
#endif
