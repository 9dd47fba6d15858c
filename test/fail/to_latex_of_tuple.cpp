// error: nabla: to_latex writes one formula: an entry of a gradient or of a tuple
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto t = to_latex(boost::hana::make_tuple(x, y));
#else
inline constexpr auto t = to_latex(x);
#endif
