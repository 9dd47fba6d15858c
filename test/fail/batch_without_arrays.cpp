// error: nabla: a batch has an array of points among its arguments; at one point call the function itself
#include <nabla/batch.hpp>
#include <nabla/nabla.hpp>

#include <vector>

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

double evaluate([[maybe_unused]] std::vector<double> const& ys) {
  constexpr auto F = nabla::function(x * y, x, y);
#ifdef EXPECT_ERROR
  nabla::sum_over_rows(F)(1.0, 2.0);
  return 0;
#else
  return nabla::sum_over_rows(F)(1.0, ys);
#endif
}
