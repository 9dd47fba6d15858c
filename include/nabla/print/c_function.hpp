#pragma once

#include <nabla/print/c_notation.hpp>

namespace nabla::detail {

/// Writes a function with a graph of operations that C has as its body.
class c_function_writer {
 public:
  constexpr c_function_writer(graph const& g, growable<node_id> const& outputs, c_parameters const& parameters, text_builder& out)
      : g_(g), outputs_(outputs), parameters_(parameters), out_(out), uses_(count_uses(g, outputs)), locals_(g.size(), 0),
        notation_(locals_, parameters), writer_(g, notation_, out) {}

  template <class Double>
  constexpr void write(growable<std::uint32_t> const& layout, bool is_vector) {
    out_.add("#include <math.h>\n\n");
    bool helpers[number_of_c_helpers]{};
    for (node_id id = 0; id < uses_.size(); ++id) {
      int const helper = uses_[id] ? c_helper_of(g_.kind(id), g_.count(id)) : -1;
      if (helper >= 0) helpers[helper] = true;
    }
    add_c_helpers<Double>(out_, helpers);
    out_.add(is_vector ? "void " : "double ");
    out_.mark_here();
    write_parameters(is_vector);
    growable<std::uint32_t> trees(uses_.size(), 0);
    std::uint32_t numbers[2] = {0, 0};
    for (node_id id = 0; id < uses_.size(); ++id) {
      if (!uses_[id] || g_.count(id) == 0) continue;
      if (!is_written_in_c(g_.kind(id), g_.count(id))) out_.refused = g_.kind(id);
      std::uint32_t& tree = trees[id];
      tree = 1;
      for (std::size_t k = 0; k < g_.count(id); ++k) tree += trees[g_.operand(id, k)];
      if (uses_[id] < 2 && tree < largest_expression) continue;
      bool const is_condition = g_.operation(id)->is_condition;
      out_.add(is_condition ? "  int const " : "  double const ");
      std::uint32_t const number = ++numbers[is_condition];
      out_.add(is_condition ? 'c' : 't');
      out_.add_digits(number - 1);
      out_.add(" = ");
      writer_.write_whole(id);
      out_.add(";\n");
      locals_[id] = number;
      tree = 0;
    }
    for (std::size_t k = 0; k < layout.size(); ++k) {
      if (is_vector) {
        out_.add("  out[");
        out_.add_digits(k);
        out_.add("] = ");
      } else {
        out_.add("  return ");
      }
      layout[k] == 0 ? out_.add("0.0") : writer_.write(outputs_[layout[k] - 1]);
      out_.add(";\n");
    }
    out_.add("}\n");
  }

 private:
  /// Most operations in one line.
  static constexpr std::uint32_t largest_expression = 16;

  constexpr void write_parameters(bool is_vector) {
    out_.add("(");
    for (std::size_t k = 0; k < parameters_.size(); ++k) {
      out_.add(k == 0 ? "double " : ", double ");
      if (parameters_.is_array(k)) out_.add("const* ");
      out_.add(parameters_.name(k));
    }
    if (is_vector) {
      out_.add(parameters_.size() == 0 ? "double* out" : ", double* out");
    } else if (parameters_.size() == 0) {
      out_.add("void");
    }
    out_.add(") {\n");
    growable<char> used(parameters_.size(), 0);
    for (node_id id = 0; id < uses_.size(); ++id) {
      if (uses_[id] && g_.is_variable(id)) used[parameters_.find(g_.variable(id))] = 1;
    }
    for (std::size_t k = 0; k < parameters_.size(); ++k) {
      if (used[k]) continue;
      out_.add("  (void)");
      out_.add(parameters_.name(k));
      out_.add(";\n");
    }
  }

  graph const& g_;
  growable<node_id> const& outputs_;
  c_parameters const& parameters_;
  text_builder& out_;
  growable<std::uint32_t> uses_, locals_;
  c_notation notation_;
  formula_writer<c_notation> writer_;
};

}  // namespace nabla::detail
