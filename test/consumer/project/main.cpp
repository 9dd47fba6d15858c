#include <nabla/nabla.hpp>

#include <iostream>

int main() {
  using namespace nabla::literals;
  constexpr auto x = nabla::variable<"x">;
  constexpr auto z = nabla::variable<"z">;
  constexpr auto f = 2_c * pow(z, 3_c) * pow(x, 2_c);
  constexpr auto df = derivative(f, x);
  static_assert(f(x = 3, z = 1) == 18);
  static_assert(df(x = 3, z = 1) == 12);
  static_assert(df == 4_c * pow(z, 3_c) * x);
  std::cout << "f(3, 1) = " << f(x = 3.0, z = 1.0) << '\n' << "df/dx(3, 1) = " << df(x = 3.0, z = 1.0) << '\n';
}
