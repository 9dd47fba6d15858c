// Formulas as local variables, to be looked at in a debugger.
#include <nabla/nabla.hpp>

namespace demo {

struct cube_op {
  static constexpr nabla::fixed_string name = "cube";
  static constexpr auto definition = [](auto x) { return x * x * x; };
};

}  // namespace demo

int main() {
  using namespace nabla::literals;
  [[maybe_unused]] auto x = nabla::variable<"x">;
  [[maybe_unused]] auto y = nabla::variable<"\"odd\" name">;
  [[maybe_unused]] auto greek = "\xce\xb1"_v;
  [[maybe_unused]] auto q = nabla::variables<"q", 3>;
  [[maybe_unused]] auto number = -1_c / 3_c;
  [[maybe_unused]] auto f = 2_c * pow(x, 2_c) - x / q[2_c];
  [[maybe_unused]] auto g = -(x * q[0_c]) + sin(x - (q[1_c] - 1_c)) * -3_c + nabla::pi;
  [[maybe_unused]] auto condition = x < q[0_c] && !(x >= 1_c);
  [[maybe_unused]] auto choice = select(condition, x, -x * 2_c);
  [[maybe_unused]] auto slope = derivative(f, x);
  [[maybe_unused]] auto cube = nabla::apply_op<demo::cube_op>(x) / 2_c;
  [[maybe_unused]] auto F = nabla::function(x * q[0_c], x, q);
  [[maybe_unused]] auto pair = nabla::function(boost::hana::make_tuple(x, x * x), x);
  [[maybe_unused]] auto tower = pow(pow(x, q[0_c]), pow(x, -1_c));
  [[maybe_unused]] double other = 1.5;
  return 0;  // here
}
