// The formulas by name, and what was written of them.
#include "corpus.hpp"

using namespace corpus;

#define NAME(name_, ulp_, formula_) constexpr auto named_##name_ = formula_;
NABLA_SCALAR_CORPUS(NAME)
NABLA_TYPE_CORPUS(NAME)

template <class Written, class Formula>
constexpr bool is_same(Written const&, Formula const&) {
  return std::is_same_v<Written, Formula>;
}
static_assert(is_same(nabla::variable<"x">, x) && !is_same(nabla::variable<"y">, x));

#include WRITTEN
