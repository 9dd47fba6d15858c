// error: nabla: traced code gives one number or a std::array of numbers
#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr auto f = nabla::trace<2>([](auto const& x) { return x[0] < x[1]; });
#else
[[maybe_unused]] constexpr auto f = nabla::trace<2>([](auto const& x) { return select(x[0] < x[1], 1, 0); });
#endif
