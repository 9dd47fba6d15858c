// error(gcc): the_array_has_another_size_than_the_function_has_variables
// error(clang): must be initialized by a constant expression
// lines(clang): 28    three for each level of the call, down to the check of a size that the type does not tell
#include <span>

#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto q = nabla::variables<"q", 3>;
inline constexpr double values[] = {2.0, 3.0, 5.0};
#ifdef EXPECT_ERROR
inline constexpr double bad = (q[0_c] * q[2_c])(q = std::span<double const>(values, 2));
#else
inline constexpr double good = (q[0_c] * q[2_c])(q = std::span<double const>(values, 3));
#endif
