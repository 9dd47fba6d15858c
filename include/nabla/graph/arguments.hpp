#pragma once

#include <array>
#include <cassert>
#include <utility>

#include <nabla/config.hpp>
#include <nabla/formula/substitute.hpp>
#include <nabla/graph/reify.hpp>
#include <nabla/graph/scalar.hpp>

namespace nabla::detail {

// How the arguments of a call become the values of a program's variables, decided at compile time: by name, or by position.

/// Where the value of a variable stands: in which argument, and at which index of it where that holds many.
struct location {
  std::size_t argument = static_cast<std::size_t>(-1);
  std::size_t index = variable_info::none;
};

/// The arguments of a call, by reference.
template <std::size_t I, class T>
struct indexed_reference {
  T const& value;
};
template <class Indices, class... Arguments>
struct references_at;
template <std::size_t... I, class... Arguments>
struct references_at<std::index_sequence<I...>, Arguments...> : indexed_reference<I, Arguments>... {};

template <class... Arguments>
using references = references_at<std::make_index_sequence<sizeof...(Arguments)>, Arguments...>;

template <std::size_t I, class T>
NABLA_ALWAYS_INLINE constexpr T const& argument(indexed_reference<I, T> const& reference) {
  return reference.value;
}

/// Number of values of a type that says how many it holds (an array, a std::array, a span of fixed extent, a fixed-size Eigen
/// vector), or -1.
template <class T>
constexpr std::size_t static_size() {
  if constexpr (std::is_array_v<T>) {
    return std::extent_v<T>;
  } else if constexpr (requires { std::tuple_size<T>::value; }) {
    return std::tuple_size<T>::value;
  } else if constexpr (requires { T::extent; }) {
    return T::extent;
  } else if constexpr (requires { T::SizeAtCompileTime; }) {
    return T::SizeAtCompileTime < 0 ? static_cast<std::size_t>(-1) : static_cast<std::size_t>(T::SizeAtCompileTime);
  } else {
    return static_cast<std::size_t>(-1);
  }
}

// --- by name

template <class Variable>
struct variable_binding_info;
template <fixed_string Name, std::size_t... Index>
struct variable_binding_info<symbol<Name, Index...>> {
  static constexpr variable_info info = symbol<Name, Index...>::info;
  static constexpr std::size_t members = 0;
};
template <fixed_string Name, std::size_t Size>
struct variable_binding_info<family<Name, Size>> {
  static constexpr variable_info info{Name.view(), variable_info::none, 0};
  static constexpr std::size_t members = Size;
};

template <class Binding>
constexpr bool binds(variable_info const& variable) {
  if (binds_formula<Binding>) return false;  // substituted before
  using bound = variable_binding_info<typename Binding::variable>;
  if (bound::members == 0) return bound::info == variable;
  return bound::info.name == variable.name && variable.index < bound::members;
}

template <class... Bindings>
constexpr location locate(variable_info const& variable) {
  location where;
  std::size_t argument = 0;
  ((binds<Bindings>(variable)
        ? void(where = {argument, variable_binding_info<typename Bindings::variable>::members ? variable.index
                                                                                               : variable_info::none})
        : void(),
    ++argument),
   ...);
  return where;
}

template <class... Bindings>
constexpr std::size_t times_bound(variable_info const& variable) {
  return (std::size_t{binds<Bindings>(variable)} + ... + 0);
}

template <class Variable, class... Bindings>
inline constexpr bool a_value_is_bound_to = times_bound<Bindings...>(Variable::info) > 0;
template <class Variable, class... Bindings>
inline constexpr bool one_value_is_bound_to = times_bound<Bindings...>(Variable::info) <= 1;

/// Whether a program needs a binding.
template <class Recipe, class Binding>
constexpr bool is_needed() {
  auto const& program = signature_of<Recipe>::value;
  for (std::size_t k = 0; k < program.size.variables; ++k) {
    if (binds<Binding>(program.variables[k])) return true;
  }
  return false;
}

/// The first variable of a program for which a condition fails is the one that the message names.
template <class Recipe, class... Bindings>
constexpr std::size_t first_badly_bound() {
  auto const& program = signature_of<Recipe>::value;
  for (std::size_t k = 0; k < program.size.variables; ++k) {
    if (times_bound<Bindings...>(program.variables[k]) != 1) return k;
  }
  return program.size.variables;
}

// Of a concept in a static_assert a compiler tells why it does not hold: three lines for each of its parts.
template <class Value>
inline constexpr bool is_one_value = !many_values<Value> && !is_family_v<Value>;
template <class Value>
inline constexpr bool are_many_values = many_values<Value>;

template <class Recipe, class Binding>
constexpr bool check_binding() {
  using value = typename Binding::value_type;
  constexpr std::size_t members = variable_binding_info<typename Binding::variable>::members;
  if constexpr (!is_needed<Recipe, Binding>()) {
    return true;  // ignored, whatever it holds
  } else if constexpr (members == 0) {
    static_assert(is_one_value<value>, "nabla: one variable takes one value; an array binds a family, nabla::variables<\"x\", n>");
    return is_one_value<value>;
  } else {
    static_assert(are_many_values<value>, "nabla: a family of variables takes an array or a span of values");
    if constexpr (many_values<value>) {
      constexpr std::size_t given = static_size<value>();
      static_assert(given == static_cast<std::size_t>(-1) || given == members,
                    "nabla: the array bound to a family of variables has another size than the family");
      return given == static_cast<std::size_t>(-1) || given == members;
    } else {
      return false;
    }
  }
}

/// Told by its name where constant evaluation meets it: the macro assert takes a compiler six lines more.
inline void the_array_has_another_size_than_the_function_has_variables() {
  assert(!"nabla: the array has another size than the function has variables");
}
/// An argument that says only when the program runs how many values it holds: where assert is in force, they are not too few.
template <class T>
NABLA_ALWAYS_INLINE constexpr void assert_size([[maybe_unused]] T const& values, [[maybe_unused]] std::size_t expected) {
  if constexpr (static_size<T>() == static_cast<std::size_t>(-1) && requires { values.size(); }) {
    if (static_cast<std::size_t>(values.size()) != expected) the_array_has_another_size_than_the_function_has_variables();
  }
}
/// The same of what is given for a variable, or a family of them.
template <class Variable, class T>
NABLA_ALWAYS_INLINE constexpr void assert_members([[maybe_unused]] T const& given) {
  if constexpr (variable_binding_info<Variable>::members != 0) assert_size(given, variable_binding_info<Variable>::members);
}
template <class Recipe, class Binding>
NABLA_ALWAYS_INLINE constexpr void assert_bound_members([[maybe_unused]] Binding const& binding) {
  if constexpr (is_needed<Recipe, Binding>()) assert_members<typename Binding::variable>(binding.value);
}

/// The checks of a call by name; each failure is one message, and false.
template <class Recipe, class... Bindings>
constexpr bool check_names() {
  if constexpr (!check_program<Recipe, is_made<Recipe>>()) {
    return false;
  } else if constexpr (!(check_binding<Recipe, Bindings>() && ...)) {
    return false;
  } else {
    constexpr std::size_t bad = first_badly_bound<Recipe, Bindings...>();
    if constexpr (bad == signature_of<Recipe>::value.size.variables) {
      return true;
    } else {
      using variable = program_variable<Recipe, bad>;
      static_assert(a_value_is_bound_to<variable, Bindings...>, "nabla: no value is bound to the variable named here");
      static_assert(one_value_is_bound_to<variable, Bindings...>, "nabla: the variable named here is bound twice in one call");
      return false;
    }
  }
}

/// The value at a location. Neither this nor `value_at_place` names the program, so that names stay short.
template <location Where, class T, class... Bindings>
NABLA_ALWAYS_INLINE constexpr T value_at(references<Bindings...> const& bindings) {
  if constexpr (Where.index == variable_info::none) {
    return static_cast<T>(argument<Where.argument>(bindings).value);
  } else {
    return static_cast<T>(argument<Where.argument>(bindings).value[Where.index]);
  }
}

/// The scalar type of a call by name: of the bindings that the program needs; where it needs none, of those that are numbers.
template <class Recipe, class... Bindings>
constexpr auto named_scalar() {
  if constexpr (signature_of<Recipe>::value.size.variables == 0) {
    return std::type_identity<any_scalar_t<std::conditional_t<binds_formula<Bindings>, void, Bindings>...>>{};
  } else {
    return joined_scalar<void, typename std::conditional_t<is_needed<Recipe, Bindings>(), element<Bindings>,
                                                           std::type_identity<void>>::type...>{};
  }
}
template <class Recipe, class... Bindings>
using named_scalar_t = typename decltype(named_scalar<Recipe, Bindings...>())::type;

// --- by position

struct argument_place {
  std::size_t entry = static_cast<std::size_t>(-1);
  std::size_t index = variable_info::none;  // in the entry, where it is a family
  std::size_t flat = 0;
};

/// Position of each variable of a program in the flat list of a function's arguments.
template <class... Variables>
struct argument_list {
  static constexpr std::size_t entries = sizeof...(Variables);

