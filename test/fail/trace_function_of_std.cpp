// error: a traced value has no number while it is recorded
#include <cmath>

#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr auto f = nabla::trace<1>([](auto const& x) { return std::sin(x[0]); });
#else
[[maybe_unused]] constexpr auto f = nabla::trace<1>([](auto const& x) { return sin(x[0]); });
#endif
