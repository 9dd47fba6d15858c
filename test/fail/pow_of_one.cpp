// error: nabla: pow takes a base and an exponent: pow(x, 2_c)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto f = pow(x);
#else
inline constexpr auto f = pow(x, 2_c);
#endif
