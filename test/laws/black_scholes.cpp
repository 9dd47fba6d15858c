#include <nabla/nabla.hpp>

// The price of a call option, its sensitivities and the equation that it obeys (F. Black, M. Scholes, The Pricing of Options and Corporate
// Liabilities, Journal of Political Economy 81 (1973), equations 7 and 13), proved.

namespace {

using namespace nabla::literals;

constexpr auto S = nabla::variable<"S">;          // price of the stock
constexpr auto K = nabla::variable<"K">;          // price of exercise
constexpr auto r = nabla::variable<"r">;          // rate of interest
constexpr auto T = nabla::variable<"T">;          // time to maturity
constexpr auto sigma = nabla::variable<"sigma">;  // volatility

constexpr auto d1 = (log(S / K) + (r + sigma * sigma / 2_c) * T) / (sigma * sqrt(T));
constexpr auto d2 = d1 - sigma * sqrt(T);
constexpr auto V = S * normal_cdf(d1) - K * exp(-r * T) * normal_cdf(d2);

// The identity that they all rest on. S and K have one sign, since S / K has a logarithm.
static_assert(S * normal_pdf(d1) == K * exp(-r * T) * normal_pdf(d2));

static_assert(derivative(V, S) == normal_cdf(d1));                                     // delta
static_assert(derivative<2>(V, S) == normal_pdf(d1) / (S * sigma * sqrt(T)));          // gamma
static_assert(derivative(V, sigma) == S * sqrt(T) * normal_pdf(d1));                   // vega
static_assert(derivative(V, r) == K * T * exp(-r * T) * normal_cdf(d2));               // rho
static_assert(derivative(V, S, sigma) == -normal_pdf(d1) * d2 / sigma);                // vanna
static_assert(derivative(V, T) == sigma * sigma * S * S * derivative<2>(V, S) / 2_c + r * S * derivative(V, S) - r * V);
static_assert(V(S = K * exp(-r * T)) == K * exp(-r * T) * (2_c * normal_cdf(sigma * sqrt(T) / 2_c) - 1_c));  // at the money

// what is false
static_assert(!(derivative(V, S) == normal_cdf(d2)) && !(derivative(V, sigma) == S * sqrt(T) * normal_pdf(d2)));
static_assert(!(S * normal_pdf(d1) == K * normal_pdf(d2)) && !(derivative(V, T) == r * S * derivative(V, S) - r * V));
static_assert(!(abs(S) * K == S * abs(K)) && !(exp(log(S * S / K)) == abs(S) * S / K) && !(exp(log(S / K) + r) == abs(S) / K * exp(r)));
static_assert(exp(log(S / K) + r) == abs(S / K) * exp(r) && exp(log(S / K) + r) == abs(S) / abs(K) * exp(r));
static_assert(exp(log(S * K) / 2_c + r) == sqrt(S * K) * exp(r) && exp(3_c * log(S / K) + r) == pow(S / K, 3_c) * exp(r));

}  // namespace
