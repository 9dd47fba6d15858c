#pragma once

#include <nabla/detail/growable.hpp>
#include <nabla/graph/recorded.hpp>
#include <nabla/rules/condition.hpp>
#include <nabla/rules/power.hpp>

namespace nabla::detail {

/// How tightly an operation binds; the one table of precedence, for every output format.
enum class precedence { disjunction = 1, conjunction, comparison, sum, negation, product, power, atom };

/// Whether a condition is written between its operands.
constexpr bool is_comparison(graph const& g, node_id id) {
  return g.operation(id)->is_condition && g.count(id) == 2 && !g.is(id, info_of<equals_op>);
}

constexpr precedence precedence_of(graph const& g, node_id id) {
  if (g.is_constant(id)) {
    rational const value = g.constant_value(id);
    return value.numerator < 0 ? precedence::negation : value.denominator != 1 ? precedence::product : precedence::atom;
  }
  if (g.is(id, info_of<plus>) || g.is(id, info_of<minus>)) return precedence::sum;
  if (g.is(id, info_of<negate>)) return precedence::negation;
  if (g.is(id, info_of<times>) || g.is(id, info_of<divides>)) return precedence::product;
  if (g.is(id, info_of<power>)) return precedence::power;
  if (g.is(id, info_of<or_op>)) return precedence::disjunction;
  if (g.is(id, info_of<and_op>)) return precedence::conjunction;
  if (is_comparison(g, id)) return precedence::comparison;
  return precedence::atom;
}

/// Text under construction, in constant evaluation.
class text_builder {
 public:
  constexpr void add(text added) {
    for (char c : added) characters_.push(c);
  }
  constexpr void add(std::intmax_t number) {
    if (number < 0) characters_.push('-');
    std::uintmax_t const magnitude = number < 0 ? 0 - static_cast<std::uintmax_t>(number) : static_cast<std::uintmax_t>(number);
    add_digits(magnitude);
  }
  constexpr growable<char> const& characters() const { return characters_; }

 private:
  constexpr void add_digits(std::uintmax_t number) {
    if (number > 9) add_digits(number / 10);
    characters_.push(static_cast<char>('0' + number % 10));
  }
  growable<char> characters_;
};

}  // namespace nabla::detail
