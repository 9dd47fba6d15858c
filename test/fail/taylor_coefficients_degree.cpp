// error: takes n up to 20
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::taylor_coefficients<21>(exp(x), x)(1.0);
#else
inline constexpr auto good = nabla::taylor_coefficients<20>(exp(x), x)(1.0);
#endif
