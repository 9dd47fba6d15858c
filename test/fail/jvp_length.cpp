// error: a tangent has one component for each variable
#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = jvp(x * y, boost::hana::make_tuple(1_c), x, y);
#else
inline constexpr auto good = jvp(x * y, boost::hana::make_tuple(1_c, 2_c), x, y);
#endif
