#pragma once

#include <nabla/print/subject.hpp>
#include <nabla/print/writer.hpp>
#include <nabla/rules/exponential.hpp>
#include <nabla/rules/piecewise.hpp>
#include <nabla/rules/sum.hpp>

namespace nabla {

namespace detail {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_greek(text name) {
  for (text letter : {"alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota",
                      "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "varphi", "chi", "psi",
                      "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"}) {
    if (letter == name) return true;
  }
  return false;
}

/// How LaTeX has it: fractions, roots and powers by braces, products by juxtaposition. Names of functions are those the operations say.
struct latex_notation : plain_notation {
  static constexpr text open = "\\left(", close = "\\right)";

  constexpr operator_form form_of(graph const& g, node_id id) const {
    using enum precedence;
    constexpr auto call = position_of_operator::call, between = position_of_operator::between;
    operator_form form = form_of_operator(g.kind(id));
    switch (g.kind(id)) {
      case kind_of_operation<times>: form.right = fraction; break;
      case kind_of_operation<divides>: return {call, fraction};
      case kind_of_operation<equals_op>: return {between, comparison, sum, sum, " = "};
      case kind_of_operation<sum_op>: return {between, sum, sum, product, " + "};
      case kind_of_operation<exp2_op>:
      case kind_of_operation<exp10_op>: return {call, raised};
      case kind_of_operation<select_op>: return {call, disjunction};
      default:
        // The logarithm of 2 is a product to the eye: \ln 2.
        if (g.count(id) == 0 && g.operation(id)->latex.find(" ") != text::npos) form.level = sum;
    }
    return form;
  }
  constexpr precedence level_of(rational value) const {
    return value.numerator < 0 ? precedence::negation : value.denominator != 1 ? precedence::fraction : precedence::atom;
  }

  template <class Writer>
  constexpr void write_number(Writer& writer, rational value) const {
    if (value.denominator == 1) return writer.out.add(value.numerator);
    if (value.numerator < 0) writer.out.add("-");
    writer.out.add("\\frac{");
    writer.out.add(value.numerator < 0 ? -value.numerator : value.numerator);
    writer.out.add("}{");
    writer.out.add(value.denominator);
    writer.out.add("}");
  }
  template <class Writer>
  constexpr void write_quotient(Writer& writer, node_id id, std::intmax_t denominator) const {
    writer.out.add("\\frac{");
    writer.write_without_denominator(id, precedence::any);
    writer.out.add("}{");
    writer.out.add(denominator);
    writer.out.add("}");
  }
  /// x1, x_1 and the member 1 of x are x_{1}; a Greek letter is one, and a longer name stands upright.
  template <class Writer>
  constexpr void write_variable(Writer& writer, variable_info const& variable) const {
    text const name = variable.name;
    std::size_t base = name.find("_");
    std::size_t below = base == text::npos ? base : base + 1;
    if (base == text::npos) {
      base = name.size();
      while (base > 0 && is_digit(name[base - 1])) --base;
      below = base;
    }
    if (base == 0 || below == name.size()) base = below = name.size();
    write_name_part(writer, name.substr(0, base));
    bool const is_member = variable.index != variable_info::none;
    if (base == name.size() && !is_member) return;
    writer.out.add("_{");
    if (base < name.size()) write_name_part(writer, name.substr(below));
    if (base < name.size() && is_member) writer.out.add(",");
    if (is_member) writer.out.add_digits(variable.index);
    writer.out.add("}");
  }
  template <class Writer>
  constexpr void write_symbol(Writer& writer, node_id id, operator_form const& form) const {
    graph const& g = writer.g;
    text const latex = g.operation(id)->latex;
    if (g.is(id, info_of<times>)) {
      writer.out.add(is_number_beside_number(g, id) ? " \\cdot " : g.is_constant(g.operand(id, 0)) ? " " : "\\,");
    } else if (g.is(id, info_of<not_op>)) {
      writer.out.add(latex);
      writer.out.add(" ");
    } else if (g.operation(id)->is_condition && latex[0] == '\\') {
      writer.out.add(" ");
      writer.out.add(latex);
      writer.out.add(" ");
    } else {
      writer.out.add(form.symbol);
    }
  }
  template <class Writer>
  constexpr void write_function(Writer& writer, node_id id) const {
    text const latex = writer.g.operation(id)->latex;
    // Without a name of its own there it has the name that it has everywhere, as an upright word.
    bool const is_word = latex == writer.g.operation(id)->name && latex.size() > 1;
    if (is_word) writer.out.add("\\operatorname{");
    is_word ? write_escaped(writer, latex) : writer.out.add(latex);
    if (is_word) writer.out.add("}");
  }
  template <class Writer>
  constexpr bool write_specially(Writer& writer, node_id id) const {
    graph const& g = writer.g;
    switch (g.kind(id)) {
      case kind_of_operation<divides>:
        write_around(writer, "\\frac{", g.operand(id, 0), "}{");
        return write_around(writer, "", g.operand(id, 1), "}");
      case kind_of_operation<sqrt_op>: return write_around(writer, "\\sqrt{", g.operand(id, 0), "}");
      case kind_of_operation<cbrt_op>: return write_around(writer, "\\sqrt[3]{", g.operand(id, 0), "}");
      case kind_of_operation<abs_op>: return write_around(writer, "\\left|", g.operand(id, 0), "\\right|");
      case kind_of_operation<exp2_op>: return write_around(writer, "2^{", g.operand(id, 0), "}");
      case kind_of_operation<exp10_op>: return write_around(writer, "10^{", g.operand(id, 0), "}");
      case kind_of_operation<power>: return write_power(writer, id);
      case kind_of_operation<select_op>: return write_cases(writer, id);
      default: return false;
    }
  }

