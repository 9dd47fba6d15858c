// error: nabla: operations are told apart by their names, and the one named here has that of another
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;

template <nabla::fixed_string Name>
struct named_op {
  static constexpr auto name = Name;
  static constexpr auto definition = [](auto u) { return u * u; };
};

#ifdef EXPECT_ERROR
inline constexpr auto f = nabla::apply_op<named_op<"sin">>(x) + sin(x);
#else
inline constexpr auto f = nabla::apply_op<named_op<"sine">>(x) + sin(x);
#endif
