// The derivative of a product of n sums has n terms of n - 1 sums, of which none meets another when they are written out.
#include <utility>

#include <nabla/nabla.hpp>

namespace {

constexpr auto x = nabla::variable<"x">;

template <std::size_t... I>
constexpr auto product_of_sums(std::index_sequence<I...>) {
  return ((x + nabla::constant<I + 1>{}) * ...);
}

constexpr auto slope = derivative(product_of_sums(std::make_index_sequence<16>{}), x);
static_assert(slope(1) == 867718162483200);  // 17! (1/2 + 1/3 + ... + 1/17)

}  // namespace
