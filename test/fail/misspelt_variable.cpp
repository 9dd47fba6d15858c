// error(gcc): no value is bound to the variable
// error(clang): {"mass"}>, nabla::binding<
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto mass = nabla::variable<"mass">;
inline constexpr auto f = mass * x;
#ifdef EXPECT_ERROR
inline constexpr double bad = f(x = 1.0, nabla::variable<"masse"> = 2.0);
#else
inline constexpr double good = f(x = 1.0, nabla::variable<"mass"> = 2.0);
#endif
