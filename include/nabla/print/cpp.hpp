#pragma once

#include <nabla/print/operations.hpp>
#include <nabla/print/subject.hpp>
#include <nabla/print/writer.hpp>

namespace nabla {

namespace detail {

namespace from_outside {
// In a namespace of its own: GCC leaves out that of the function.
template <class NamedType>
constexpr text name_in_compiler() {
  return __PRETTY_FUNCTION__;
}
}  // namespace from_outside

/// The name of a type as it is written in a program, with namespaces.
template <class T>
constexpr text type_name() {
  text const pretty = from_outside::name_in_compiler<T>();
  text const before = "NamedType = ";
  std::size_t const start = pretty.find(before) + before.size();
  return pretty.substr(start, pretty.size() - start - 1);
}

/// An operation as C++ names it.
struct cpp_operation {
  operation_use of;
  text type;
  bool is_function = false;  // the library has a function of its name for it
};

/// Whether a program writes an operation of the library by its name: a function, or a constant. The steps of derivatives, which nobody
/// writes, have none: they say no samples, or are written as their definition.
template <class Operation>
constexpr bool has_function_of_its_name(std::size_t count) {
  text const type = type_name<Operation>(), name = Operation::name;
  bool const is_of_the_library = type.substr(0, 7) == "nabla::" && type.substr(7, name.size()) == name &&
                                 type.substr(7 + name.size()) == "_op";
  constexpr bool is_written = requires { Operation::samples; } || std::is_same_v<Operation, select_op> || std::is_same_v<Operation, equals_op>;
  return is_of_the_library && (is_written || count == 0) && !info_of<Operation>.is_transparent;
}

template <class Formula>
struct cpp_reading {
  static constexpr void append(growable<operation_use>& uses) {
    graph g;
    lower<Formula>(g);
    for (node_id id = 0; id < g.size(); ++id) {
      bool const is_call = form_of_operator_in_code(g.kind(id)).position == position_of_operator::call;
      if (is_call && !g.is_constant(id) && !g.is_variable(id) && !g.is(id, info_of<power>)) uses.push({g.kind(id), g.count(id)});
    }
  }
};

/// C++ that compiles to the same formula.
struct cpp_notation : plain_notation {
  static constexpr bool divides_by_denominators = false;
  cpp_operation const* operations;

  constexpr explicit cpp_notation(cpp_operation const* of) : operations(of) {}

  constexpr operator_form const& form_of(graph const& g, node_id id) const { return form_of_operator_in_code(g.kind(id)); }

  template <class Writer>
  constexpr void write_number(Writer& writer, rational value) const {
    writer.out.add(value.numerator);
    writer.out.add("_c");
    if (value.denominator == 1) return;
    writer.out.add("/");
    writer.out.add(value.denominator);
    writer.out.add("_c");
  }
  template <class Writer>
  constexpr void write_variable(Writer& writer, variable_info const& variable) const {
    bool const is_member = variable.index != variable_info::none;
    writer.out.add(is_member ? "nabla::symbol<\"" : "nabla::variable<\"");
    for (char c : variable.name) {
      auto const code = static_cast<unsigned char>(c);
      if (code < 32 || code > 126 || c == '"' || c == '\\' || c == '?') {
        writer.out.add('\\');
        for (int shift = 6; shift >= 0; shift -= 3) writer.out.add(static_cast<char>('0' + ((code >> shift) & 7)));
      } else {
        writer.out.add(c);
      }
    }
    writer.out.add("\"");
    if (is_member) {
      writer.out.add(", ");
      writer.out.add_digits(variable.index);
    }
    writer.out.add(is_member ? ">{}" : ">");
  }
  template <class Writer>
  constexpr void write_function(Writer& writer, node_id id) const {
    graph const& g = writer.g;
    if (g.is(id, info_of<power>)) return writer.out.add("pow");
    cpp_operation const* at = operations;
    while (!(at->of == operation_use{g.kind(id), g.count(id)})) ++at;
    bool const is_constant = g.count(id) == 0;
    if (at->is_function) {
      if (is_constant) writer.out.add("nabla::");  // functions are found by their arguments
      return writer.out.add(g.operation(id)->name);
    }
    writer.out.add(is_constant ? "nabla::apply<" : "nabla::apply_op<");
    write_type(writer.out, at->type);
    writer.out.add(is_constant ? ">{}" : ">");
  }

 private:
  /// A type without the namespaces that have no name, through which it is found anyway, and with that of its texts, which Clang leaves out.
  static constexpr void write_type(text_builder& out, text type) {
    text const texts = "fixed_string<";
    bool is_qualified = false;
    while (!type.empty()) {
      if (!is_qualified && type.substr(0, texts.size()) == texts) out.add("nabla::");
      is_qualified = type[0] == ':';
      std::size_t unnamed = 0;
      for (text name : {"{anonymous}::", "(anonymous namespace)::"}) {
        if (type.substr(0, name.size()) == name) unnamed = name.size();
      }
      if (unnamed == 0) out.add(type[0]);
      type = type.substr(unnamed == 0 ? 1 : unnamed);
    }
  }
};

template <class Formula>
struct cpp_document {
  static constexpr auto const& found = operations_in<cpp_reading<Formula>>::value;

  static constexpr void write(text_builder& out) { write(out, std::make_index_sequence<found.size>{}); }

  template <std::size_t... I>
  static constexpr void write(text_builder& out, std::index_sequence<I...>) {
    cpp_operation const operations[] = {{found.all[I], type_name<operation_t<found.all[I].operation>>(),
                                         has_function_of_its_name<operation_t<found.all[I].operation>>(found.all[I].count)}...,
                                        {}};
    graph g;
    node_id const id = lower<Formula>(g);
    cpp_notation const notation(operations);
    formula_writer<cpp_notation>(g, notation, out).write(id);
  }
};

}  // namespace detail

/// C++ that compiles to the same formula, the same type, where nabla::literals are in use.
///
///     to_cpp(2_c * pow(x, 2_c)) == "2_c*pow(nabla::variable<\"x\">, 2_c)"
///
/// An operation that is no function of the library, a user's or a step of a derivative, is applied by its type:
/// nabla::apply_op<demo::cube_op>(...). A formula that no program can write, of numbers that the library would have computed, is not
/// the same afterwards.
///
/// @return    a view of characters that the program holds, null-terminated; it converts to std::string_view and std::string
template <class F>
  requires(detail::typed<F>)
constexpr text to_cpp(F const&) {
  return detail::document_text<detail::cpp_document<typename detail::lifted_operand<F>::type>>::view();
}

NABLA_OTHER_ARGUMENTS(text, to_cpp, "writes one formula: an entry of a gradient or of a tuple, to_cpp(gradient(f, x, y)[x])")

}  // namespace nabla
