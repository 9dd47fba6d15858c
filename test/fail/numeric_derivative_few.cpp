// error: a stencil needs more points than the order of the derivative
#include <nabla/numeric/derivative.hpp>

constexpr auto square = [](auto x) { return x * x; };
#ifdef EXPECT_ERROR
double slope() { return nabla::numeric::derivative<3, 3>(square, 1.0, 0.5); }
#else
double slope() { return nabla::numeric::derivative<3>(square, 1.0, 0.5); }
#endif
