#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

#include <array>
#include <cmath>

#include "model.hpp"

constexpr auto F = nabla::trace<12, 2>([](auto const& x, auto const& p) { return bundle_adjustment()(x, p); });

BENCHMARK_KERNEL(bundle_adjustment, nabla) {
  auto const value = nabla::value_and_jacobian(F).into(out + 2, view<12>(in), view<2>(in + 12));
  out[0] = value[0];
  out[1] = value[1];
}
