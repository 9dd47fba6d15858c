#pragma once

#include <nabla/graph/evaluate.hpp>
#include <nabla/rules/floating.hpp>
#include <nabla/rules/sum.hpp>

namespace nabla {

class traced;

/// A condition on traced scalars: what `select` takes. It is neither true nor false while code is recorded.
struct traced_condition {
  using condition_tag = traced_condition;
  using number_type = traced;
  detail::graph* owner = nullptr;  // none where numbers alone were compared: then `id` is 0 or 1
  detail::node_id id = 0;

  template <class Truth>
    requires std::is_same_v<Truth, bool>
  explicit constexpr operator Truth() const {
    static_assert(!std::is_same_v<Truth, bool>,
                  "nabla: traced code cannot branch on a traced value, which is not known when the code is recorded: choose by "
                  "select(condition, then, otherwise), or by min, max, abs, clamp");
    return false;
  }
};

namespace detail {

/// The node of an operation of generic code: as it is written, but for the neutral elements that sums and products begin with.
constexpr node_id record_as_written(graph& g, operation_info const& operation, node_id const* operands, std::size_t count) {
  if (operation.id == info_of<plus>.id || operation.id == info_of<times>.id) {
    std::uint32_t const neutral = operation.id == info_of<plus>.id ? node_traits::is_zero : node_traits::is_one;
    if (g.traits(operands[0]) & neutral) return operands[1];
    if (g.traits(operands[1]) & neutral) return operands[0];
  }
  return g.apply(operation, operands, count);
}

template <class Number>
inline constexpr bool traced_code_is_generic = false;

}  // namespace detail

/// The scalar of `trace`: arithmetic and elementary functions on it are recorded exactly as they are written. Made of a number
/// (0 by default) it is that number; numbers alone are computed with at once, in double precision, as the code would do with
/// double. `0 + u` and `1 * u` are recorded as u.
class traced {
 public:
  using term_tag = traced;
  using number_type = traced;

  constexpr traced() = default;
  template <plain_number Number>
  constexpr traced(Number number) : number_{std::bit_cast<std::intmax_t>(static_cast<double>(number)), 0} {
    static_assert(!std::is_same_v<Number, long double>,
                  "nabla: a traced scalar is made of a double; write an exact number, 1_c / 3_c, where long double is meant");
  }
  template <std::intmax_t Numerator, std::intmax_t Denominator>
  constexpr traced(constant<Numerator, Denominator>) : number_(constant<Numerator, Denominator>::value) {}
  constexpr traced(detail::graph* owner, detail::node_id id) : owner_(owner), id_(id) {}

  /// Refuses `double v = x[0]`, an index, and std::sin(x[0]), which takes a double, in words. Not to float or long double too: std::sin(x[0]) would be
  /// ambiguous.
  template <class Number>
    requires(std::is_same_v<Number, double> || (std::is_integral_v<Number> && !std::is_same_v<Number, bool>))
  constexpr operator Number() const {
    static_assert(detail::traced_code_is_generic<Number>,
                  "nabla: a traced value has no number while it is recorded: write auto for double or int; functions of it are called without std::, "
                  "as sin(x[0])");
    return 0;
  }

  /// The graph it is recorded in, or none: then it is a number.
  constexpr detail::graph* recorder() const { return owner_; }
  constexpr detail::node_id node(detail::graph& g) const {
    if (owner_) return id_;
    return number_.denominator ? g.constant(number_) : g.floating(std::bit_cast<double>(number_.numerator));
  }
  /// Whether it is what an argument is in a rehearsal.
  constexpr bool is_rehearsed() const { return number_.denominator == 0 && number_.numerator == rehearsed; }
  static constexpr std::intmax_t rehearsed = std::bit_cast<std::intmax_t>(math::kernel::number_with<double>(math::domain_error::not_recorded));
  constexpr double number() const {
    return detail::nearest_to_number<double>(number_);
  }

