#pragma once

#include <nabla/print/notation.hpp>

namespace nabla::detail {

/// Writes nodes in a notation, with no more parentheses than their structure needs.
template <class Notation>
class formula_writer {
 public:
  constexpr formula_writer(graph const& of, Notation const& notation, text_builder& to) : g(of), out(to), notation_(notation) {}

  constexpr void write(node_id id) {
    if (notation_.is_named(id)) return notation_.write_name(*this, id);
    write_whole(id);
  }
  /// The node itself, also where it has a name.
  constexpr void write_whole(node_id id) {
    if (g.is_constant(id)) return notation_.write_number(*this, g.constant_value(id));
    if (g.is_variable(id)) return notation_.write_variable(*this, g.variable(id));
    if (g.is_number(id)) return notation_.write_floating(*this, id);
    if (notation_.write_specially(*this, id)) return;
    if (rational const number = leading_number(id); number.denominator != 1) {
      if (number.numerator < 0) out.add("-");
      return notation_.write_quotient(*this, id, number.denominator);
    }
    auto const& form = notation_.form_of(g, id);
    switch (form.position) {
      case position_of_operator::before: return write_prefix(id, form);
      case position_of_operator::between: return write_infix(id, form);
      default: return write_call(id);
    }
  }
  /// A node in parentheses where it binds less tightly than it must.
  constexpr void write(node_id id, precedence at_least) {
    bool const enclosed = level_of(id) < at_least;
    if (enclosed) out.add(Notation::open);
    write(id);
    if (enclosed) out.add(Notation::close);
  }
  constexpr precedence level_of(node_id id) const {
    if (notation_.is_named(id) || g.is_variable(id)) return precedence::atom;
    if (g.is_constant(id)) return notation_.level_of(g.constant_value(id));
    if (g.is_number(id)) return g.constant_value(id).numerator < 0 ? precedence::negation : precedence::atom;
    auto const& form = notation_.form_of(g, id);
    if (form.level != precedence::product || !Notation::divides_by_denominators) return form.level;
    // -x*y, -2*x and -x/2 begin with a sign, wherever it comes from.
    if (rational const number = leading_number(id); number.denominator != 1) return notation_.level_of(number);
    return level_of(g.operand(id, 0)) == precedence::negation ? precedence::negation : form.level;
  }
  /// A product with a number in front, from the size of its numerator on, which is left out where it is 1; what stands alone then is written as it must bind.
  constexpr void write_without_denominator(node_id id, precedence alone = precedence::product) {
    node_id const first = g.operand(id, 0);
    auto const& form = notation_.form_of(g, id);
    std::size_t next = 1;
    if (!g.is_constant(first)) {
      write_without_denominator(first);
    } else if (std::intmax_t const n = g.constant_value(first).numerator; n == 1 || n == -1) {
      write(g.operand(id, next++), g.count(id) == 2 ? alone : form.left);
    } else {
      out.add(n < 0 ? -n : n);
    }
    write_behind(id, form, next);
  }
  /// Operands in parentheses, whatever they are.
  constexpr void write_operands(node_id id) {
    out.add(Notation::open);
    for (std::size_t k = 0; k < g.count(id); ++k) {
      if (k > 0) out.add(Notation::comma);
      write(g.operand(id, k));
    }
    out.add(Notation::close);
  }

  graph const& g;
  text_builder& out;

