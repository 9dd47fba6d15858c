// error: a traced value has no number while it is recorded
#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr auto f = nabla::trace<2>([](auto const& x) { return x[x[1]]; });
#else
[[maybe_unused]] constexpr auto f = nabla::trace<2>([](auto const& x) { return x[1]; });
#endif
