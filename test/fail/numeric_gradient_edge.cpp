// error: edge_order<2> needs at least 3 samples
// lines(gcc): 24    levels of the compiler's trace
// lines(clang): 50    levels of the compiler's trace
#include <nabla/numeric/gradient.hpp>

#ifdef EXPECT_ERROR
inline constexpr auto gradient = nabla::numeric::gradient({1, 2}, nabla::numeric::edge_order<2>);
#else
inline constexpr auto gradient = nabla::numeric::gradient({1, 2, 4}, nabla::numeric::edge_order<2>);
#endif
