// error: nabla: a function takes one value for each of its variables
#include <nabla/nabla.hpp>

#include <array>

[[maybe_unused]] constexpr auto f = nabla::trace<2, 1>([](auto const& x, auto const& p) { return x[0] * x[1] * p[0]; });
#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr auto bad = gradient(f)(1.0, 2.0);
#else
[[maybe_unused]] constexpr auto good = gradient(f)(std::array{1.0, 2.0}, std::array{3.0});
#endif
