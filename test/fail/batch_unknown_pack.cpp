// error: nabla: batch<Pack> takes a pack that nabla::pack_traits knows; for xsimd include nabla/adapt/xsimd.hpp
#include <nabla/batch.hpp>
#include <nabla/nabla.hpp>

#include <vector>

constexpr auto x = nabla::variable<"x">;

void evaluate(std::vector<double>& out, std::vector<double> const& xs) {
#ifdef EXPECT_ERROR
  nabla::batch<double>(nabla::function(x * x, x)).into(out, xs);
#else
  nabla::batch<std::experimental::native_simd<double>>(nabla::function(x * x, x)).into(out, xs);
#endif
}
