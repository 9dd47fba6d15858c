// error: this number does not fit
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = 9223372036854775808_c * x;
#else
inline constexpr auto good = 9223372036854775807_c * x;
#endif