 private:
  template <class Writer>
  static constexpr bool write_around(Writer& writer, text before, node_id id, text after) {
    writer.out.add(before);
    writer.write(id);
    writer.out.add(after);
    return true;
  }
  template <class Writer>
  static constexpr bool write_power(Writer& writer, node_id id) {
    writer.write(writer.g.operand(id, 0), precedence::atom);
    node_id const exponent = writer.g.operand(id, 1);
    writer.out.add("^{");
    if (writer.g.is_constant(exponent)) {
      plain_notation{}.write_number(writer, writer.g.constant_value(exponent));  // x^{1/2}: on one line
    } else {
      writer.write(exponent);
    }
    writer.out.add("}");
    return true;
  }
  /// A choice whose other branch is a choice continues it.
  template <class Writer>
  static constexpr bool write_cases(Writer& writer, node_id id) {
    graph const& g = writer.g;
    writer.out.add("\\begin{cases} ");
    for (; g.is(id, info_of<select_op>); id = g.operand(id, 2)) {
      write_around(writer, "", g.operand(id, 1), " & \\text{if } ");
      write_around(writer, "", g.operand(id, 0), " \\\\ ");
    }
    return write_around(writer, "", id, " & \\text{otherwise} \\end{cases}");
  }
  /// Whether what stands on the right begins with a digit, so that it would continue a number, or is a fraction of numbers, which would
  /// make a mixed number of it.
  static constexpr bool is_number_beside_number(graph const& g, node_id product) {
    node_id left = g.operand(product, 0), right = g.operand(product, 1);
    while (g.is(left, info_of<times>)) left = g.operand(left, 1);
    while (g.is(right, info_of<power>)) right = g.operand(right, 0);
    if (g.kind(right) == kind_of_operation<exp2_op> || g.kind(right) == kind_of_operation<exp10_op>) return true;
    if (g.is_constant(right)) return g.constant_value(right).numerator >= 0;
    return g.is_constant(left) && g.is(right, info_of<divides>) && g.is_constant(g.operand(right, 0));
  }
  template <class Writer>
  static constexpr void write_name_part(Writer& writer, text part) {
    bool numeric = true;
    for (char c : part) numeric = numeric && is_digit(c);
    if (part.size() == 1 || numeric) return write_escaped(writer, part);
    writer.out.add(is_greek(part) ? "\\" : "\\mathrm{");
    write_escaped(writer, part);
    if (!is_greek(part)) writer.out.add("}");
  }
  template <class Writer>
  static constexpr void write_escaped(Writer& writer, text part) {
    for (char c : part) {
      switch (c) {
        case '\\': writer.out.add("\\backslash "); break;
        case '^': writer.out.add("\\hat{\\ }"); break;
        case '~': writer.out.add("\\tilde{\\ }"); break;
        case ' ': case '_': case '%': case '#': case '$': case '&': case '{': case '}': writer.out.add("\\"); [[fallthrough]];
        default: writer.out.add(c);
      }
    }
  }
};

}  // namespace detail

/// A formula in LaTeX, for mathematical mode: "2 z^{3}\,x^{2}", "\frac{\sin\left(x\right)}{x}". A choice needs the package amsmath.
///
/// @return    a view of characters that the program holds, null-terminated; it converts to std::string_view and std::string
template <class F>
  requires(detail::typed<F>)
constexpr text to_latex(F const&) {
  return detail::document_text<detail::formula_document<detail::latex_notation, typename detail::lifted_operand<F>::type>>::view();
}

NABLA_OTHER_ARGUMENTS(text, to_latex, "writes one formula: an entry of a gradient or of a tuple, to_latex(gradient(f, x, y)[x])")

}  // namespace nabla
