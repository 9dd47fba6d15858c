#include <nabla/nabla.hpp>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

// Numbers that do not fit 64 bits are left as the operations they were: nothing wraps around, and nothing is refused.
// 40! / 20! is 335367096786357081410764800000.
constexpr auto high = nabla::derivative<20>(pow(x, 40_c), x);
static_assert(high(1.0) > 335367096786357000000000000000.0 && high(1.0) < 335367096786357200000000000000.0);

constexpr auto product = simplify(2147483647_c * (2147483647_c * (2147483647_c * x)));
static_assert(product(1.0) == 2147483647.0 * (2147483647.0 * 2147483647.0));

// No proof is drawn from numbers that were lost.
constexpr auto large = 2147483647_c * x + 2147483629_c * y;
static_assert(!(2147483647_c * (2147483647_c * (2147483647_c * x)) == x));
static_assert(!(large * large * large == x));

}  // namespace
