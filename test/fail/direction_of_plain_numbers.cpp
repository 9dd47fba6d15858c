// error: a direction is a Hana tuple of constants or formulas
#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = directional_derivative(x * y, boost::hana::make_tuple(1, 2.0), x, y);
#else
inline constexpr auto good = directional_derivative(x * y, boost::hana::make_tuple(1_c, 2_c), x, y);
#endif
