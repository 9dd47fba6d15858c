// error: this number does not fit
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = 1e-19_c * x;
#else
inline constexpr auto good = 1e-18_c * x;
#endif
