#pragma once

#include <array>
#include <functional>

#include <nabla/matrix/evaluate.hpp>
#include <nabla/matrix/derived.hpp>

// Calls of formulas with a shape, and of what the operators make of them.

namespace nabla::detail {

template <class T>
inline constexpr bool binds_a_formula = false;
template <class Variable, class Value>
inline constexpr bool binds_a_formula<binding<Variable, Value>> =
    shaped_formula<typename binding<Variable, Value>::value_type> || liftable<typename binding<Variable, Value>::value_type>;

/// The program of one or several formulas with shapes.
template <class... Formulas>
struct value_of_shaped {
  static constexpr void build(shaped_graph& sg, growable<node_id>& outputs) {
    lowered_types known;
    (outputs.push(lower<Formulas>(sg.g, known)), ...);
    sg.g.end_primal();
  }
};

template <class Variable>
inline constexpr bool a_matrix_is_bound_to = false;
template <class Variable>
inline constexpr bool one_matrix_is_bound_to = false;

/// A variable of a program as a type, for messages.
template <class Recipe, std::size_t I>
constexpr auto make_matrix_program_variable() {
  constexpr matrix_variable info = matrix_compiled<Recipe>::value.variables[I];
  constexpr fixed_string<info.name.size()> name(info.name);
  if constexpr (info.index == matrix_index) {
    return make_matrix_symbol<name, info.is_symmetric               ? matrix_kind::symmetric
                                    : info.shape.kind == rank::column ? matrix_kind::column
                                                                      : matrix_kind::general>(
        typename decltype(extent_type<info.shape.rows>())::type{}, typename decltype(extent_type<info.shape.columns>())::type{});
  } else if constexpr (info.index == variable_info::none) {
    return symbol<name>{};
  } else {
    return symbol<name, info.index>{};
  }
}

template <class Recipe, class Bound>
constexpr std::size_t first_badly_bound_matrix() {
  auto const& program = matrix_compiled<Recipe>::value;
  for (std::size_t k = 0; k < program.size.variables; ++k) {
    std::size_t const index = program.variables[k].index;
    if (index == extent_index || index == rows_index || index == columns_index) continue;
    if (Bound::times_bound(program.variables[k]) != 1) return k;
  }
  return program.size.variables;
}

template <class Recipe, class Bound>
constexpr bool knows_all_sizes() {
  auto const& program = matrix_compiled<Recipe>::value;
  for (std::size_t k = 0; k < program.size.instructions; ++k) {
    shape_value const& shape = program.instructions[k].shape;
    if (!Bound::knows(shape.rows) || !Bound::knows(shape.columns)) return false;
  }
  return true;
}

template <class Recipe, class Bound>
constexpr bool check_matrix_names() {
  constexpr std::size_t bad = first_badly_bound_matrix<Recipe, Bound>();
  if constexpr (bad != matrix_compiled<Recipe>::sizes.variables) {
    using variable = decltype(make_matrix_program_variable<Recipe, bad>());
    constexpr std::size_t times = Bound::times_bound(matrix_compiled<Recipe>::value.variables[bad]);
    static_assert(times > 0 || a_matrix_is_bound_to<variable>, "nabla: no value is bound to the variable named here");
    static_assert(times < 2 || one_matrix_is_bound_to<variable>, "nabla: the variable named here is bound twice in one call");
    return false;
  } else {
    constexpr bool known = knows_all_sizes<Recipe, Bound>();
    static_assert(known, "nabla: a size of this formula is that of no matrix that is bound: bind one that has it, also where its elements are not needed");
    return known;
  }
}

template <class... Bindings>
struct scalar_of_bindings {
  using type = typename joined_scalar<void, typename scalar_of_value<typename Bindings::value_type>::type...>::type;
};
/// Numbers adapt to the matrices beside them, as they do in Eigen's own products.
template <class... Bindings>
  requires(eigen_expression<typename Bindings::value_type> || ...)
struct scalar_of_bindings<Bindings...> {
  template <class Binding>
  using matrix_scalar = std::conditional_t<std::is_arithmetic_v<typename scalar_of_value<typename Binding::value_type>::type> &&
                                               !eigen_expression<typename Binding::value_type>,
                                           std::type_identity<void>, scalar_of_value<typename Binding::value_type>>;
  using type = typename joined_scalar<void, typename matrix_scalar<Bindings>::type...>::type;
};

template <class... Bindings>
using bound_by = bound_variables<typename scalar_of_bindings<Bindings...>::type, Bindings...>;

/// Runs a recipe with what is bound; `use(machine)` says where the outputs go.
template <class Recipe, class... Bindings, class Use>
auto run_matrix_program(Use use, Bindings const&... bindings) {
  using T = typename scalar_of_bindings<Bindings...>::type;
  using bound_type = bound_variables<T, Bindings...>;
  if constexpr (check_matrix_names<Recipe, bound_type>()) {
    bound_type const bound(bindings...);
    using workspace = matrix_workspace<Recipe, T>;
    if constexpr (workspace::is_fixed()) {
      workspace here;
      matrix_machine<Recipe, T, bound_type> machine(bound, here);
      machine.check();
      return use(machine, std::type_identity<T>{});
    } else {
      // Kept for the next call on this thread, so that it allocates nothing.
      static thread_local workspace kept;
      matrix_machine<Recipe, T, bound_type> machine(bound, kept);
      machine.check();
      return use(machine, std::type_identity<T>{});
    }
  }
}

/// The shape that an output has by its formula; that of its node may be a number's, which is then the number in each place.
template <class T, shape_value Shape>
struct shaped_output {
  using type = typename eigen_matrix_for<T, Shape>::type;
};
template <class T, shape_value Shape>
  requires(Shape.kind == rank::scalar)
struct shaped_output<T, Shape> {
  using type = T;
};

/// A call that was refused: the compiler has said why, and is given a value to go on with.
template <shape_value Shape>
auto refused_value() {
  return typename shaped_output<double, Shape>::type{};
}

template <class Variable>
inline constexpr bool every_argument_is_a_binding = is_binding_v<Variable>;

template <class... Bindings>
constexpr bool check_bindings() {
  if constexpr (!(is_binding_v<Bindings> && ...)) {
    static_assert((every_argument_is_a_binding<Bindings> && ...),
                  "nabla: a formula with matrices is called by name: f(A = M, x = v)");
    return false;
  } else {
    return (check_matrix_binding<Bindings>() && ...);
  }
}

// --- places for results

[[noreturn]] inline void refuse_output(std::string const& needed, std::string const& given) {
  throw std::invalid_argument("nabla: the result is " + needed + ", and the place for it " + given);
}

/// Whether a matrix of Eigen has, or takes, so many rows and columns; refused before any work where it does not.
template <class Out>
void prepare_output(Out& out, Eigen::Index rows, Eigen::Index columns) {
  if (out.rows() == rows && out.cols() == columns) return;
  if constexpr (std::is_base_of_v<Eigen::PlainObjectBase<Out>, Out>) {
    if ((Out::RowsAtCompileTime == Eigen::Dynamic || Out::RowsAtCompileTime == rows) && (Out::ColsAtCompileTime == Eigen::Dynamic || Out::ColsAtCompileTime == columns)) {
      out.resize(rows, columns);
      return;
    }
  }
  refuse_output(shape_text(rows, columns), shape_text(out.rows(), out.cols()));
}

/// A result on its way to where the caller wants it: in place in a matrix of Eigen, else by way of one.
template <class T, shape_value Shape, class Out>
class output_place {
  // Not a matrix, which may be called too, with two indices.
  static constexpr bool is_called = !eigen_expression<Out> && (std::is_invocable_v<Out&, std::size_t, std::size_t, T> || std::is_invocable_v<Out&, std::size_t, T>);

