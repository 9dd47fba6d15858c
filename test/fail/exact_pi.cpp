// error: nabla: acos is not rational
// lines(gcc): 31    the steps of the evaluation are told
// lines(clang): 48    the steps of the evaluation are told
#include <nabla/exact.hpp>

using namespace nabla::literals;

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = exact_value(nabla::pi * x, x = 1_c / 3_c);
#else
inline constexpr auto good = exact_value(3_c * x, x = 1_c / 3_c);
#endif
