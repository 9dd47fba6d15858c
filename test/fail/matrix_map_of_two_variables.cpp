// error: map(f, v) takes a formula of one scalar variable, or a callable
#include <nabla/matrix.hpp>

inline constexpr auto x = nabla::vector<"x", 3>;
inline constexpr auto s = nabla::variable<"s">;
inline constexpr auto t = nabla::variable<"t">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = map(s * exp(t), x);
#else
inline constexpr auto good = map(s * exp(s), x);
#endif
