// error: nabla: what is written into is the first argument, and here a temporary: into(out, in)
#include <nabla/nabla.hpp>

inline constexpr auto f = nabla::trace<2>([](auto const& x) { return x[0] * x[1]; });
void partials(std::array<double, 2>& out) {
#ifdef EXPECT_ERROR
  gradient(f).into(std::array{2.0, 3.0}, out);
#else
  gradient(f).into(out, std::array{2.0, 3.0});
#endif
}
