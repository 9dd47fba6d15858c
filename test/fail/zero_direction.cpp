// error: the zero vector has no direction
#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::unit(boost::hana::make_tuple(0_c, 0_c));
#else
inline constexpr auto good = nabla::unit(boost::hana::make_tuple(0_c, 1_c));
#endif
