// error: nabla: the arrays of a batch hold numbers of one type, that of its packs
#include <nabla/batch.hpp>
#include <nabla/nabla.hpp>

#include <vector>

constexpr auto x = nabla::variable<"x">;

void evaluate(std::vector<double>& out, std::vector<double> const& xs, [[maybe_unused]] std::vector<float> const& narrow) {
#ifdef EXPECT_ERROR
  nabla::batch(nabla::function(x * x, x)).into(out, narrow);
#else
  nabla::batch(nabla::function(x * x, x)).into(out, xs);
#endif
}
