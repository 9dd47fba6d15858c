// error: nabla: the array has another size than the function has variables
#include <nabla/nabla.hpp>

#include <array>

[[maybe_unused]] constexpr auto f = nabla::trace<2>([](auto const& x) { return x[0] * x[1]; });
#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr double value = f(std::array{1.0, 2.0, 3.0});
#else
[[maybe_unused]] constexpr double value = f(std::array{1.0, 2.0});
#endif
