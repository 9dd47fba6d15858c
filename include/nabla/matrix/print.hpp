#pragma once

#include <nabla/matrix/derived.hpp>
#include <nabla/print/dot.hpp>
#include <nabla/print/latex.hpp>
#include <nabla/print/text.hpp>

// Formulas with shapes as text: A*x is the matrix product, x' the transpose; hadamard(A, B) the product element by element.

namespace nabla::detail {

inline constexpr operator_form form_of_matrix_product{position_of_operator::between, precedence::product, precedence::product, precedence::raised, "*"};
inline constexpr operator_form form_of_transpose{position_of_operator::call, precedence::raised};

/// What the notations of matrices have in common, over that of scalars.
template <class Notation>
struct matrix_notation : Notation {
  shaped_graph* sg = nullptr;

  constexpr bool is_elementwise(node_id id) const {
    if (!sg->is(id, kind_of_operation<times>) && !sg->is(id, kind_of_operation<divides>)) return false;
    std::size_t matrices = 0;
    for (std::size_t k = 0; k < sg->g.count(id); ++k) matrices += sg->is_scalar(sg->g.operand(id, k)) ? 0 : 1;
    return matrices > 1 || (matrices == 1 && sg->is(id, kind_of_operation<divides>) && sg->is_scalar(sg->g.operand(id, 0)));
  }
  constexpr operator_form form_of(graph const& g, node_id id) const {
    if (g.kind(id) == kind_of_operation<matrix_product_op>) return form_of_matrix_product;
    if (g.kind(id) == kind_of_operation<transpose_op>) return form_of_transpose;
    if (is_elementwise(id)) return form_of_function;
    return Notation::form_of(g, id);
  }
};

struct matrix_text_notation : matrix_notation<plain_notation> {
  template <class Writer>
  constexpr void write_variable(Writer& writer, variable_info const& variable) const {
    if (variable.index == rows_index || variable.index == columns_index) {
      writer.out.add(variable.index == rows_index ? "rows(" : "columns(");
      writer.out.add(variable.name);
      writer.out.add(")");
    } else if (variable.index == variable_info::none || variable.index < change_index - 1000) {
      plain_notation::write_variable(writer, variable);
    } else {
      writer.out.add(variable.name);
    }
  }
  template <class Writer>
  constexpr void write_function(Writer& writer, node_id id) const {
    if (is_elementwise(id)) return writer.out.add(writer.g.kind(id) == kind_of_operation<times> ? "hadamard" : "hadamard_quotient");
    writer.out.add(shown_name(writer.g, id));
  }
  template <class Writer>
  constexpr bool write_specially(Writer& writer, node_id id) const {
    if (!writer.g.operation(id)->is_matrix_operation || writer.g.kind(id) != kind_of_operation<transpose_op>) return false;
    writer.write(writer.g.operand(id, 0), precedence::atom);
    writer.out.add("'");
    return true;
  }
  static constexpr text shown_name(graph const& g, node_id id) {
    switch (g.kind(id)) {
      case kind_of_operation<trace_op>: return "trace";
      case kind_of_operation<sum_of_elements_op>: return "sum";
      case kind_of_operation<row_log_sum_exp_op>: return "log_sum_exp";
      default: return g.operation(id)->name;
    }
  }
};

struct matrix_latex_notation : matrix_notation<latex_notation> {
  template <class Writer>
  constexpr void write_variable(Writer& writer, variable_info const& variable) const {
    if (variable.index == rows_index || variable.index == columns_index) {
      writer.out.add(variable.index == rows_index ? "\\operatorname{rows}" : "\\operatorname{columns}");
      writer.out.add("\\left(");
      latex_notation::write_variable(writer, make_variable_info(variable.name));
      writer.out.add("\\right)");
    } else if (variable.index == variable_info::none || variable.index < change_index - 1000) {
      latex_notation::write_variable(writer, variable);
    } else {
      latex_notation::write_variable(writer, make_variable_info(variable.name));
    }
  }
  template <class Writer>
  constexpr void write_symbol(Writer& writer, node_id id, operator_form const& form) const {
    if (writer.g.kind(id) == kind_of_operation<matrix_product_op>) return writer.out.add("\\,");
    latex_notation::write_symbol(writer, id, form);
  }
  template <class Writer>
  constexpr void write_function(Writer& writer, node_id id) const {
    text const name = matrix_text_notation::shown_name(writer.g, id);
    if (!writer.g.operation(id)->is_matrix_operation) return latex_notation::write_function(writer, id);
    writer.out.add("\\operatorname{");
    for (char c : name) {
      if (c == '_') writer.out.add('\\');
      writer.out.add(c);
    }
    writer.out.add("}");
  }
  template <class Writer>
  constexpr bool write_specially(Writer& writer, node_id id) const {
    graph const& g = writer.g;
    switch (g.kind(id)) {
      case kind_of_operation<transpose_op>: return raised(writer, id, "^{\\top}");
      case kind_of_operation<inverse_op>: return raised(writer, id, "^{-1}");
      case kind_of_operation<determinant_op>: return around(writer, id, "\\det\\left(", "\\right)");
      case kind_of_operation<norm_op>: return around(writer, id, "\\left\\|", "\\right\\|");
      case kind_of_operation<ones_op>: writer.out.add("\\mathbf{1}"); return true;
      case kind_of_operation<identity_op>: writer.out.add("I"); return true;
      default: break;
    }
    if (!is_elementwise(id)) return latex_notation::write_specially(writer, id);
    for (std::size_t k = 0; k < g.count(id); ++k) {
      if (k > 0) writer.out.add(g.kind(id) == kind_of_operation<times> ? " \\odot " : " \\oslash ");
      writer.write(g.operand(id, k), precedence::raised);
    }
    return true;
  }

