// error: a central stencil has an odd number of points: write one more or one fewer
#include <nabla/numeric/derivative.hpp>

constexpr auto square = [](auto x) { return x * x; };
#ifdef EXPECT_ERROR
double slope() { return nabla::numeric::derivative<1, 4>(square, 1.0, 0.5); }
#else
double slope() { return nabla::numeric::derivative<1, 4, nabla::numeric::stencil::forward>(square, 1.0, 0.5); }
#endif
