// error: a gradient needs at least 2 samples
#include <nabla/numeric/gradient.hpp>

#ifdef EXPECT_ERROR
inline constexpr auto gradient = nabla::numeric::gradient({1});
#else
inline constexpr auto gradient = nabla::numeric::gradient({1, 2});
#endif
