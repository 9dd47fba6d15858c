// error: curl takes a field of two components and variables, or of three
#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = curl(boost::hana::make_tuple(x), x);
#else
inline constexpr auto good = curl(boost::hana::make_tuple(x, y), x, y);
#endif
