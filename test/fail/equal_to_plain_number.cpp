// error: nabla: == between formulas is a proof: write 3_c for an exact number; x = 3.0 binds a value at a call
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr double bad = (x * x)(x == 3.0);
#else
inline constexpr double good = (x * x)(x = 3.0);
#endif