  // Of two traced scalars, shorter than the way of all terms: recording is a cost of every compilation, and each call is one. Nodes that can be neutral
  // take the longer way.
  friend constexpr traced operator+(traced const& a, traced const& b) {
    if (a.owner_ && b.owner_ && !((a.owner_->traits(a.id_) | a.owner_->traits(b.id_)) & detail::node_traits::is_zero)) {
      return {a.owner_, a.owner_->apply(detail::info_of<plus>, a.id_, b.id_)};
    }
    return a.owner_ || b.owner_ || is_rehearsal(a, b) ? recorded_with(detail::info_of<plus>, a, b) : traced(a.number() + b.number());
  }
  friend constexpr traced operator-(traced const& a, traced const& b) {
    if (a.owner_ && b.owner_) return {a.owner_, a.owner_->apply(detail::info_of<minus>, a.id_, b.id_)};
    return a.owner_ || b.owner_ || is_rehearsal(a, b) ? recorded_with(detail::info_of<minus>, a, b) : traced(a.number() - b.number());
  }
  friend constexpr traced operator*(traced const& a, traced const& b) {
    if (a.owner_ && b.owner_ && !((a.owner_->traits(a.id_) | a.owner_->traits(b.id_)) & detail::node_traits::is_one)) {
      return {a.owner_, a.owner_->apply(detail::info_of<times>, a.id_, b.id_)};
    }
    return a.owner_ || b.owner_ || is_rehearsal(a, b) ? recorded_with(detail::info_of<times>, a, b) : traced(a.number() * b.number());
  }
  friend constexpr traced operator/(traced const& a, traced const& b) {
    if (a.owner_ && b.owner_) return {a.owner_, a.owner_->apply(detail::info_of<divides>, a.id_, b.id_)};
    return a.owner_ || b.owner_ || is_rehearsal(a, b) ? recorded_with(detail::info_of<divides>, a, b) : traced(a.number() / b.number());
  }

  template <class Other>
  constexpr traced& operator+=(Other const& other) {
    return *this = *this + other;
  }
  template <class Other>
  constexpr traced& operator-=(Other const& other) {
    return *this = *this - other;
  }
  template <class Other>
  constexpr traced& operator*=(Other const& other) {
    return *this = *this * other;
  }
  template <class Other>
  constexpr traced& operator/=(Other const& other) {
    return *this = *this / other;
  }

 private:
  static constexpr bool is_rehearsal(traced const& a, traced const& b) { return a.is_rehearsed() || b.is_rehearsed(); }

  // Not a template by the operation: Clang would make it too late for a constant expression.
  static constexpr traced recorded_with(detail::operation_info const& operation, traced const& a, traced const& b) {
    detail::graph* const owner = a.owner_ ? a.owner_ : b.owner_;
    if (!owner) return a.is_rehearsed() ? a : b;
    detail::node_id const operands[] = {a.owner_ ? a.id_ : a.node(*owner), b.owner_ ? b.id_ : b.node(*owner)};
    return {owner, detail::record_as_written(*owner, operation, operands, 2)};
  }