  static constexpr std::size_t length_of(std::size_t members) { return members ? members : 1; }
  static constexpr std::size_t length =
      (std::size_t{0} + ... + length_of(variable_binding_info<Variables>::members));

  /// Of the first entry.
  static constexpr std::size_t first_length = [] {
    std::size_t const lengths[] = {length_of(variable_binding_info<Variables>::members)..., 0};
    return lengths[0];
  }();

  static constexpr argument_place find(variable_info const& variable) {
    argument_place found;
    std::size_t entry = 0, flat = 0;
    auto const look = [&](variable_info const& info, std::size_t members) {
      if (members == 0 && info == variable) found = {entry, variable_info::none, flat};
      if (members != 0 && info.name == variable.name && variable.index < members) found = {entry, variable.index, flat + variable.index};
      ++entry;
      flat += length_of(members);
    };
    (look(variable_binding_info<Variables>::info, variable_binding_info<Variables>::members), ...);
    return found;
  }
};

/// How a function is called: one argument an entry (a scalar for a variable, many values for a family), all as scalars, or all
/// as one array.
enum class call_form { none, by_entry, scalars, one_array };

template <class... Variables, class... Arguments>
constexpr call_form form_of_call(argument_list<Variables...>, std::type_identity<Arguments>...) {
  constexpr std::size_t length = argument_list<Variables...>::length;
  if constexpr (sizeof...(Variables) == sizeof...(Arguments)) {
    constexpr bool fits = (((variable_binding_info<Variables>::members != 0) == many_values<Arguments>) && ...);
    if (fits) return call_form::by_entry;
  }
  if (sizeof...(Arguments) == length && (!many_values<Arguments> && ...)) return call_form::scalars;
  if (sizeof...(Arguments) == 1 && (many_values<Arguments> && ...)) return call_form::one_array;
  return call_form::none;
}

template <class... Variables, class... Arguments>
NABLA_ALWAYS_INLINE constexpr void assert_members_of(argument_list<Variables...>, Arguments const&... arguments) {
  (assert_members<Variables>(arguments), ...);
}

/// The value at a position.
template <argument_place Place, call_form Form, class T, class... Arguments>
NABLA_ALWAYS_INLINE constexpr T value_at_place(references<Arguments...> const& arguments) {
  if constexpr (Form == call_form::one_array) {
    return static_cast<T>(argument<0>(arguments)[Place.flat]);
  } else if constexpr (Form == call_form::scalars) {
    return static_cast<T>(argument<Place.flat>(arguments));
  } else if constexpr (Place.index == variable_info::none) {
    return static_cast<T>(argument<Place.entry>(arguments));
  } else {
    return static_cast<T>(argument<Place.entry>(arguments)[Place.index]);
  }
}

}  // namespace nabla::detail
