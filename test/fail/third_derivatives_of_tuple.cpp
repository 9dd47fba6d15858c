// error: this operator takes one formula
#include <nabla/calculus/tensor.hpp>
#include <nabla/nabla.hpp>

#include <boost/hana.hpp>

namespace hana = boost::hana;
using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = third_derivatives(hana::make_tuple(x * x, sin(x)), x);
#else
inline constexpr auto good = third_derivatives(x * x, x);
#endif
