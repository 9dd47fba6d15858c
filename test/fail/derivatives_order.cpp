// error: takes n up to 60
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::value_and_derivatives<61>(exp(x), x)(1.0);
#else
inline constexpr auto good = nabla::value_and_derivatives<60>(exp(x), x)(1.0);
#endif
