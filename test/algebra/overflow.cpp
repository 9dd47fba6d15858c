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


// What does not depend on them is still proved: order, grouping, what cancels as a whole.
constexpr auto g = pow(1000_c * x + 1000_c, 40_c);
static_assert(g + y == y + g && g - g == 0_c && g / 1_c == g && g * 1_c == g && (g + x) - g == x && y * g * x == x * y * g && -(-g) == g);
static_assert(1e10_c * x * 1e10_c * y == 1e10_c * y * x * 1e10_c && sin(g + y) == sin(y + g));
static_assert(!(g == g * x) && !(g + y == g) && !(g - y == y - g) && !(g == pow(1000_c * x + 1000_c, 41_c)));

}  // namespace
