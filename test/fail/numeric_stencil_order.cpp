// error: the order of a derivative is 0 or more
#include <nabla/numeric/stencil.hpp>

#ifdef EXPECT_ERROR
inline constexpr auto weights = nabla::numeric::stencil_weights<-1, 3>();
#else
inline constexpr auto weights = nabla::numeric::stencil_weights<0, 3>();
#endif
