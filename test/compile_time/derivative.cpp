// The least that a user of nabla writes: the header, and one derivative proved.
#include <nabla/nabla.hpp>

using namespace nabla::literals;
constexpr auto x = nabla::variable<"x">;
static_assert(derivative(3_c * x * x - 4_c * x, x) == 6_c * x - 4_c);

int main() {}
