#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

#include <cmath>

#include "model.hpp"

constexpr auto F = nabla::trace<105, 3>([](auto const& w, auto const& p) { return network()(w, p); });

BENCHMARK_KERNEL(network, nabla) { write_value_and_gradient<decltype(F), 105, 3>(in, out); }
