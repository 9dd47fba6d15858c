#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

#include <cmath>

#include "model.hpp"

constexpr auto loss = nabla::trace<1185, 3>([](auto const& w, auto const& p) { return deep_network()(w, p); });

BENCHMARK_KERNEL(deep_network, nabla) { write_value_and_gradient<decltype(loss), 1185, 3>(in, out); }
