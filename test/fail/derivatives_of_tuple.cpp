// error: this operator takes one formula
#include <nabla/nabla.hpp>

#include <boost/hana.hpp>

namespace hana = boost::hana;
using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::value_and_derivatives<2>(hana::make_tuple(x * x, sin(x)), x);
#else
inline constexpr auto good = nabla::value_and_derivatives<2>(x * x, x);
#endif
