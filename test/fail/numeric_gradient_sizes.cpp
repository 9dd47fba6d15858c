// error: there must be as many coordinates as samples
#include <nabla/numeric/gradient.hpp>

#ifdef EXPECT_ERROR
inline constexpr auto gradient = nabla::numeric::gradient(std::array{1, 2, 3}, std::array{0, 1});
#else
inline constexpr auto gradient = nabla::numeric::gradient(std::array{1, 2, 3}, std::array{0, 1, 3});
#endif
