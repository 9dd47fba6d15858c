// error: nabla: written out, this formula has numbers beyond 64 bits, or too many terms
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = degree(pow(x + 1_c, 80_c), x);
#else
[[maybe_unused]] inline constexpr auto good = degree(pow(x + 1_c, 60_c), x);
#endif
