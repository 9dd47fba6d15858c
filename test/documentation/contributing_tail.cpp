#include <iostream>

int main() {
  using namespace nabla::literals;
  constexpr auto x = nabla::variable<"x">;
  constexpr auto f = mine::sinc(2_c * x);
  constexpr auto slope = derivative(f, x);
  double const h = 1e-5, difference = (f(1.0 + h) - f(1.0 - h)) / (2 * h);
  bool const agrees = std::abs(slope(1.0) - difference) < 1e-9;
  std::cout << "derivative of " << f << ": " << slope << ", " << (agrees ? "agrees" : "differs") << '\n';
}
