// error: nabla: the power of a coefficient is a whole number from 0
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = coefficient<-1>(x * x, x);
#else
[[maybe_unused]] inline constexpr auto good = coefficient<1>(x * x, x);
#endif
