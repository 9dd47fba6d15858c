// error: nabla: the arrays that a batch writes to are not const
#include <nabla/batch.hpp>
#include <nabla/nabla.hpp>

#include <span>
#include <vector>

constexpr auto x = nabla::variable<"x">;

void evaluate(std::vector<double>& out, std::vector<double> const& xs) {
#ifdef EXPECT_ERROR
  nabla::batch(nabla::function(x * x, x)).into(std::span<double const>(out), xs);
#else
  nabla::batch(nabla::function(x * x, x)).into(std::span<double>(out), xs);
#endif
}
