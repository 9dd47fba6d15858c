// error: for a tuple of formulas there is jacobian
#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto field = boost::hana::make_tuple(x * y, x);
#ifdef EXPECT_ERROR
inline constexpr auto bad = gradient(field, x, y);
#else
inline constexpr auto good = jacobian(field, x, y);
#endif
