// error: sin takes one operand
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = sin(boost::hana::make_tuple(x, y));
#else
inline constexpr auto good = sin(x + y);
#endif
