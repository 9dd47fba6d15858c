// error: extrapolation needs at least 2 levels
#include <nabla/numeric/richardson.hpp>

constexpr auto square = [](auto x) { return x * x; };
#ifdef EXPECT_ERROR
auto slope() { return nabla::numeric::richardson<1>(square, 1.0, 0.5); }
#else
auto slope() { return nabla::numeric::richardson<2>(square, 1.0, 0.5).value; }
#endif
