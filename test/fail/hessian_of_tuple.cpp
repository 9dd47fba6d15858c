// error: this operator takes one formula
#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto field = boost::hana::make_tuple(x * y, x);
#ifdef EXPECT_ERROR
inline constexpr auto bad = hessian(field, x, y);
#else
inline constexpr auto good = hessian(x * y, x, y);
#endif
