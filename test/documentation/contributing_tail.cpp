#include <iostream>

int main() {
  using namespace nabla::literals;
  constexpr auto x = nabla::variable<"x">;
  constexpr double h = 1e-5;
  auto const report = [&](auto f) {
    auto const slope = derivative(f, x);
    bool const agrees = std::abs(slope(1.0) - (f(1.0 + h) - f(1.0 - h)) / (2 * h)) < 1e-9;
    std::cout << "derivative of " << f << ": " << slope << ", " << (agrees ? "agrees" : "differs") << '\n';
  };
  report(mine::gudermannian(2_c * x));
  report(mine::planck(x));
}
