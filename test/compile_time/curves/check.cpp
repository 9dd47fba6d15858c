// Linked with nabla's code and with the written-out code, which stands in a namespace here: do both compute the same, and what the
// plain loop does?
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string_view>

#include "chain.hpp"

namespace written_out {
#include WRITTEN_OUT
}

static bool agree(double a, double b) { return std::abs(a - b) <= 1e-12 * (1 + std::abs(a)); }

int main() {
  constexpr int length = CHAIN_LENGTH;
  double x[length], from_nabla[length + 1], written[length + 1], by_hand[length + 1] = {};
  for (int i = 0; i < length; ++i) x[i] = 0.25 + 1.5 * ((i * 7) % 11) / 11.0;
#define NABLA_TEXT_OF(form_) #form_
#define NABLA_TEXT(form_) NABLA_TEXT_OF(form_)
  constexpr bool is_regular = std::string_view(NABLA_TEXT(CHAIN_FORM)) != "irregular_chain";
  for (int i = 0; i + is_regular < length; ++i) {
    chain_link const link = is_regular ? chain_link{static_cast<std::size_t>(i) + 1, 100} : irregular_link(i, length);
    double const t = x[link.to] - x[i] * x[i], u = 1 - x[i];
    by_hand[0] += link.weight * t * t + u * u;
    by_hand[1 + i] += -4 * link.weight * t * x[i] - 2 * u;
    by_hand[1 + link.to] += 2 * link.weight * t;
  }
  chain(x, from_nabla);
  written_out::chain(x, written);
  for (int i = 0; i <= length; ++i) {
    if (agree(by_hand[i], from_nabla[i]) && from_nabla[i] == written[i]) continue;
    std::printf("output %d: by hand %.17g, nabla %.17g, written out %.17g\n", i, by_hand[i], from_nabla[i], written[i]);
    return 1;
  }
}
