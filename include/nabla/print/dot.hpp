#pragma once

#include <nabla/print/subject.hpp>
#include <nabla/print/writer.hpp>

namespace nabla {

namespace detail {

class dot_writer {
 public:
  constexpr dot_writer(graph const& g, text_builder& out) : g_(g), out_(out), writer_(g, notation_, labels_) {}

  /// The graph of what the outputs need; the results, where they are several, are marked by their places.
  constexpr void write(growable<node_id> const& outputs, growable<std::uint32_t> const& layout, bool is_vector) {
    out_.add("digraph formula {\n  graph [ordering=out];\n  node [shape=ellipse];\n  edge [labelfontsize=10];\n");
    growable<std::uint32_t> const uses = count_uses(g_, outputs);
    growable<std::uint32_t> numbers(uses.size(), 0);
    std::uint32_t count = 0;
    for (node_id id = 0; id < uses.size(); ++id) {
      if (!uses[id]) continue;
      numbers[id] = count++;
      add_node('n', numbers[id]);
      out_.add(" [label=\"");
      write_label(id);
      out_.add(g_.is_variable(id) ? "\", shape=box];\n" : g_.count(id) == 0 ? "\", shape=plaintext];\n" : "\"];\n");
      bool const is_ordered = g_.count(id) > 1 && !g_.operation(id)->is_commutative ;
      for (std::uint32_t k = 0; k < g_.count(id); ++k) {
        add_edge('n', numbers[id], numbers[g_.operand(id, k)], is_ordered ? k + 1 : 0);
      }
    }
    for (std::uint32_t k = 0; is_vector && k < layout.size(); ++k) {
      if (layout[k] == 0) continue;
      add_node('y', k);
      out_.add(" [label=\"result ");
      out_.add_digits(k);
      out_.add("\", shape=none];\n");
      add_edge('y', k, numbers[outputs[layout[k] - 1]], 0);
    }
    out_.add("}\n");
  }

 private:
  constexpr void add_node(char letter, std::uint32_t number) {
    out_.add("  ");
    out_.add(letter);
    out_.add_digits(number);
  }
  /// An arrow to an operand; its place is written where the order matters, which Graphviz does not always keep.
  constexpr void add_edge(char letter, std::uint32_t from, std::uint32_t to, std::uint32_t place) {
    add_node(letter, from);
    out_.add(" -> n");
    out_.add_digits(to);
    if (place != 0) {
      out_.add(" [taillabel=\"");
      out_.add_digits(place);
      out_.add("\"]");
    }
    out_.add(";\n");
  }
  constexpr void write_label(node_id id) {
    std::size_t const start = labels_.view().size();
    if (g_.count(id) == 0) {
      writer_.write(id);
    } else {
      labels_.add(g_.is(id, info_of<negate>) ? text("-") : g_.operation(id)->name);
    }
    for (char c : labels_.view().substr(start)) {
      if (c == '"' || c == '\\') out_.add('\\');
      out_.add(c);
    }
  }

  graph const& g_;
  text_builder& out_;
  text_builder labels_;
  plain_notation notation_;
  formula_writer<plain_notation> writer_;
};

template <class F>
struct dot_document {
  static constexpr void write(text_builder& out) {
    using subject = print_subject<F>;
    graph g;
    growable<node_id> outputs;
    subject::recipe::build(g, outputs);
    for (node_id& output : outputs) output = with_definitions(g, output);
    growable<std::uint32_t> layout;
    subject::append_layout(layout);
    dot_writer(g, out).write(outputs, layout, subject::is_vector);
  }
};

}  // namespace detail

/// The graph of a formula in Graphviz's language: each distinct subexpression one node, an arrow from it to each of its operands,
/// with their places where the order matters.
///
///     to_dot(f), to_dot(derivative(f, x))          dot -Tsvg
///     to_dot(gradient(f, x, z))                    several results, marked by their places: result 0, result 1, ...
///
/// Of what operators evaluate jointly it is the graph as the rules write it, before powers become products.
///
/// @return    a view of characters that the program holds, null-terminated; it converts to std::string_view and std::string
template <class F>
  requires(detail::printable_function<F>)
constexpr text to_dot(F const&) {
  return detail::document_text<detail::dot_document<F>>::view();
}

NABLA_OTHER_ARGUMENTS(text, to_dot, "takes a formula, or what is evaluated of one: to_dot(f)")

}  // namespace nabla
