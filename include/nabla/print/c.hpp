#pragma once

#include <new>  // std::exception, without what else <exception> has

#include <nabla/print/c_function.hpp>
#include <nabla/print/operations.hpp>
#include <nabla/print/spelled.hpp>
#include <nabla/print/subject.hpp>
#include <nabla/print/text_array.hpp>

namespace nabla {

namespace detail {

template <class List>
constexpr void append_parameters(std::type_identity<List>, graph const& g, c_parameters& parameters) {
  parameters.add_in_order_of_names(g);
}
template <class... Variables>
constexpr void append_parameters(std::type_identity<argument_list<Variables...>>, graph const&, c_parameters& parameters) {
  (parameters.add(variable_binding_info<Variables>::info, variable_binding_info<Variables>::members != 0), ...);
}

/// An operation of so many operands that C does not have, and how it is written by others.
struct c_spelling {
  operation_use of;
  node_id (*spell)(spelling& to, node_id const* operands) = nullptr;
};

/// The operations of a program that C does not have.
template <class Recipe>
struct c_reading {
  static constexpr void append(growable<operation_use>& uses) {
    auto const& program = compiled<Recipe>::value;
    for (std::size_t i = 0; i < program.size.instructions; ++i) {
      instruction const& step = program.instructions[i];
      if (kind_of(step) == step_kind::operation && !is_written_in_c(step.operation, step.count)) uses.push({step.operation, step.count});
    }
  }
};

template <std::uint64_t Operation, std::uint32_t Count>
constexpr node_id spell_operands(spelling& to, node_id const* operands) {
  return spell<operation_t<Operation>>(to, operands, std::make_index_sequence<Count>{});
}

/// The function in C of a formula or an operator's result, but for its name.
template <class F>
struct c_document {
  using subject = print_subject<F>;
  using recipe = typename subject::recipe;
  static constexpr std::size_t expected_length = 1000 + 24 * compiled<recipe>::value.size.instructions;

  static constexpr void write(text_builder& out) { write(out, std::make_index_sequence<operations_in<c_reading<recipe>>::value.size>{}); }

 private:
  template <std::size_t... I>
  static constexpr void write(text_builder& out, std::index_sequence<I...>) {
    [[maybe_unused]] constexpr auto const& found = operations_in<c_reading<recipe>>::value;
    c_spelling const spellings[] = {{found.all[I], &spell_operands<found.all[I].operation, found.all[I].count>}..., {}};
    graph g;
    growable<node_id> outputs;
    build_graph<recipe>(g, outputs);
    c_parameters parameters;
    append_parameters(std::type_identity<typename subject::arguments>{}, g, parameters);
    spell_all(g, outputs, spellings, sizeof...(I));
    growable<std::uint32_t> layout;
    subject::append_layout(layout);
    c_function_writer(g, outputs, parameters, out).template write<double>(layout, subject::is_vector);
  }

  static constexpr void spell_all(graph& g, growable<node_id>& outputs, c_spelling const* spellings, std::size_t size) {
    if (size == 0) return;
    growable<std::uint32_t> const uses = count_uses(g, outputs);
    growable<node_id> replaced(uses.size(), no_node);
    spelling to{g, {}};
    for (node_id id = 0; id < uses.size(); ++id) {
      if (!uses[id]) continue;
      c_spelling const* const end = spellings + size;
      c_spelling const* at = spellings;
      while (at != end && !(at->of == operation_use{g.kind(id), g.count(id)})) ++at;
      if (at == end) {
        replaced[id] = with_operands(g, id, replaced.data());
      } else {
        growable<node_id> operands;
        for (std::size_t k = 0; k < g.count(id); ++k) operands.push(replaced[g.operand(id, k)]);
        replaced[id] = at->spell(to, operands.data());
      }
    }
    for (node_id& output : outputs) output = replaced[output];
  }
};

struct name_refused_by_c : std::exception {
  char const* what() const noexcept override {
    return "nabla: to_c names the function by an identifier of C that is no keyword and not of <math.h>, and begins with no nabla_";
  }
};
/// Called in constant evaluation it is the error itself, as it is not constexpr.
[[noreturn]] inline void to_c_takes_an_identifier_of_c_to_name_the_function() {
#if defined(__cpp_exceptions)
  throw name_refused_by_c();
#else
  __builtin_trap();
#endif
}

template <class Operation>
inline constexpr bool can_be_written_in_c = std::is_void_v<Operation>;

template <class F>
constexpr bool check_written_in_c() {
  constexpr std::uint64_t refused = document_text<c_document<F>>::value.refused;
  if constexpr (refused != 0) {
    static_assert(can_be_written_in_c<operation_t<refused>>,
                  "nabla: to_c has no C for the operation named here, which is neither a function of <math.h> nor computed by such");
  }
  return refused == 0;
}

}  // namespace detail

/// A self-contained function in C99 of double that computes what a call computes, by the same operations in the same order.
///
///     to_c(f, "f")                                        double f(double x, double z)
///     to_c(nabla::function(f, q, x), "f")                 double f(double const* q, double x)
///     to_c(value_and_gradient(f, x, z), "f")              void f(double x, double z, double* out)
///
/// The arguments are those of a `nabla::function` in their order, and else the variables of the formula in the order of their names;
/// a family is an array. One number is returned; of several, those of tuples, gradients, Jacobians, Hessians and all that operators
/// evaluate jointly, is written to `out`, as in the result: value, gradient, matrices row by row with their zeros. Names of
/// variables that are no identifiers of C become some.
///
/// @param name   string literal: the name of the function
/// @return    a `text_array`: characters, null-terminated, held by the object; constexpr. Functions that C lacks and nabla computes itself
///            (digamma and its derivatives, those of sinc) stand before the one that calls them, static and named nabla_..., once in
///            a file of several
/// @cost      of the function as of a call: what is used more than once is a local variable
/// @refuses   an operation that another library computes (Bessel, Airy and Lambert functions, elliptic integrals), by name; a name that is no identifier
///            of C, or one of <math.h>: in a constant expression an error, at run time a std::exception               test/fail/to_c_*.cpp
/// @law       the result is that of the call to the last bit, where the compiler of C contracts nothing (-ffp-contract=off) and calls
///            the same mathematical library                                                                        test/print/c
template <class F, std::size_t N>
  requires(detail::printable_function<F>)
constexpr auto to_c(F const&, char const (&name)[N]) {
  constexpr auto const& written = detail::document_text<detail::c_document<F>>::value;
  text_array<written.size + N - 1> result;
  if constexpr (detail::check_written_in_c<F>()) {
    if (!detail::is_identifier_of_c(text(name, N - 1)) || detail::is_used_in_c(text(name, N - 1))) {
      detail::to_c_takes_an_identifier_of_c_to_name_the_function();
    }
    char* to = result.characters;
    for (std::size_t i = 0; i < written.mark; ++i) *to++ = written.characters[i];
    for (std::size_t i = 0; i + 1 < N; ++i) *to++ = name[i];
    for (std::size_t i = written.mark; i < written.size; ++i) *to++ = written.characters[i];
  }
  return result;
}

NABLA_OTHER_ARGUMENTS(text, to_c, "takes a formula, or what is evaluated of one, and a name in quotes: to_c(f, \"f\")")

}  // namespace nabla
