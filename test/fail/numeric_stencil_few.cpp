// error: a stencil needs more points than the order of the derivative
#include <nabla/numeric/stencil.hpp>

#ifdef EXPECT_ERROR
inline constexpr auto weights = nabla::numeric::stencil_weights<3, 3>();
#else
inline constexpr auto weights = nabla::numeric::stencil_weights<3, 5>();
#endif
