// error(gcc): std::overflow_error
// error(clang): must be initialized by a constant expression
// lines(gcc): 27    a line for each call of the evaluation
// lines(clang): 44    the first line and three lines for each call of the evaluation are the compiler's own
#include <nabla/exact.hpp>

using namespace nabla::literals;

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = exact_value(pow(x, 600_c), x = 257_c);
#else
inline constexpr auto good = exact_value(pow(x, 500_c), x = 257_c);
#endif
