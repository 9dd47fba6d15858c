// error: nabla: the code of trace asks for an argument beyond their number
#include <array>

#include <nabla/nabla.hpp>

#ifdef EXPECT_ERROR
inline constexpr std::size_t links = 100;
#else
inline constexpr std::size_t links = 99;
#endif
inline constexpr auto f = nabla::trace<100>([](auto const& x) {
  auto sum = x[0] * x[0];
  for (std::size_t i = 0; i < links; ++i) sum += x[i] * x[i + 1];
  return sum;
});
auto slope(std::array<double, 100> const& x) { return gradient(f)(x); }
