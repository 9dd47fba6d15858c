// error: a matrix of Eigen cannot be part of a formula
#include <nabla/matrix.hpp>

inline constexpr auto A = nabla::matrix<"A", 3, 3>;
inline constexpr auto x = nabla::vector<"x", 3>;
#ifdef EXPECT_ERROR
auto product(Eigen::Matrix3d const& m) { return m * x; }
#else
auto product(Eigen::Matrix3d const& m) { return (A * x)(A = m, x = Eigen::Vector3d(1, 2, 3)); }
#endif
