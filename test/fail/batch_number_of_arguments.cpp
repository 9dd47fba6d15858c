// error: nabla: a batch takes for each variable an array of float or double, a value a point, or one number for all; in the order of the arguments, or one list of all arrays, or a list for each family
#include <nabla/batch.hpp>
#include <nabla/nabla.hpp>

#include <vector>

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

void evaluate(std::vector<double>& out, std::vector<double> const& xs, [[maybe_unused]] std::vector<double> const& ys) {
#ifdef EXPECT_ERROR
  nabla::batch(nabla::function(x * y, x, y)).into(out, xs);
#else
  nabla::batch(nabla::function(x * y, x, y)).into(out, xs, ys);
#endif
}
