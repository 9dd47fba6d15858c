// error: a central stencil has an odd number of points: write one more or one fewer
#include <nabla/numeric/stencil.hpp>

#ifdef EXPECT_ERROR
inline constexpr auto weights = nabla::numeric::stencil_weights<1, 4>();
#else
inline constexpr auto weights = nabla::numeric::stencil_weights<1, 5>();
#endif
