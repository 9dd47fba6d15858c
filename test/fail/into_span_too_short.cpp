// error(gcc): the_array_to_write_into_has_fewer_elements_than_the_result
// error(clang): must be initialized by a constant expression
#include <span>

#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto z = nabla::variable<"z">;
inline constexpr auto f = 2_c * pow(z, 3_c) * x * x;
#ifdef EXPECT_ERROR
inline constexpr std::size_t room = 1;
#else
inline constexpr std::size_t room = 2;
#endif
constexpr double first() {
  double parts[2] = {};
  gradient(f, x, z).into(std::span<double>(parts, room), x = 3.0, z = 1.0);
  return parts[0];
}
inline constexpr double by_x = first();
