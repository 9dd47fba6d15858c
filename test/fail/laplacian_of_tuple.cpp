// error: laplacian takes one formula
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = laplacian(boost::hana::make_tuple(x * y, x), x, y);
#else
inline constexpr auto good = laplacian(x * y, x, y);
#endif
