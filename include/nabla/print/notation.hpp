#pragma once

#include <nabla/graph/recorded.hpp>
#include <nabla/rules/condition.hpp>
#include <nabla/rules/floating.hpp>
#include <nabla/rules/power.hpp>

// How operations stand among their operands: the one table of precedence, and what the formats of output have in common. A format
// is a notation, an object derived from `plain_notation` that says what it writes otherwise; print/writer.hpp walks for all of them.

namespace nabla::detail {

/// How tightly an operation binds. `negation` is a sign that stands before a whole product, as people read -x*y; `sign` one that
/// belongs to the first factor, as C and C++ read it.
enum class precedence { any, choice, disjunction, conjunction, comparison, sum, negation, product, fraction, raised, sign, atom };

enum class position_of_operator { call, before, between };

/// How an operation is written: where its symbol stands, how tightly the whole binds, and how tightly an operand must bind to
/// stand there without parentheses: the first one (or the only one), and those after it.
struct operator_form {
  position_of_operator position = position_of_operator::call;
  precedence level = precedence::atom;
  precedence left = precedence::any;
  precedence right = precedence::any;
  text symbol = "";
};

struct operator_entry {
  std::uint64_t operation;
  operator_form form;
};

/// The table, what is frequent first. As written: a - (b - c) keeps its parentheses, and x*(-2), x + (-y), x - (-2*y) are easier to read with
/// them. (A table and not a switch: Clang counts a step for each case.)
inline constexpr operator_entry operator_table[] = {
    {kind_of_operation<times>, {position_of_operator::between, precedence::product, precedence::product, precedence::raised, "*"}},
    {kind_of_operation<plus>, {position_of_operator::between, precedence::sum, precedence::sum, precedence::product, " + "}},
    {kind_of_operation<minus>, {position_of_operator::between, precedence::sum, precedence::sum, precedence::product, " - "}},
    {kind_of_operation<negate>, {position_of_operator::before, precedence::negation, precedence::product, precedence::product, "-"}},
    {kind_of_operation<divides>, {position_of_operator::between, precedence::product, precedence::product, precedence::raised, "/"}},
    {kind_of_operation<power>, {position_of_operator::between, precedence::raised, precedence::atom, precedence::atom, "^"}},
    {kind_of_operation<less_op>, {position_of_operator::between, precedence::comparison, precedence::sum, precedence::sum, " < "}},
    {kind_of_operation<less_equal_op>, {position_of_operator::between, precedence::comparison, precedence::sum, precedence::sum, " <= "}},
    {kind_of_operation<greater_op>, {position_of_operator::between, precedence::comparison, precedence::sum, precedence::sum, " > "}},
    {kind_of_operation<greater_equal_op>, {position_of_operator::between, precedence::comparison, precedence::sum, precedence::sum, " >= "}},
    {kind_of_operation<and_op>,
     {position_of_operator::between, precedence::conjunction, precedence::conjunction, precedence::comparison, " && "}},
    {kind_of_operation<or_op>,
     {position_of_operator::between, precedence::disjunction, precedence::disjunction, precedence::conjunction, " || "}},
    {kind_of_operation<not_op>, {position_of_operator::before, precedence::atom, precedence::atom, precedence::atom, "!"}},
};
inline constexpr operator_form form_of_function{};

constexpr operator_form const& form_of_operator(std::uint64_t operation) {
  for (operator_entry const& entry : operator_table) {
    if (entry.operation == operation) return entry.form;
  }
  return form_of_function;
}

// What C and C++ have otherwise. Their sign belongs to the first factor: -x*y is (-x)*y, and a product is negated in parentheses. Of &&
// beside || without parentheses compilers warn.
inline constexpr operator_form form_of_negation_in_code{position_of_operator::before, precedence::sign, precedence::atom,
                                                        precedence::atom, "-"};
inline constexpr operator_form form_of_disjunction_in_code{position_of_operator::between, precedence::disjunction, precedence::comparison,
                                                           precedence::comparison, " || "};

constexpr operator_form const& form_of_operator_in_code(std::uint64_t operation) {
  if (operation == kind_of_operation<negate>) return form_of_negation_in_code;
  if (operation == kind_of_operation<power>) return form_of_function;
  if (operation == kind_of_operation<or_op>) return form_of_disjunction_in_code;
  return form_of_operator(operation);
}

/// Text under construction, in constant evaluation; of raw memory, since there each call is a step.
class text_builder {
 public:
  constexpr text_builder() = default;
  text_builder(text_builder const&) = delete;
  text_builder& operator=(text_builder const&) = delete;
  constexpr ~text_builder() { delete[] characters_; }

