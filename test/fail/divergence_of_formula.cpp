// error: divergence takes a field
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = divergence(x * y, x, y);
#else
inline constexpr auto good = divergence(boost::hana::make_tuple(x * y, y), x, y);
#endif
