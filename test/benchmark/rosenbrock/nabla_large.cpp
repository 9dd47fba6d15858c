#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

#include <type_traits>

#include "model.hpp"

template <std::size_t N>
static constexpr auto traced() {
  return nabla::trace<N>([](auto const& x) { return rosenbrock<int(N)>()(x, nullptr); });
}

BENCHMARK_KERNEL(rosenbrock_256, nabla) { write_value_and_gradient<decltype(traced<256>()), 256>(in, out); }
BENCHMARK_KERNEL(rosenbrock_1024, nabla) { write_value_and_gradient<decltype(traced<1024>()), 1024>(in, out); }
