// error: nabla: one variable takes one value
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto q = nabla::variables<"q", 2>;
#ifdef EXPECT_ERROR
inline double bad(double y) { return (x * nabla::variable<"y">)(x = q, nabla::variable<"y"> = y); }
#else
inline double good(double y) { return (x * q[0_c])(x = y, q = std::array{1.0, 2.0}); }
#endif
