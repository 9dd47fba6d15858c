// error: takes n up to 20
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::taylor<21>(exp(x), x, 0_c);
#else
inline constexpr auto good = nabla::taylor<20>(exp(x), x, 0_c);
#endif
