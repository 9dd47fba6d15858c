// error: edge_order<2> needs at least 3 samples
#include <nabla/numeric/gradient.hpp>

#ifdef EXPECT_ERROR
inline constexpr auto gradient = nabla::numeric::gradient({1, 2}, nabla::numeric::edge_order<2>);
#else
inline constexpr auto gradient = nabla::numeric::gradient({1, 2, 4}, nabla::numeric::edge_order<2>);
#endif
