// error: nabla: to_c has no C for the operation named here
#include <nabla/special.hpp>

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
constexpr auto text = to_c(x * j0(x), "f");
#else
constexpr auto text = to_c(x * digamma(x), "f");
#endif
static_assert(text.size() > 0);
