#pragma once

#include <type_traits>

#include <nabla/formula/apply.hpp>
#include <nabla/formula/symbol.hpp>

namespace nabla::detail {

class graph;
struct matrix_rules;

/// What is asked of nodes again and again, as bits that are found once for each node: what its operation is, which every node of the
/// operation has, and what follows from its operands.
struct node_traits {
  enum : std::uint32_t {
    is_negate = 1u << 0,
    is_divides = 1u << 1,
    is_mark = 1u << 2,  // of how a factor meets a 0
    is_strong = 1u << 3,
    is_product = 1u << 4,
    is_sum = 1u << 5,  // or a difference
    is_choice = 1u << 6,
    is_junction = 1u << 7,
    is_smoothed = 1u << 8,  // what smooth_outputs looks for

    is_constant = 1u << 9,
    is_zero = 1u << 10,
    is_one = 1u << 11,
    is_minus_one = 1u << 12,
    is_fixed = 1u << 13,          // a finite number, the same whatever the variables are: no variable in it and, but for itself, no 0
    is_masked = 1u << 14,         // a choice one branch of which is 0, or a sum of such
    is_multiple = 1u << 15,       // a product with a number, which stands first
    has_fixed_factor = 1u << 16,  // a product that may have one: a factor that is fixed and no rational number

    // As the left, or the right, factor of a product some identity may hold of it.
    asks_on_left = 1u << 17,
    asks_on_right = 1u << 18,

    is_exponential = 1u << 19,  // exp, or by its definition a multiple of one

