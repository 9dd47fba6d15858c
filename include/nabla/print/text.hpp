#pragma once

#include <nabla/graph/recorded.hpp>
#include <nabla/print/notation.hpp>

namespace nabla {

namespace detail {

/// Writes a node as people do, with no more parentheses than its structure needs.
class text_writer {
 public:
  constexpr explicit text_writer(graph const& g) : g_(g) {}

  constexpr void write(node_id id) {
    if (g_.is_constant(id)) return write(g_.constant_value(id));
    if (g_.is_variable(id)) return write(g_.variable(id));
    if (g_.is(id, info_of<negate>)) {
      out_.add("-");
      return write(g_.operand(id, 0), precedence::product);
    }
    if (g_.is(id, info_of<power>)) {
      write(g_.operand(id, 0), precedence::atom);
      out_.add("^");
      return write(g_.operand(id, 1), precedence::atom);
    }
    if (g_.is(id, info_of<not_op>)) {
      out_.add("!");
      return write(g_.operand(id, 0), precedence::atom);
    }
    precedence const level = precedence_of(g_, id);
    if (level < precedence::power && level != precedence::negation) {
      bool const spaced = level != precedence::product;
      write_left(g_.operand(id, 0), level);
      out_.add(spaced ? " " : "");
      out_.add(g_.operation(id)->name);
      out_.add(spaced ? " " : "");
      return write(g_.operand(id, 1), right_of(level));
    }
    write_call(id);
  }
  constexpr growable<char> const& characters() const { return out_.characters(); }

 private:
  constexpr void write(node_id id, precedence at_least) {
    bool const enclosed = precedence_of(g_, id) < at_least;
    if (enclosed) out_.add("(");
    write(id);
    if (enclosed) out_.add(")");
  }
  /// How tightly a right operand must bind. As written: a - (b - c) keeps its parentheses, and x*(-2), x + (-y) are easier to
  /// read with them.
  static constexpr precedence right_of(precedence level) {
    switch (level) {
      case precedence::disjunction: return precedence::conjunction;
      case precedence::conjunction: return precedence::comparison;
      case precedence::comparison: return precedence::sum;
      case precedence::sum: return precedence::product;
      default: return precedence::power;
    }
  }
  constexpr void write_left(node_id id, precedence level) {
    // -2*x and -1/2*x are read as they should be; -x*y as -(x*y), so that (-x)*y keeps its parentheses.
    write(id, g_.is_constant(id) || level == precedence::comparison ? precedence::sum : level);
  }
  constexpr void write(rational value) {
    out_.add(value.numerator);
    if (value.denominator == 1) return;
    out_.add("/");
    out_.add(value.denominator);
  }
  constexpr void write(variable_info const& variable) {
    out_.add(variable.name);
    if (variable.index == variable_info::none) return;
    out_.add("[");
    out_.add(static_cast<std::intmax_t>(variable.index));
    out_.add("]");
  }
  constexpr void write_call(node_id id) {
    out_.add(g_.operation(id)->name);
    if (g_.count(id) == 0) return;
    for (std::size_t k = 0; k < g_.count(id); ++k) {
      out_.add(k == 0 ? "(" : ", ");
      write(g_.operand(id, k));
    }
    out_.add(")");
  }

  graph const& g_;
  text_builder out_;
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

template <std::size_t Room>
struct text_buffer {
  std::size_t size = 0;
  char characters[Room + 1]{};
};

template <class Formula, std::size_t Room>
constexpr text_buffer<Room> write_text() {
  graph g;
  node_id const id = with_definitions(g, lower<Formula>(g));
  text_writer writer(g);
  writer.write(id);
  text_buffer<Room> buffer;
  buffer.size = writer.characters().size();
  for (std::size_t i = 0; i < buffer.size && i < Room; ++i) buffer.characters[i] = writer.characters()[i];
  return buffer;
}

/// The text of a formula, null-terminated and no longer than needed.
template <class Formula>
struct text_of {
  static constexpr std::size_t size = write_text<Formula, 0>().size;
  static constexpr text_buffer<size> value = write_text<Formula, size>();
};

}  // namespace detail

/// Text of a formula as it is written, with the fewest parentheses: "2*z^3*x^2".
///
///     static_assert(to_string(simplify(derivative(x * x, x))) == "2*x");
///
/// @return    a view of characters that the program holds, null-terminated; it converts to std::string_view and std::string
template <class F>
  requires(detail::typed<F>)
constexpr text to_string(F const&) {
  using formula = typename detail::lifted_operand<F>::type;
  return text(detail::text_of<formula>::value.characters, detail::text_of<formula>::size);
}

template <class Character, class Traits, class F>
  requires(expression<F> || (condition<F> && detail::typed<F>))
std::basic_ostream<Character, Traits>& operator<<(std::basic_ostream<Character, Traits>& stream, F const& f) {
  return stream << to_string(f);
}

}  // namespace nabla
