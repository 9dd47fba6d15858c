// error: an index is a whole number from 0
#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = hessian(x * y, x, y)[-2_c];
#else
inline constexpr auto good = hessian(x * y, x, y)[1_c];
#endif
