// error: nabla: the array to write into has fewer elements than the result
#include <nabla/nabla.hpp>

#include <array>

constexpr auto f = nabla::trace<3>([](auto const& x) { return x[0] * x[1] + x[2]; });

void write() {
#ifdef EXPECT_ERROR
  std::array<double, 2> out;
#else
  std::array<double, 3> out;
#endif
  gradient(f).into(out, std::array{1.0, 2.0, 3.0});
}
