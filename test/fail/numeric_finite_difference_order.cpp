// error: Boost.Math's finite differences have order 1, 2, 4, 6 or 8
#include <nabla/adapt/boost_math.hpp>

constexpr auto square = [](auto x) { return x * x; };
#ifdef EXPECT_ERROR
auto slope() { return nabla::numeric::finite_difference<3>(square, 1.0); }
#else
auto slope() { return nabla::numeric::finite_difference<4>(square, 1.0); }
#endif
