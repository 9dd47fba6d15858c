#pragma once

#include <nabla/graph/arguments.hpp>
#include <nabla/graph/machine.hpp>
#include <nabla/graph/recorded.hpp>

namespace nabla {

namespace detail {

template <class... Arguments>
inline constexpr bool is_the_value_of_one_variable = false;
template <class Variables>
inline constexpr bool the_values_are_named_because_there_are_several_variables = Variables::length <= 1;

// How a call ends, once the inputs of the program and the scalar type are known, is an object with
//
//     Ending::recipe                 what is run
//     ending.run<T>(inputs)          the program's result
//     ending.refuse()                what a refused call gives
//     ending.writes_where_told<T>    whether results are stored while inputs are read; and then
//     ending.touches(first, last)    whether they are stored among the inputs [first, last)
//
// outputs_returned (machine.hpp) gives the outputs.

/// Whether two rows of numbers have something in common. Not for constant evaluation, which knows no order of addresses.
template <class T>
NABLA_ALWAYS_INLINE bool rows_overlap(T const* first, T const* last, T const* other_first, T const* other_last) {
  auto const address = [](T const* at) { return reinterpret_cast<std::uintptr_t>(at); };
  return address(first) < address(other_last) && address(other_first) < address(last);
}

/// The inputs where they are, or a copy of them where results are stored among them.
template <class T, std::size_t Count, class Ending>
NABLA_ALWAYS_INLINE constexpr T const* apart(T const* row, T (&copy)[Count], Ending const& ending) {
  if (std::is_constant_evaluated() || ending.touches(row, row + Count)) {
    for (std::size_t k = 0; k < Count; ++k) copy[k] = row[k];
    return copy;
  }
  return row;
}

template <class T, class Ending, class... Bindings, std::size_t... K>
NABLA_ALWAYS_INLINE constexpr auto run_by_name(Ending const& ending, [[maybe_unused]] references<Bindings...> const& bindings,
                                               std::index_sequence<K...>) {
  [[maybe_unused]] constexpr auto const& program = signature_of<typename Ending::recipe>::value;
  if constexpr (sizeof...(K) == 0) {
    return ending.template run<T>(static_cast<T const*>(nullptr));
  } else {
    T const inputs[] = {value_at<locate<Bindings...>(program.variables[K]), T>(bindings)...};
    return ending.template run<T>(static_cast<T const*>(inputs));
  }
}

template <class List, std::size_t Given>
inline constexpr bool as_many_values_as_arguments = Given == List::length;

/// Where the scalars of an argument stand in a row, of the type of the call already: the start of the row.
template <class T, class Argument>
NABLA_ALWAYS_INLINE constexpr auto row_of(Argument const& argument) {
  if constexpr (!std::is_class_v<Argument>) {  // a pointer, which is_pointer does not see where it is __restrict, or an array
    if constexpr (std::is_convertible_v<Argument const&, T const*>) return static_cast<T const*>(argument);
  } else if constexpr (requires { requires std::is_same_v<std::remove_const_t<std::remove_pointer_t<decltype(argument.data())>>, T>; }) {
    // Of a matrix expression with a stride, data() is no row; what has one says how far its elements are apart.
    if constexpr (!requires { argument.innerStride(); }) {
      return static_cast<T const*>(argument.data());
    } else if constexpr (requires { requires Argument::InnerStrideAtCompileTime == 1; }) {
      return static_cast<T const*>(argument.data());
    }
  }
}
template <class T, class... Arguments>
inline constexpr bool are_rows = (!std::is_void_v<decltype(row_of<T>(std::declval<Arguments const&>()))> && ...);

/// Where each variable of a program stands among the arguments of its function.
template <class Recipe, class List>
struct input_places {
  static constexpr std::size_t count = signature_of<Recipe>::value.size.variables;
  struct table {
    std::uint32_t of[count + 1];
    bool in_order = true;
    constexpr table() : of{} {
      for (std::size_t k = 0; k < count; ++k) {
        of[k] = static_cast<std::uint32_t>(List::find(signature_of<Recipe>::value.variables[k]).flat);
        in_order = in_order && of[k] == k;
      }
    }
  };
  static constexpr table value{};
};

/// Inputs that are read where they are, by their places; of two rows, the second stands behind the first.
template <class T>
struct placed_inputs {
  T const* row;
  std::uint32_t const* places;
  NABLA_ALWAYS_INLINE constexpr T const& operator[](std::size_t k) const { return row[places[k]]; }
};
/// Two rows, read in the order of the program.
template <class T, std::size_t First>
struct two_rows {
  T const* first;
  T const* second;
  NABLA_ALWAYS_INLINE constexpr T const& operator[](std::size_t k) const { return k < First ? first[k] : second[k - First]; }
};
template <class Vector, class T, std::size_t First>
NABLA_ALWAYS_INLINE Vector lanes_from(two_rows<T, First> const& inputs, std::size_t k) {
  if (k + Vector::count <= First) return Vector::load(inputs.first + k);
  if (k >= First) return Vector::load(inputs.second + (k - First));
  Vector result;
  for (std::uint32_t l = 0; l < Vector::count; ++l) result.values[l] = inputs[k + l];
  return result;
}
/// The second of two rows.
template <class T, std::size_t First>
struct second_row {
  T const* row;
  NABLA_ALWAYS_INLINE constexpr T const& operator[](std::size_t k) const { return row[k - First]; }
};
template <class Vector, class T, std::size_t First>
NABLA_ALWAYS_INLINE Vector lanes_from(second_row<T, First> const& inputs, std::size_t k) {
  return Vector::load(inputs.row + (k - First));
}
template <std::uint32_t Least, std::uint32_t Most, class T, std::size_t First>
NABLA_ALWAYS_INLINE constexpr auto inputs_between(two_rows<T, First> const& inputs) {
  if constexpr (Most < First) {
    return inputs.first;
  } else if constexpr (Least >= First) {
    return second_row<T, First>{inputs.second};
  } else {
    return inputs;
  }
}
template <class T, std::size_t First>
struct two_placed_inputs {
  T const* first;
  T const* second;
  std::uint32_t const* places;
  NABLA_ALWAYS_INLINE constexpr T const& operator[](std::size_t k) const {
    return places[k] < First ? first[places[k]] : second[places[k] - First];
  }
};

template <class List, class T, class Ending>
NABLA_ALWAYS_INLINE constexpr auto run_on_row(Ending const& ending, T const* row) {
  constexpr auto const& places = input_places<typename Ending::recipe, List>::value;
  if constexpr (places.in_order) {
    return ending.template run<T>(row);
  } else {
    return ending.template run<T>(placed_inputs<T>{row, places.of});
  }
}
template <class List, class T, class Ending>
NABLA_ALWAYS_INLINE constexpr auto run_on_rows(Ending const& ending, T const* first, T const* second) {
  if constexpr (constexpr auto const& places = input_places<typename Ending::recipe, List>::value; places.in_order) {
    return ending.template run<T>(two_rows<T, List::first_length>{first, second});
  } else {
    return ending.template run<T>(two_placed_inputs<T, List::first_length>{first, second, places.of});
  }
}

template <class List, call_form Form, class T, class Ending, class... Arguments, std::size_t... K>
NABLA_ALWAYS_INLINE constexpr auto run_by_position(Ending const& ending, [[maybe_unused]] references<Arguments...> const& arguments,
                                                   std::index_sequence<K...>) {
  [[maybe_unused]] constexpr auto const& program = signature_of<typename Ending::recipe>::value;
  if constexpr (sizeof...(K) == 0) {
    return ending.template run<T>(static_cast<T const*>(nullptr));
  } else if constexpr (Form == call_form::scalars || sizeof...(Arguments) > 2 || !are_rows<T, Arguments...>) {
    T const inputs[] = {value_at_place<List::find(program.variables[K]), Form, T>(arguments)...};
    return ending.template run<T>(static_cast<T const*>(inputs));
  } else if constexpr (sizeof...(Arguments) == 1) {
    if constexpr (Ending::template writes_where_told<T>) {
      T copy[List::length];
      return run_on_row<List, T>(ending, apart(row_of<T>(argument<0>(arguments)), copy, ending));
    } else {
      return run_on_row<List, T>(ending, row_of<T>(argument<0>(arguments)));
    }
  } else if constexpr (Ending::template writes_where_told<T>) {
    T first[List::first_length], second[List::length - List::first_length];
    return run_on_rows<List, T>(ending, apart(row_of<T>(argument<0>(arguments)), first, ending),
                                        apart(row_of<T>(argument<1>(arguments)), second, ending));
  } else {
    return run_on_rows<List, T>(ending, row_of<T>(argument<0>(arguments)), row_of<T>(argument<1>(arguments)));
  }
}

template <class Variable, std::size_t Given>
inline constexpr bool as_many_values_as_the_family_has =
    Given == static_cast<std::size_t>(-1) || Given == variable_binding_info<Variable>::members;

template <class Variable, class Argument>
inline constexpr bool entry_has_the_size_of = true;
template <class Variable, many_values Argument>
inline constexpr bool entry_has_the_size_of<Variable, Argument> = as_many_values_as_the_family_has<Variable, static_size<Argument>()>;

template <class List, class... Arguments>
inline constexpr bool arrays_have_the_sizes_of_the_families = true;
template <class... Variables, class... Arguments>
inline constexpr bool arrays_have_the_sizes_of_the_families<argument_list<Variables...>, Arguments...> =
    (entry_has_the_size_of<Variables, Arguments> && ...);

template <class List, call_form Form, class... Arguments>
constexpr bool check_size() {
  if constexpr (Form == call_form::by_entry) {
    static_assert(arrays_have_the_sizes_of_the_families<List, std::remove_cvref_t<Arguments>...>,
                  "nabla: the array has another size than the function has variables");
    return arrays_have_the_sizes_of_the_families<List, std::remove_cvref_t<Arguments>...>;
  } else if constexpr (Form == call_form::one_array) {
    constexpr std::size_t given = static_size<std::remove_cvref_t<Arguments>...>();
    if constexpr (given != static_cast<std::size_t>(-1) && given != List::length) {
      static_assert(as_many_values_as_arguments<List, given>,
                    "nabla: the array has another size than the function has variables");
      return false;
    }
  }
  return true;
}

template <class Variable, class List>
inline constexpr bool is_among_the_arguments = List::find(Variable::info).entry != static_cast<std::size_t>(-1);

/// The first variable of a program that is not among the arguments of its function; their number where all are.
template <class Recipe, class List>
inline constexpr std::size_t first_missing = [] {
  auto const& program = signature_of<Recipe>::value;
  std::size_t k = 0;
  while (k < program.size.variables && List::find(program.variables[k]).entry != static_cast<std::size_t>(-1)) ++k;
  return k;
}();

template <class Recipe, class List>
constexpr bool check_arguments() {
  if constexpr (first_missing<Recipe, List> == signature_of<Recipe>::value.size.variables) {
    return true;
  } else {
    static_assert(is_among_the_arguments<program_variable<Recipe, first_missing<Recipe, List>>, List>,
                  "nabla: the variable named here occurs in the formula, but not among the arguments of nabla::function");
    return false;
  }
}

/// The checks of a call by position; each failure is one message, and false.
template <class Recipe, class List, class... Arguments>
constexpr bool check_positions() {
  constexpr call_form form = form_of_call(List{}, std::type_identity<Arguments>{}...);
  static_assert(form != call_form::none,
                "nabla: a function takes one value for each of its variables, in their order, or one array of all of them, or an "
                "array for each family");
  if constexpr (form == call_form::none) {
    return false;
  } else {
    return check_size<List, form, Arguments...>() && check_program<Recipe, is_made<Recipe>>() && check_arguments<Recipe, List>();
  }
}

template <class Recipe, std::size_t... K>
constexpr auto variables_as_arguments(std::index_sequence<K...>) {
  return argument_list<program_variable<Recipe, K>...>{};
}

/// The argument_list of a call by position: that of a function, or the variables of a formula.
template <class Recipe, class List>
constexpr auto positions_of_call() {
  if constexpr (std::is_void_v<List>) {
    return variables_as_arguments<Recipe>(std::make_index_sequence<signature_of<Recipe>::value.size.variables>{});
  } else {
    return List{};
  }
}

/// Runs a recipe on the arguments of a call. `List` is the argument_list of a function, or void for what is called by name (and
/// by position where it has one variable, and with anything where it has none).
///
/// @param ending  what is done with the program: see the head of this file
/// @return        what the ending gives
template <class List, class Ending, class... Arguments>
NABLA_ALWAYS_INLINE constexpr auto run_to(Ending const& ending, Arguments const&... arguments) {
  using recipe = typename Ending::recipe;
  constexpr std::size_t variables = signature_of<recipe>::value.size.variables;
  if constexpr (sizeof...(Arguments) > 0 && (is_binding_v<Arguments> && ...)) {
    if constexpr (check_names<recipe, Arguments...>()) {
      (assert_bound_members<recipe>(arguments), ...);
      return run_by_name<named_scalar_t<recipe, Arguments...>>(ending, references<Arguments...>{{arguments}...},
                                                               std::make_index_sequence<variables>{});
    } else {
      return ending.refuse();
    }
  } else if constexpr ((is_binding_v<Arguments> || ...)) {
    static_assert((is_binding_v<Arguments> && ...), "nabla: name all values of a call, or none");
    return ending.refuse();
  } else if constexpr (std::is_void_v<List> && variables == 0) {
    return ending.template run<any_scalar_t<Arguments...>>(static_cast<any_scalar_t<Arguments...> const*>(nullptr));
  } else if constexpr (!std::is_void_v<List> || (variables == 1 && sizeof...(Arguments) == 1 && !(many_values<Arguments> && ...))) {
    using list = decltype(positions_of_call<recipe, List>());
    if constexpr (check_positions<recipe, list, Arguments...>()) {
      constexpr call_form form = form_of_call(list{}, std::type_identity<Arguments>{}...);
      if constexpr (form == call_form::one_array) {
        (assert_size(arguments, list::length), ...);
      } else if constexpr (form == call_form::by_entry) {
        assert_members_of(list{}, arguments...);
      }
      return run_by_position<list, form, scalar_t<Arguments...>>(ending, references<Arguments...>{{arguments}...},
                                                                 std::make_index_sequence<variables>{});
    } else {
      return ending.refuse();
    }
  } else if constexpr (variables == 1) {
    static_assert(is_the_value_of_one_variable<Arguments...>, "nabla: a formula of one variable takes one value");
    return ending.refuse();
  } else {
    using names = decltype(positions_of_call<recipe, List>());
    static_assert(the_values_are_named_because_there_are_several_variables<names>,
                  "nabla: a formula of several variables is called by name, as in f(x = 1.0, y = 2.0), or made a function of "
                  "positions by nabla::function(f, x, y); its variables are named here");
    return ending.refuse();
  }
}

/// Runs a recipe on the arguments of a call, and gives std::array of its outputs, of the scalar type of the call.
template <class Recipe, class List, class... Arguments>
NABLA_ALWAYS_INLINE constexpr auto run(Arguments const&... arguments) {
  return run_to<List>(outputs_returned<Recipe>{}, arguments...);
}

template <class... Arguments>
inline constexpr bool are_named_values = sizeof...(Arguments) > 0 && ((is_binding_v<Arguments> && !binds_formula<Arguments>) && ...);

/// The program of a formula itself.
template <class... Formulas>
struct value_recipe {
  static constexpr goal purpose = goal::run;
  static constexpr std::size_t estimate = (tree_size<Formulas> + ... + 0);
  static constexpr void build(graph& g, growable<node_id>& outputs) {
    lowered_types known;
    (outputs.push(lower<Formulas>(g, known)), ...);
    g.end_primal();
  }
};

template <class Formula>
using only_variable = program_variable<value_recipe<Formula>, 0>;

template <class Formula, class Argument>
constexpr bool composes_by_position() {
  if constexpr (liftable<Argument>) {
    return compiled<value_recipe<Formula>>::value.size.variables == 1;
  } else {
    return false;
  }
}

/// Whether a call has formulas among its arguments, and so gives one.
template <class Formula, class... Arguments>
constexpr bool composes() {
  if constexpr ((binds_formula<Arguments> || ...)) {
    return true;
  } else {
    return sizeof...(Arguments) == 1 && (composes_by_position<Formula, Arguments>() && ...);
  }
}

template <class Formula, class... Arguments>
NABLA_ALWAYS_INLINE constexpr auto call(Arguments const&... arguments) {
  if constexpr ((binds_formula<Arguments> || ...)) {
    using composed = substitute_t<Formula, Arguments...>;
    if constexpr ((binds_formula<Arguments> && ...)) {
      return composed{};
    } else {
      return math::with_value(run_to<void>(outputs_returned<value_recipe<composed>>{}, arguments...)[0]);
    }
  } else if constexpr (composes<Formula, Arguments...>()) {
    return substitute_t<Formula, binding<only_variable<Formula>, Arguments>...>{};
  } else {
    return math::with_value(run_to<void>(outputs_returned<value_recipe<Formula>>{}, arguments...)[0]);
  }
}

template <class Operation, class T, class... Operands>
constexpr T value_by_definition(Operands const&... operands) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    using formula = lift_t<decltype(Operation::definition(symbol<"operand", I>{}...))>;
    using list = argument_list<symbol<"operand", I>...>;
    return T(run<value_recipe<formula>, list>(T(operands)...)[0]);
  }(std::make_index_sequence<sizeof...(Operands)>{});
}

