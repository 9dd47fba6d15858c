#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

using namespace nabla::literals;
constexpr auto S = nabla::variable<"S">;
constexpr auto K = nabla::variable<"K">;
constexpr auto r = nabla::variable<"r">;
constexpr auto sigma = nabla::variable<"sigma">;
constexpr auto t = nabla::variable<"t">;

constexpr auto normal = [](auto d) { return erfc(-sqrt(0.5_c) * d) / 2_c; };
constexpr auto v = sigma * sqrt(t);
constexpr auto d1 = (log(S / K) + (r + sigma * sigma / 2_c) * t) / v;
constexpr auto call = S * normal(d1) - K * exp(-r * t) * normal(d1 - v);
constexpr auto F = nabla::function(call, S, K, r, sigma, t);

BENCHMARK_KERNEL(black_scholes, nabla) { write_value_and_gradient<decltype(F), 5>(in, out); }

BENCHMARK_KERNEL(black_scholes_hessian, nabla) { nabla::hessian(F).into(out, view<5>(in)); }