    asks_in_products = is_negate | is_divides | is_mark | is_strong | is_fixed | is_masked | has_fixed_factor,
    asks_in_sums = is_constant | is_negate | is_mark | is_multiple | is_strong | has_fixed_factor,
  };
};

template <class Operation>
inline constexpr std::uint32_t traits_of_operation = 0;
template <>
inline constexpr std::uint32_t traits_of_operation<plus> = node_traits::is_sum;
template <>
inline constexpr std::uint32_t traits_of_operation<minus> = node_traits::is_sum;
template <>
inline constexpr std::uint32_t traits_of_operation<times> = node_traits::is_product;
template <>
inline constexpr std::uint32_t traits_of_operation<divides> = node_traits::is_divides;
template <>
inline constexpr std::uint32_t traits_of_operation<negate> = node_traits::is_negate;
template <>
inline constexpr std::uint32_t traits_of_operation<yielding_factor> = node_traits::is_mark;
template <>
inline constexpr std::uint32_t traits_of_operation<dominating_factor> = node_traits::is_mark;
template <>
inline constexpr std::uint32_t traits_of_operation<strong_product> = node_traits::is_strong;
template <>
inline constexpr std::uint32_t traits_of_operation<select_op> = node_traits::is_choice;
template <>
inline constexpr std::uint32_t traits_of_operation<and_op> = node_traits::is_junction;
template <>
inline constexpr std::uint32_t traits_of_operation<or_op> = node_traits::is_junction;
template <>
inline constexpr std::uint32_t traits_of_operation<sqrt_op> = node_traits::is_smoothed;
template <>
inline constexpr std::uint32_t traits_of_operation<abs_op> = node_traits::is_smoothed;
template <>
inline constexpr std::uint32_t traits_of_operation<log_op> = node_traits::is_smoothed;

template <>
inline constexpr std::uint32_t traits_of_operation<exp_op> = node_traits::is_exponential;
template <>
inline constexpr std::uint32_t traits_of_operation<gaussian_op> = node_traits::is_exponential;
template <>
inline constexpr std::uint32_t traits_of_operation<normal_pdf_op> = node_traits::is_exponential;

/// What the engine knows of an operation as a value. The engine has no list of operations: a node points to one of these, and
/// `operation_t` finds the type again by the hash of the name.
struct operation_info {
  text name;
  text latex;
  std::uint64_t id;
  bool is_commutative = false;
  bool is_odd = false;
  bool is_even = false;
  bool is_condition = false;
  bool is_transparent = false;  // written as its definition
  std::uint64_t undoes = 0;     // f where this(f(u)) is u
  // Which of the functions below there are: with -fsanitize=undefined GCC compares no addresses in constant expressions, not
  // even with null.
  bool has_exact_value = false;
  bool has_partials = false;
  bool has_definition = false;
  exact (*exact_value)(rational const* operands) = nullptr;
  /// Appends the partials of a node to the graph: operands and result in, a node for each operand out.
  void (*partials)(graph& g, std::uint32_t const* operands, std::size_t count, std::uint32_t result, std::uint32_t* partials) = nullptr;
  /// Appends what the operation is defined by, a formula in its operands.
  std::uint32_t (*definition)(graph& g, std::uint32_t const* operands, std::size_t count) = nullptr;
  /// Of an operation on matrices that is not applied element by element (matrix/): its shape and its derivatives.
  bool is_matrix_operation = false;
  matrix_rules const* matrix = nullptr;
  std::uint32_t traits = 0;
};

inline constexpr std::uint64_t constant_kind = 1, variable_kind = 2;
inline constexpr operation_info constant_leaf{"constant", "", constant_kind};
inline constexpr operation_info variable_leaf{"variable", "", variable_kind};
/// A floating-point number of a trace that is no exact rational of 64 bits.
inline constexpr operation_info number_leaf{"number", "", 3};

template <std::uint64_t Id>
using operation_t = typename decltype(operation_of(operation_id<Id>{}))::type;

/// Any number of operands, each treated alike: f(x), f(x, y), f(x, y, z) ...
template <class Operation>
concept variadic_operation = requires { requires Operation::is_variadic; };

template <class Operation>
concept has_definition = requires { Operation::definition; } || requires { typename Operation::joined_by; };

template <class Operation>
concept has_partials = requires { Operation::partials; } || requires { Operation::partial; } || has_definition<Operation>;

template <class Operation>
constexpr void append_partials(graph& g, std::uint32_t const* operands, std::size_t count, std::uint32_t result,
                               std::uint32_t* partials);
template <class Operation>
constexpr std::uint32_t append_definition(graph& g, std::uint32_t const* operands, std::size_t count);

// Defined in matrix/, where such operations are.
template <class Operation>
constexpr matrix_rules const* matrix_rules_of();

template <class Operation>
constexpr exact call_exact_value(rational const* operands) {
  if constexpr (requires { Operation::exact_value(rational{}); }) {
    return Operation::exact_value(operands[0]);
  } else {
    return Operation::exact_value(operands[0], operands[1]);
  }
}

template <class Operation>
constexpr operation_info make_operation_info() {
  check_name<Operation>();
  operation_info info{Operation::name, Operation::name, registration<Operation>::id};
  if constexpr (requires { Operation::latex; }) info.latex = Operation::latex;
  if constexpr (requires { Operation::is_commutative; }) info.is_commutative = Operation::is_commutative;
  if constexpr (requires { Operation::is_odd; }) info.is_odd = Operation::is_odd;
  if constexpr (requires { Operation::is_even; }) info.is_even = Operation::is_even;
  if constexpr (has_exact_values<Operation>) {
    info.has_exact_value = true;
    info.exact_value = &call_exact_value<Operation>;
  }
  if constexpr (condition_operation<Operation>) {
    info.is_condition = true;
  } else if constexpr (has_partials<Operation>) {
    info.has_partials = true;
    info.partials = &append_partials<Operation>;
  }
  if constexpr (has_definition<Operation>) {
    info.has_definition = true;
    info.definition = &append_definition<Operation>;
  }
  if constexpr (requires { Operation::shape; }) {
    info.is_matrix_operation = true;
    info.matrix = matrix_rules_of<Operation>();
  }
  if constexpr (requires { Operation::undoes; }) info.undoes = hash_text(Operation::undoes);
  if constexpr (requires { Operation::is_transparent; }) info.is_transparent = Operation::is_transparent;
  info.traits = traits_of_operation<Operation>;
  return info;
}

template <class Operation>
inline constexpr operation_info info_of = make_operation_info<Operation>();

}  // namespace nabla::detail
