// error: nabla: an unknown function is for proofs and has no value: put a formula in its place
#include <nabla/theorems.hpp>

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto f = nabla::unknown<"f">(x);
#ifdef EXPECT_ERROR
inline constexpr double bad = f(x = 1.0);
#else
inline constexpr auto good = derivative(f, x);
#endif