 private:
  template <class Writer>
  static constexpr bool raised(Writer& writer, node_id id, text exponent) {
    writer.write(writer.g.operand(id, 0), precedence::atom);
    writer.out.add(exponent);
    return true;
  }
  template <class Writer>
  static constexpr bool around(Writer& writer, node_id id, text before, text after) {
    writer.out.add(before);
    writer.write(writer.g.operand(id, 0));
    writer.out.add(after);
    return true;
  }
};

template <class Notation, class Formula>
struct matrix_document {
  static constexpr void write(text_builder& out) {
    graph g;
    shaped_graph sg(g);
    lowered_types known;
    growable<node_id> outputs(1, lower<Formula>(g, known));
    node_id const id = with_definitions_of_live(g, outputs);
    Notation notation{};
    notation.sg = &sg;
    formula_writer<Notation>(g, notation, out).write(id);
  }
  /// What is written as its definition, among what the formula needs.
  static constexpr node_id with_definitions_of_live(graph& g, growable<node_id> const& outputs) {
    growable<std::uint32_t> const uses = count_uses(g, outputs);
    growable<node_id> forms, operands;
    for (node_id i = 0; i < uses.size(); ++i) {
      operands.shrink(0);
      for (std::size_t k = 0; k < g.count(i); ++k) operands.push(forms[g.operand(i, k)]);
      if (g.count(i) == 0 || !uses[i]) {
        forms.push(i);
      } else if (g.operation(i)->is_transparent) {
        forms.push(g.operation(i)->definition(g, operands.data(), operands.size()));
      } else {
        forms.push(g.apply_again(i, operands));
      }
    }
    return forms[outputs[0]];
  }
};

}  // namespace nabla::detail

namespace nabla {

/// Text of a formula with a shape: "(A + A')*x".
template <shaped_formula F>
constexpr text to_string(F const&) {
  return detail::document_text<detail::matrix_document<detail::matrix_text_notation, F>>::view();
}
/// The same in LaTeX, for mathematical mode: "\left(A + A^{\top}\right)\,x".
template <shaped_formula F>
constexpr text to_latex(F const&) {
  return detail::document_text<detail::matrix_document<detail::matrix_latex_notation, F>>::view();
}
template <class Character, class Traits, shaped_formula F>
std::basic_ostream<Character, Traits>& operator<<(std::basic_ostream<Character, Traits>& stream, F const& f) {
  return stream << to_string(f);
}

}  // namespace nabla
