// error: nabla: constant evaluation ends at the compiler's limit of steps before this is proved
#include <nabla/nabla.hpp>

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
#ifdef EXPECT_ERROR
static_assert(pow(x + y + z + sin(x), 24_c) * (x - y) != pow(x + y + z + sin(x), 24_c) * x - pow(x + y - z + sin(x), 24_c) * y);
#else
static_assert(pow(x + y, 2_c) * (x - z) == pow(x + y, 2_c) * x - pow(x + y, 2_c) * z);
#endif
