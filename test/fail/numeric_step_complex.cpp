// error: a step is a real number
#include <nabla/numeric/difference.hpp>

#include <complex>

constexpr auto square = [](auto x) { return x * x; };
#ifdef EXPECT_ERROR
auto slope() { return nabla::numeric::central_difference(square, std::complex<double>(1), std::complex<double>(1)); }
#else
auto slope() { return nabla::numeric::central_difference(square, std::complex<double>(1), 1.0); }
#endif
