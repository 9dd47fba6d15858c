#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

#include "model.hpp"

constexpr auto flow = nabla::trace<3, 3>([](auto const& s, auto const& p) { return lorenz()(s, p); });

BENCHMARK_KERNEL(lorenz, nabla) {
  auto const value = nabla::value_and_jacobian(flow).into(out + 3, view<3>(in), view<3>(in + 3));
  for (std::size_t i = 0; i < 3; ++i) out[i] = value[i];
}