  constexpr void add(text added) {
    char const* from = added.data();
    std::size_t const end = size_ + added.size();
    if (end > room_) make_room(end);
    while (size_ != end) characters_[size_++] = *from++;
  }
  constexpr void add(char c) {
    if (size_ == room_) make_room(size_ + 1);
    characters_[size_++] = c;
  }
  constexpr void add(std::intmax_t number) {
    if (number < 0) add('-');
    add_digits(number < 0 ? 0 - static_cast<std::uintmax_t>(number) : static_cast<std::uintmax_t>(number));
  }
  constexpr void add_digits(std::uintmax_t number) {
    if (number > 9) add_digits(number / 10);
    add(static_cast<char>('0' + number % 10));
  }
  constexpr void mark_here() { mark = size_; }
  constexpr text view() const { return {characters_, size_}; }

  /// An operation that the format has no words for, where there is one.
  std::uint64_t refused = 0;
  /// Where what is not known yet comes in: a name.
  std::size_t mark = 0;

 private:
  constexpr void make_room(std::size_t size) {
    room_ = 2 * size;
    characters_ = moved(characters_, size_, room_);
  }

  char* characters_ = new char[64];
  std::size_t size_ = 0, room_ = 64;
};

/// What notations have in common: numbers as 1/2, variables as x and q[3], operations by their symbol or as f(x, y).
struct plain_notation {
  /// Whether a rational number in front of a product is written as people do: x/2, 3*x*y/4, -x/2.
  static constexpr bool divides_by_denominators = true;
  static constexpr text open = "(", close = ")", comma = ", ";

  /// Whether a node stands here by a name that was given to its value.
  constexpr bool is_named(node_id) const { return false; }
  template <class Writer>
  constexpr void write_name(Writer&, node_id) const {}

  constexpr operator_form const& form_of(graph const& g, node_id id) const { return form_of_operator(g.kind(id)); }
  constexpr precedence level_of(rational value) const {
    return value.numerator < 0 ? precedence::negation : value.denominator != 1 ? precedence::product : precedence::atom;
  }

  template <class Writer>
  constexpr void write_number(Writer& writer, rational value) const {
    writer.out.add(value.numerator);
    if (value.denominator == 1) return;
    writer.out.add("/");
    writer.out.add(value.denominator);
  }
  template <class Writer>
  constexpr void write_variable(Writer& writer, variable_info const& variable) const {
    writer.out.add(variable.name);
    if (variable.index == variable_info::none) return;
    writer.out.add("[");
    writer.out.add_digits(variable.index);
    writer.out.add("]");
  }
  /// A floating-point number of a trace.
  template <class Writer>
  constexpr void write_floating(Writer& writer, node_id id) const {
    hexadecimal_text const digits = as_hexadecimal(static_cast<std::uint64_t>(writer.g.constant_value(id).numerator));
    writer.out.add(text(digits.characters, digits.size));
  }
  /// The size of a product with a number in front, written from its numerator on, over the denominator.
  template <class Writer>
  constexpr void write_quotient(Writer& writer, node_id id, std::intmax_t denominator) const {
    writer.write_without_denominator(id);
    writer.out.add("/");
    writer.out.add(denominator);
  }
  /// What is written in a way of its own; false where it is not.
  template <class Writer>
  constexpr bool write_specially(Writer&, node_id) const {
    return false;
  }
  /// What stands between the operands of an operator.
  template <class Writer>
  constexpr void write_symbol(Writer& writer, node_id, operator_form const& form) const {
    writer.out.add(form.symbol);
  }
  template <class Writer>
  constexpr void write_function(Writer& writer, node_id id) const {
    writer.out.add(writer.g.operation(id)->name);
  }
};

}  // namespace nabla::detail
