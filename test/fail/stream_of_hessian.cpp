// error: nabla: << writes formulas and gradients of one
#include <nabla/nabla.hpp>

#include <sstream>

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
void write(std::ostream& out) { out << hessian(x * y, x, y); }
#else
void write(std::ostream& out) { out << gradient(x * y, x, y); }
#endif