  detail::graph* owner_ = nullptr;
  detail::node_id id_ = 0;
  rational number_{0, 1};  // with the denominator 0: the bits of a double
};

namespace detail {

template <class T>
inline constexpr bool is_traced = requires(T const& value) { value.recorder(); };
template <>
inline constexpr bool is_traced<traced_condition> = true;

template <class Left, class Right>
inline constexpr bool compared_by_equals = !is_traced<Left> && !is_traced<Right>;

template <class T>
constexpr graph* recorder_of(T const& operand) {
  if constexpr (std::is_same_v<T, traced_condition>) {
    return operand.owner;
  } else if constexpr (is_traced<T>) {
    return operand.recorder();
  } else {
    return nullptr;
  }
}

/// Whether an operand is a number that a rehearsal does not know.
template <class T>
constexpr bool is_rehearsed(T const& operand) {
  if constexpr (std::is_convertible_v<T const&, traced const&>) {
    return static_cast<traced const&>(operand).is_rehearsed();
  } else {
    return false;
  }
}

template <class T>
constexpr node_id traced_node(graph& g, T const& operand) {
  if constexpr (std::is_same_v<T, traced_condition>) {
    return operand.owner ? operand.id : g.constant(static_cast<std::intmax_t>(operand.id));
  } else if constexpr (is_traced<T>) {
    return operand.node(g);
  } else {
    return lower<typename lifted_operand<T>::type>(g);
  }
}

/// What an operand is where all of them are numbers.
template <class T>
constexpr auto number_of(T const& operand) {
  if constexpr (std::is_same_v<T, traced_condition>) {
    return operand.id != 0;
  } else if constexpr (is_traced<T>) {
    return operand.number();
  } else {
    return call<typename lifted_operand<T>::type>();
  }
}

template <class Operation, class... Numbers>
constexpr auto value_of_numbers(Numbers const&... numbers) {
  if constexpr (requires { Operation::value; }) {
    return Operation::value(numbers...);
  } else {
    return value_by_definition<Operation, double>(numbers...);
  }
}

/// Records what a recipe computes, as it builds it: with everything that a derivative of it needs to know.
///
/// @param inputs  one traced scalar for each variable of the recipe's program
template <class Recipe, class T, class Inputs>
constexpr auto record_program(Inputs inputs) {
  constexpr auto const& program = compiled<Recipe>::value;
  std::array<T, program.size.outputs> result;
  graph* owner = nullptr;
  for (std::size_t k = 0; k < program.size.variables; ++k) owner = owner ? owner : inputs[k].recorder();
  if (!owner) {
    double numbers[program.size.variables + 1]{};
    for (std::size_t k = 0; k < program.size.variables; ++k) {
      if (inputs[k].is_rehearsed()) {
        result.fill(inputs[k]);
        return result;
      }
      numbers[k] = inputs[k].number();
    }
    auto const values = math::with_value(run_program<Recipe, double>(numbers));
    for (std::size_t k = 0; k < result.size(); ++k) result[k] = values[k];
    return result;
  }

  graph own;
  growable<node_id> outputs;
  Recipe::build(own, outputs);
  growable<std::uint32_t> const uses = count_uses(own, outputs);
  growable<node_id> copies(uses.size(), no_node), operands;
  for (node_id id = 0; id < uses.size(); ++id) {
    if (!uses[id]) continue;
    if (own.is_variable(id)) {
      // One that the program does without, as x in x^0, has no value.
      std::size_t k = 0;
      while (k < program.size.variables && !(program.variables[k] == own.variable(id))) ++k;
      copies[id] = k < program.size.variables ? inputs[k].node(*owner) : owner->constant(0);
    } else if (own.is_constant(id)) {
      copies[id] = owner->constant(own.constant_value(id));
    } else if (own.is_number(id)) {
      copies[id] = owner->floating(std::bit_cast<double>(own.constant_value(id).numerator));
    } else {
      operands.shrink(0);
      for (std::size_t k = 0; k < own.count(id); ++k) operands.push(copies[own.operand(id, k)]);
      copies[id] = owner->apply(*own.operation(id), operands.data(), operands.size());
    }
  }
  for (std::size_t k = 0; k < result.size(); ++k) result[k] = T(owner, copies[outputs[k]]);
  return result;
}

}  // namespace detail

/// The sum of an array of scalars in any order: of generic code, traced or run on numbers.
template <class T, std::size_t N>
  requires(N > 0 && (std::is_same_v<T, traced> || plain_number<T>))
constexpr T sum(std::array<T, N> const& terms) {
  T result = terms[0];
  if constexpr (std::is_same_v<T, traced> && N > 1) {
    detail::graph* owner = nullptr;
    for (traced const& term : terms) owner = owner ? owner : term.recorder();
    if (owner) {
      detail::growable<detail::node_id> ids;
      for (traced const& term : terms) ids.push(term.node(*owner));
      return {owner, owner->apply(detail::info_of<sum_op>, ids.data(), N)};
    }
  }
  for (std::size_t k = 1; k < N; ++k) result += terms[k];
  return result;
}

template <class Left, class Right>
  requires(detail::is_traced<Left> || detail::is_traced<Right>)
constexpr bool operator==(Left const&, Right const&) {
  static_assert(detail::compared_by_equals<Left, Right>,
                "nabla: traced values are not known when the code is recorded; equals(u, v) is the condition for select");
  return false;
}

/// How `apply_op` records generic code: as written.
template <class Operation, class... Operands>
  requires(detail::is_traced<Operands> || ...)
constexpr std::conditional_t<detail::condition_operation<Operation>, traced_condition, traced> record_operation(
    Operation*, Operands const&... operands) {
  detail::graph* owner = nullptr;
  ((owner = owner ? owner : detail::recorder_of(operands)), ...);
  if (owner) {
    detail::node_id const ids[] = {detail::traced_node(*owner, operands)...};
    return {owner, detail::record_as_written(*owner, detail::info_of<Operation>, ids, sizeof...(Operands))};
  }
  if ((detail::is_rehearsed(operands) || ...)) {
    if constexpr (detail::condition_operation<Operation>) {
      return {nullptr, 0u};
    } else {
      return traced(std::bit_cast<double>(traced::rehearsed));
    }
  }
  if constexpr (detail::condition_operation<Operation>) {
    return {nullptr, detail::value_of_numbers<Operation>(detail::number_of(operands)...) ? 1u : 0u};
  } else {
    return traced(detail::value_of_numbers<Operation>(detail::number_of(operands)...));
  }
}

}  // namespace nabla
