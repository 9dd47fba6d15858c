// Writes the graph that its argument names.
#include <nabla/nabla.hpp>

#include <iostream>

using namespace nabla::literals;

int main(int, char** arguments) {
  constexpr auto x = nabla::variable<"x">;
  constexpr auto y = nabla::variable<"y">;
  switch (arguments[1][0]) {
    case 'f': std::cout << to_dot(x * x * sin(x) + x / y - x * x); break;
    case 'd': std::cout << to_dot(derivative(pow(x, 3_c), x)); break;
    case 'c': std::cout << to_dot(select(x < 1_c, pow(x, 2_c), -"a \"b\" \\"_v)); break;
    case 'n': std::cout << to_dot(1_c / 3_c); break;
    case 'g': std::cout << to_dot(gradient(x * y, x, y)); break;
    case 'j': std::cout << to_dot(jacobian(nabla::function(boost::hana::make_tuple(x * x, 3_c * y), x, y))); break;
    case 't': std::cout << to_dot(nabla::trace<2>([](auto const& at) { return at[0] * sin(at[1]); })); break;
  }
}
