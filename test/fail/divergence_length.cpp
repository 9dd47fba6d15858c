// error: a vector field has as many components as there are variables
#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = divergence(boost::hana::make_tuple(x, y), x);
#else
inline constexpr auto good = divergence(boost::hana::make_tuple(x, y), x, y);
#endif
