// error(gcc): the_array_has_another_size_than_the_function_has_variables
// error(clang): must be initialized by a constant expression
// lines(clang): 31    three for each level of the call, down to the check of a size that the type does not tell
// In a program that runs the same assert ends it.
#include <span>

#include <nabla/nabla.hpp>

inline constexpr auto f = nabla::trace<3>([](auto const& x) { return x[0] * x[1] * x[2]; });
inline constexpr double values[] = {2.0, 3.0, 5.0};
#ifdef EXPECT_ERROR
inline constexpr double bad = f(std::span<double const>(values, 2));
#else
inline constexpr double good = f(std::span<double const>(values, 3));
#endif