 public:
  template <class Bound>
  output_place(Bound const& bound, Out& out) : out_(out) {
    Eigen::Index const rows = bound.template size<Shape.rows>(), columns = bound.template size<Shape.columns>();
    if constexpr (is_called) {
    } else if constexpr (eigen_expression<Out>) {
      prepare_output(out, rows, columns);
    } else if (static_cast<Eigen::Index>(out.size()) != rows * columns) {
      refuse_output(shape_text(rows, columns), std::to_string(out.size()) + " elements");
    }
    matrix_.setZero(rows, columns);  // places are moved before they are written: GCC warns of what has no value then
  }
  auto& target() { return matrix_; }
  void finish() {
    if constexpr (eigen_expression<Out>) {
      out_ = matrix_.template cast<typename Out::Scalar>();
    } else if constexpr (std::is_invocable_v<Out&, std::size_t, std::size_t, T>) {
      for (Eigen::Index i = 0; i < matrix_.rows(); ++i) {
        for (Eigen::Index j = 0; j < matrix_.cols(); ++j) out_(static_cast<std::size_t>(i), static_cast<std::size_t>(j), matrix_(i, j));
      }
    } else if constexpr (std::is_invocable_v<Out&, std::size_t, T>) {
      for (Eigen::Index i = 0; i < matrix_.size(); ++i) out_(static_cast<std::size_t>(i), matrix_(i));
    } else {
      std::size_t at = 0;
      for (Eigen::Index i = 0; i < matrix_.rows(); ++i) {
        for (Eigen::Index j = 0; j < matrix_.cols(); ++j) out_[at++] = matrix_(i, j);
      }
    }
  }