 private:
  /// The number in front of a product that is written over its denominator, as numbers and quotients are not; 1 where there is none.
  constexpr rational leading_number(node_id id) const {
    rational const none{1, 1};
    // A product element by element is a function.
    auto const is_product = [&](node_id i) { return g.is(i, info_of<times>) && notation_.form_of(g, i).position == position_of_operator::between; };
    if (!Notation::divides_by_denominators || !is_product(id)) return none;
    while (is_product(g.operand(id, 0))) id = g.operand(id, 0);
    node_id const second = g.operand(id, 1);
    if (!g.is_constant(g.operand(id, 0)) || g.is_constant(second) || g.is(second, info_of<divides>)) return none;
    return g.constant_value(g.operand(id, 0));
  }
  constexpr void write_prefix(node_id id, operator_form const& form) {
    notation_.write_symbol(*this, id, form);
    write(g.operand(id, 0), form.left);
  }
  constexpr void write_infix(node_id id, operator_form const& form) {
    // -2*x, -x/2 and -x*y are read as they should be.
    node_id const first = g.operand(id, 0);
    bool const may_begin_with_sign = form.left > precedence::sum && form.left < precedence::atom &&
                                     (g.is_constant(first) || level_of(first) == precedence::negation);
    write(first, may_begin_with_sign ? precedence::sum : form.left);
    write_behind(id, form, 1);
  }
  /// The operands of an operator from one of them on, each behind its symbol.
  constexpr void write_behind(node_id id, operator_form const& form, std::size_t next) {
    for (std::size_t k = next; k < g.count(id); ++k) {
      notation_.write_symbol(*this, id, form);
      // A sign is not written behind an operator.
      node_id const operand = g.operand(id, k);
      write(operand, form.right < precedence::raised && level_of(operand) == precedence::sign ? precedence::atom : form.right);
    }
  }
  constexpr void write_call(node_id id) {
    notation_.write_function(*this, id);
    if (g.count(id) > 0) write_operands(id);
  }

  Notation const& notation_;
};

/// A formula with what is written as its definition written so.
constexpr node_id with_definitions(graph& g, node_id id) {
  growable<node_id> forms, operands;
  for (node_id i = 0; i <= id; ++i) {
    operands.shrink(0);
    for (std::size_t k = 0; k < g.count(i); ++k) operands.push(forms[g.operand(i, k)]);
    if (g.count(i) == 0) {
      forms.push(i);
    } else if (g.operation(i)->is_transparent) {
      forms.push(g.operation(i)->definition(g, operands.data(), operands.size()));
    } else {
      forms.push(g.apply_again(i, operands));
    }
  }
  return forms[id];
}

/// Characters of a document, as many as fit; the size is right in any case.
template <std::size_t Room>
struct text_buffer {
  std::size_t size = 0;
  std::uint64_t refused = 0;
  std::size_t mark = 0;
  char characters[Room + 1]{};
};

template <class Document, std::size_t Room>
constexpr text_buffer<Room> write_document() {
  text_builder out;
  Document::write(out);
  text_buffer<Room> buffer;
  buffer.refused = out.refused;
  buffer.mark = out.mark;
  buffer.size = out.view().size();
  char const* const from = out.view().data();
  std::size_t const end = buffer.size < Room ? buffer.size : Room;
  for (std::size_t i = 0; i != end; ++i) buffer.characters[i] = from[i];
  return buffer;
}

template <std::size_t To, std::size_t From>
constexpr text_buffer<To> shortened(text_buffer<From> const& from) {
  text_buffer<To> to;
  to.size = from.size;
  to.refused = from.refused;
  to.mark = from.mark;
  for (std::size_t i = 0; i < To; ++i) to.characters[i] = from.characters[i];
  return to;
}

/// Characters that there is room for before their number is known; a longer document is written twice.
template <class Document>
constexpr std::size_t expected_length() {
  if constexpr (requires { Document::expected_length; }) {
    return Document::expected_length;
  } else {
    return 1000;
  }
}

/// What a document writes, a class with `write(text_builder&)`: null-terminated and no longer than needed.
template <class Document>
struct document_text {
  static constexpr std::size_t room = expected_length<Document>();
  // No local of `make`: Clang would evaluate it twice.
  static constexpr auto first = write_document<Document, room>();
  static constexpr auto make() {
    if constexpr (first.size <= room) {
      return shortened<first.size>(first);
    } else {
      return write_document<Document, first.size>();
    }
  }
  static constexpr auto value = make();

  static constexpr text view() { return {value.characters, value.size}; }
};

/// A formula in a notation.
template <class Notation, class Formula>
struct formula_document {
  static constexpr void write(text_builder& out) {
    graph g;
    node_id const id = with_definitions(g, lower<Formula>(g));
    Notation const notation{};
    formula_writer<Notation>(g, notation, out).write(id);
  }
};

}  // namespace nabla::detail
