// error: the matrix bound to a variable has another shape than the variable
#include <nabla/matrix.hpp>

using namespace nabla::literals;

inline constexpr auto A = nabla::matrix<"A", 3, 4>;
inline constexpr auto B = nabla::matrix<"B", 3, 3>;
inline constexpr auto x = nabla::vector<"x", 3>;
inline constexpr auto y = nabla::vector<"y", 4>;
#ifdef EXPECT_ERROR
inline auto bad(Eigen::Vector4d const& v) { return squared_norm(x)(x = v); }
#else
inline double good(Eigen::Vector3d const& v) { return squared_norm(x)(x = v); }
#endif