 private:
  Out& out_;
  typename eigen_matrix_for<T, Shape>::type matrix_;
};

template <class Out, class T>
concept written_in_place = eigen_expression<Out> && std::is_same_v<typename std::remove_cvref_t<Out>::Scalar, T>;

template <class T, shape_value Shape, class Out>
  requires written_in_place<Out, T>
class output_place<T, Shape, Out> {
 public:
  template <class Bound>
  output_place(Bound const& bound, Out& out) : out_(out) {
    prepare_output(out, bound.template size<Shape.rows>(), bound.template size<Shape.columns>());
  }
  Out& target() { return out_; }
  void finish() {}

 private:
  Out& out_;
};

template <class T, shape_value Shape, class Out>
  requires(Shape.kind == rank::scalar)
class output_place<T, Shape, Out> {
 public:
  template <class Bound>
  output_place(Bound const&, Out& out) : out_(out) {}
  Out& target() { return out_; }
  void finish() {}

 private:
  Out& out_;
};

template <shape_value Shape, class T, class Bound, class Result>
void make_room([[maybe_unused]] Bound const& bound, [[maybe_unused]] Result& result) {
  if constexpr (!Shape.is_scalar()) result.resize(bound.template size<Shape.rows>(), bound.template size<Shape.columns>());
}

/// Evaluates the outputs of a recipe, of the shapes given.
///
/// @return  a std::tuple of scalars and matrices
template <class Recipe, shape_value... Shapes, class... Bindings>
auto evaluate_matrices(Bindings const&... bindings) {
  return run_matrix_program<Recipe>(
      [&]<class Machine, class T>(Machine& machine, std::type_identity<T>) {
        std::tuple<typename shaped_output<T, Shapes>::type...> results;
        std::apply(
            [&](auto&... result) {
              (make_room<Shapes, T>(machine.bound(), result), ...);
              machine.run(std::tie(result...));
            },
            results);
        return results;
      },
      bindings...);
}

/// The same, in place.
///
/// @param outs  a tuple of references
template <class Recipe, shape_value... Shapes, class... Outs, class... Bindings>
void write_matrices(std::tuple<Outs&...> const& outs, Bindings const&... bindings) {
  run_matrix_program<Recipe>(
      [&]<class Machine, class T>(Machine& machine, std::type_identity<T>) {
        std::apply(
            [&](auto&... out) {
              (machine.bound().check_place(out), ...);
              std::tuple<output_place<T, Shapes, Outs>...> places(output_place<T, Shapes, Outs>(machine.bound(), out)...);
              std::apply(
                  [&](auto&... place) {
                    machine.run(std::tie(place.target()...));
                    (place.finish(), ...);
                  },
                  places);
            },
            outs);
        return 0;
      },
      bindings...);
}

/// The scalar type of a call, behind the places for its results.
template <std::size_t Skipped, class... Arguments>
struct scalar_of_tail;
template <class... Bindings>
struct scalar_of_tail<0, Bindings...> : scalar_of_bindings<Bindings...> {};
template <std::size_t Skipped, class First, class... Rest>
  requires(Skipped > 0)
struct scalar_of_tail<Skipped, First, Rest...> : scalar_of_tail<Skipped - 1, Rest...> {};

// --- composition

template <class Shape, class Given>
inline constexpr bool the_formula_has_the_shape_of_the_variable = std::is_same_v<Shape, Given>;

template <class Binding>
constexpr bool check_composition() {
  using given = shaped_operand<typename Binding::value_type>;
  constexpr shape_value expected = shape_of<typename Binding::variable>, shape = shape_of<given>;
  constexpr bool fits = may_agree(expected.rows, shape.rows) && may_agree(expected.columns, shape.columns);
  static_assert(fits || the_formula_has_the_shape_of_the_variable<shape_type<expected>, shape_type<shape>>,
                "nabla: a formula put in the place of a variable has the variable's shape");
  return fits;
}

template <class Binding>
constexpr auto if_formula() {
  if constexpr (binds_a_formula<Binding>) {
    return std::tuple<std::type_identity<Binding>>{};
  } else {
    return std::tuple<>{};
  }
}
template <class Binding>
constexpr auto if_value(Binding const& binding) {
  if constexpr (binds_a_formula<Binding>) {
    return std::tuple<>{};
  } else {
    return std::tuple<std::reference_wrapper<Binding const>>(binding);
  }
}
template <class F, class... Bindings>
constexpr auto composed_with(std::tuple<std::type_identity<Bindings>...>) {
  if constexpr ((check_composition<Bindings>() && ...)) {
    return derived<substitution_rule, F, bound_formula<typename Bindings::variable, shaped_operand<typename Bindings::value_type>>...>{};
  }
}
template <class F, class... Bindings>
constexpr auto compose_shaped(Bindings const&... bindings) {
  auto const composed = composed_with<F>(std::tuple_cat(if_formula<Bindings>()...));
  if constexpr ((binds_a_formula<Bindings> && ...)) {
    return composed;
  } else {
    return std::apply([&](auto const&... values) { return call_shaped(composed, values.get()...); },
                      std::tuple_cat(if_value(bindings)...));
  }
}

}  // namespace nabla::detail
