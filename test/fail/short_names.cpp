// error: symbol<fixed_string<1>{"x"}>
// error(gcc): nabla::symbol<nabla::fixed_string<1>{"x"}>
// lines: 4
// Not fixed_string<2UL - 1>, as a deduced length can be spelled: the names of variables are in every message about a formula.
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto value = x.value;
#else
inline constexpr auto value = x(1.0);
#endif
