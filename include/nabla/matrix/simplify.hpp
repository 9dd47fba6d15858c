#pragma once

#include <nabla/graph/present.hpp>
#include <nabla/matrix/call.hpp>
#include <nabla/matrix/canonical.hpp>

namespace nabla {

namespace detail {

/// A canonical node as people write it: binary operations; x' A x, and not the trace of that.
class matrix_presentation {
 public:
  constexpr explicit matrix_presentation(shaped_graph& sg) : sg_(sg), g_(sg.g) {}

  constexpr node_id operator()(node_id canonical) {
    node_id const id = presentation(g_)(canonical);
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    growable<node_id> forms;
    for (node_id i = 0; i <= id; ++i) forms.push(uses[i] && g_.count(i) > 0 ? form(i, forms) : i);
    return forms[id];
  }

 private:
  constexpr node_id form(node_id id, growable<node_id> const& forms) {
    if (sg_.is(id, kind_of_operation<matrix_product_op>)) {
      node_id product = forms[g_.operand(id, 0)];
      for (std::size_t k = 1; k < g_.count(id); ++k) product = g_.apply(info_of<matrix_product_op>, product, forms[g_.operand(id, k)]);
      return product;
    }
    if (sg_.is(id, kind_of_operation<trace_op>) && sg_.is_scalar(forms[g_.operand(id, 0)])) return forms[g_.operand(id, 0)];
    return with_operands(g_, id, forms.data());
  }

  shaped_graph& sg_;
  graph& g_;
};

template <class F>
struct simplified_matrix {
  static constexpr bool is_to_be_read = true;
  static constexpr void build(shaped_graph& sg, growable<node_id>& outputs) {
    lowered_types known;
    node_id const id = lower<F>(sg.g, known);
    matrix_canonical canonical(sg);
    node_id const form = canonical(id);
    outputs.push(canonical.overflowed() ? id : sg.filled(matrix_presentation(sg)(form), shape_of<F>));
  }
};

/// Instruction number I of a program, as a formula type.
template <class Recipe, std::uint32_t I, matrix_step Kind = matrix_compiled<Recipe>::value.instructions[I].kind>
struct reified_matrix;
template <class Recipe, std::uint32_t I>
using reified_matrix_t = typename reified_matrix<Recipe, I>::type;

template <rational Value>
struct reified_number {
  using type = std::remove_const_t<decltype(make_constant<Value>())>;
};
template <rational Value>
  requires(Value.denominator == 0)  // the bits of a floating-point number
struct reified_number<Value> {
  using type = apply<floating_op<static_cast<std::uint64_t>(Value.numerator)>>;
};
template <class Recipe, std::uint32_t I>
struct reified_matrix<Recipe, I, matrix_step::number>
    : reified_number<matrix_compiled<Recipe>::value.constants[matrix_compiled<Recipe>::value.instructions[I].first]> {};
template <class Recipe, std::uint32_t I>
struct reified_matrix<Recipe, I, matrix_step::extent> {
  using type = extent_symbol<matrix_compiled<Recipe>::value.variables[matrix_compiled<Recipe>::value.instructions[I].first].extent>;
};
template <class Recipe, std::uint32_t I>
struct reified_matrix<Recipe, I, matrix_step::argument> {
  using type = decltype(make_matrix_program_variable<Recipe, matrix_compiled<Recipe>::value.instructions[I].first>());
};
template <class Recipe, std::uint32_t I>
struct reified_matrix<Recipe, I, matrix_step::variable> {
  using type = decltype(make_matrix_program_variable<Recipe, matrix_compiled<Recipe>::value.instructions[I].first>());
};

template <class Recipe, std::uint32_t I, class Indices = std::make_index_sequence<matrix_compiled<Recipe>::value.instructions[I].count>>
struct reified_matrix_operation;
template <class Recipe, std::uint32_t I, std::size_t... K>
struct reified_matrix_operation<Recipe, I, std::index_sequence<K...>> {
  using type = apply<operation_t<matrix_compiled<Recipe>::value.instructions[I].operation>,
                     reified_matrix_t<Recipe, matrix_compiled<Recipe>::value.operand(I, K)>...>;
};
template <class Recipe, std::uint32_t I, matrix_step Kind>
struct reified_matrix : reified_matrix_operation<Recipe, I> {};

}  // namespace detail

/// The canonical form of a formula with a shape as an explicit type.
///
///     std::is_same_v<decltype(simplify(f)), decltype(simplify(g))>      proves f = g at the level of types
template <shaped_formula F>
constexpr auto simplify(F const&) {
  return detail::reified_matrix_t<detail::simplified_matrix<F>, detail::matrix_compiled<detail::simplified_matrix<F>>::value.outputs[0]>{};
}

}  // namespace nabla
