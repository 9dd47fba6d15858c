// error: nabla: a batch takes what is called by position: nabla::function(f, x, y), a traced function, or gradient(F), value_and_gradient(F), jacobian(F), hessian(F) ... of one
#include <nabla/batch.hpp>
#include <nabla/nabla.hpp>

#include <vector>

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

void evaluate(std::vector<std::vector<double>>& out, std::vector<double> const& xs, std::vector<double> const& ys) {
#ifdef EXPECT_ERROR
  nabla::batch(gradient(x * y, x, y)).into(out, xs, ys);
#else
  nabla::batch(gradient(nabla::function(x * y, x, y))).into(out, xs, ys);
#endif
}
