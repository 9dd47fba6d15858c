// error: nabla: partials of a rule gives a Hana tuple with one partial for each operand
#include <nabla/nabla.hpp>

#include <boost/hana.hpp>

struct cube_op {
  static constexpr nabla::fixed_string name = "cube";
  static constexpr nabla::interval samples{-2, 2};
  static constexpr auto value = [](auto const& x) { return x * x * x; };
#ifdef EXPECT_ERROR
  static constexpr auto partials = [](auto x, auto) { return boost::hana::make_tuple(x, x); };
#else
  static constexpr auto partials = [](auto x, auto) { return boost::hana::make_tuple(nabla::constant<3>{} * x * x); };
#endif
};
inline constexpr auto x = nabla::variable<"x">;
inline constexpr double eight = nabla::apply_op<cube_op>(x)(2.0);
inline constexpr auto slope = derivative(nabla::apply_op<cube_op>(x), x);
