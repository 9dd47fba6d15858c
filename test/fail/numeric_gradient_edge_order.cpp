// error: the order at the edges is 1 or 2
#include <nabla/numeric/gradient.hpp>

#ifdef EXPECT_ERROR
inline constexpr auto gradient = nabla::numeric::gradient({1, 2, 4, 7}, nabla::numeric::edge_order<3>);
#else
inline constexpr auto gradient = nabla::numeric::gradient({1, 2, 4, 7}, nabla::numeric::edge_order<2>);
#endif