/// A condition as a formula, to run it.
template <class Condition>
using indicator = apply<select_op, Condition, constant<1>, constant<0>>;

template <class Condition, class... Arguments>
NABLA_ALWAYS_INLINE constexpr auto call_of_condition(Arguments const&... arguments) {
  if constexpr (sizeof...(Arguments) > 0 && (binds_formula<Arguments> && ...)) {
    return substitute_t<Condition, Arguments...>{};
  } else {
    return call<indicator<Condition>>(arguments...) != 0;
  }
}

}  // namespace detail

template <condition Condition, class... Arguments>
constexpr auto call_condition(Condition, Arguments const&... arguments) {
  if constexpr (detail::are_named_values<Arguments...>) {
    [[maybe_unused]] constexpr bool checked = detail::check_names<detail::value_recipe<detail::indicator<Condition>>, Arguments...>();
  }
  return detail::call_of_condition<Condition>(arguments...);
}

template <expression Formula, class... Arguments>
constexpr auto call_expression(Formula, Arguments const&... arguments) {
  // Checked here already, and run from here, so that a refusal is short: a compiler writes one line, or three, for each level.
  if constexpr (detail::are_named_values<Arguments...>) {
    [[maybe_unused]] constexpr bool checked = detail::check_names<detail::value_recipe<Formula>, Arguments...>();
  }
  if constexpr (!detail::composes<Formula, Arguments...>()) {
    return math::with_value(detail::run_to<void>(detail::outputs_returned<detail::value_recipe<Formula>>{}, arguments...)[0]);
  } else if constexpr (sizeof...(Arguments) > 1 && (detail::binds_formula<Arguments> && ...)) {
    if constexpr (detail::check_bound_once<Arguments...>()) {
      return detail::substitute_t<Formula, Arguments...>{};
    } else {
      return zero;
    }
  } else {
    return detail::call<Formula>(arguments...);
  }
}

}  // namespace nabla
