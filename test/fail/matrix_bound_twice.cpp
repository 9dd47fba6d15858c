// error: the variable named here is bound twice in one call
#include <nabla/matrix.hpp>

inline constexpr auto x = nabla::vector<"x", 3>;
inline constexpr auto y = nabla::vector<"y", 3>;
#ifdef EXPECT_ERROR
inline double bad(Eigen::Vector3d const& v) { return dot(x, y)(x = v, y = v, x = v); }
#else
inline double good(Eigen::Vector3d const& v) { return dot(x, y)(x = v, y = v); }
#endif
