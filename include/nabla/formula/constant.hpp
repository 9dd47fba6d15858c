#pragma once

#include <nabla/detail/rational.hpp>
#include <nabla/formula/expression.hpp>

namespace nabla {

/// The exact rational number Numerator / Denominator as a formula.
template <std::intmax_t Numerator, std::intmax_t Denominator>
struct constant : expression_base<constant<Numerator, Denominator>> {
  static_assert(detail::normalised(Numerator, Denominator).known,
                "nabla: a constant needs a denominator other than 0, and both parts within 64 bits");

  static constexpr rational value = detail::normalised(Numerator, Denominator).value;
  static constexpr std::size_t size = 1;
  // Each part is joined to what went before, so that 2 and 1/2 differ: joining is symmetric in two plain numbers.
  static constexpr std::uint64_t hash =
      detail::hash_join(detail::hash_join(detail::hash_text("constant"), static_cast<std::uint64_t>(value.numerator)),
                        static_cast<std::uint64_t>(value.denominator));
};

/// Numbers for rules: they belong to every algebra (formulas, graphs), as `1.0` does not.
inline constexpr constant<1> one{};
inline constexpr constant<0> zero{};

namespace detail {

template <rational Value>
constexpr auto make_constant() {
  return constant<Value.numerator, Value.denominator>{};
}

}  // namespace detail
}  // namespace nabla
