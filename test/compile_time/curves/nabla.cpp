// -DCHAIN_FORM=named_chain, traced_chain or irregular_chain, -DCHAIN_LENGTH=<variables>
#include "chain.hpp"

#include <span>

void chain(double const* in, double* out) {
  out[0] = nabla::value_and_gradient(CHAIN_FORM<CHAIN_LENGTH>()).into(out + 1, std::span<double const, CHAIN_LENGTH>(in, CHAIN_LENGTH));
}
