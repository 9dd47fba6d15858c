// error: trace is told how many arguments the code has
#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr auto f = nabla::trace([](auto const& x) { return x[0] * x[0]; });
#else
[[maybe_unused]] constexpr auto f = nabla::trace<1>([](auto const& x) { return x[0] * x[0]; });
#endif
