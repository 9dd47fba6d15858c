#pragma once

#include <boost/hana/at.hpp>
#include <boost/hana/tuple.hpp>

#include <nabla/graph/lower.hpp>

namespace nabla {

namespace hana = boost::hana;

namespace detail {

// Defined in identities.hpp, which needs what is defined here: a rule is instantiated where its operation is first named, and
// by then all that it calls must be known.
constexpr node_id make(graph& g, operation_info const& operation, node_id const* operands, std::size_t count);

}  // namespace detail

/// A node as a scalar: what the rules' partials compute with. Operations on it append nodes to its graph.
struct recorded {
  using term_tag = recorded;
  detail::graph* owner;
  detail::node_id id;
};

/// A condition on such scalars: what `select` takes.
struct recorded_condition {
  using condition_tag = recorded_condition;
  detail::graph* owner;
  detail::node_id id;
};

namespace detail {

template <class T>
inline constexpr bool is_recorded = std::is_same_v<T, recorded> || std::is_same_v<T, recorded_condition>;

template <class T>
  requires is_recorded<T>
constexpr graph* owner_of(T const& value) {
  return value.owner;
}
template <typed T>
constexpr graph* owner_of(T const&) {
  return nullptr;
}

template <class T>
  requires is_recorded<T>
constexpr node_id node_of(graph&, T const& value) {
  return value.id;
}
template <typed T>
constexpr node_id node_of(graph& g, T const&) {
  using formula = typename lifted_operand<T>::type;
  if constexpr (is_constant_v<formula>) {
    return g.constant(formula::value);
  } else {
    return lower<formula>(g);
  }
}

template <class Operation>
using recorded_t = std::conditional_t<condition_operation<Operation>, recorded_condition, recorded>;

}  // namespace detail

/// How `apply_op` records; numbers and formulas beside a recorded operand join its graph.
template <class Operation, class... Operands>
  requires(detail::is_recorded<Operands> || ...)
constexpr detail::recorded_t<Operation> record_operation(Operation*, Operands const&... operands) {
  detail::graph* owner = nullptr;
  ((owner = owner ? owner : detail::owner_of(operands)), ...);
  detail::node_id const ids[] = {detail::node_of(*owner, operands)...};
  detail::operation_info const& operation = detail::info_of<Operation>;
  constexpr std::size_t count = sizeof...(Operands);
  return {owner, owner->writes_forms() ? owner->apply(operation, ids, count) : detail::make(*owner, operation, ids, count)};
}

namespace detail {

// A requires-expression, since std::is_invocable is a dozen class templates for each question.
template <std::size_t>
using one_term = recorded;
template <class Lambda, std::size_t... I>
constexpr bool takes_terms(std::index_sequence<I...>) {
  return requires(Lambda const& lambda, one_term<I> const&... terms) { lambda(terms...); };
}

/// Operands of a rule's lambda: `Extra` arguments fewer than it takes; 0 where it does not take terms.
template <class Lambda, std::size_t Extra, std::size_t Arity = 1>
constexpr std::size_t arity_of() {
  if constexpr (takes_terms<Lambda>(std::make_index_sequence<Arity + Extra>{})) {
    return Arity;
  } else if constexpr (Arity < 16) {
    return arity_of<Lambda, Extra, Arity + 1>();
  } else {
    return 0;
  }
}

template <class Terms>
inline constexpr std::size_t number_of_partials = 0;
template <class... Terms>
inline constexpr std::size_t number_of_partials<hana::tuple<Terms...>> = sizeof...(Terms);
template <class Terms>
inline constexpr bool are_terms = false;
template <class... Terms>
inline constexpr bool are_terms<hana::tuple<Terms...>> = (operand<Terms> && ...);

template <class Operation, class Operands>
struct stated_partials;
template <class Operation, std::size_t... I>
struct stated_partials<Operation, std::index_sequence<I...>> {
  using type = std::remove_const_t<decltype(Operation::partials(one_term<I>{}..., recorded{}))>;
};

template <class Operation>
constexpr bool check_rule() {
  [[maybe_unused]] constexpr auto takes_terms = [](std::size_t arity) { return arity > 0; };
  if constexpr (requires { Operation::partials; }) {
    constexpr std::size_t operands = arity_of<decltype(Operation::partials), 1>();
    static_assert(takes_terms(operands), "nabla: partials of a rule takes its operands and its result, each as a term");
    if constexpr (operands > 0) {
      using partials = typename stated_partials<Operation, std::make_index_sequence<operands>>::type;
      static_assert(number_of_partials<partials> == operands, "nabla: partials of a rule gives a Hana tuple with one partial for each operand");
      static_assert(number_of_partials<partials> != operands || are_terms<partials>,
                    "nabla: each partial of a rule is a term: write nabla::one or nabla::constant<2>{} for a number");
      return number_of_partials<partials> == operands && are_terms<partials>;
    } else {
      return false;
    }
  } else if constexpr (requires { Operation::definition; } && !requires { typename Operation::joined_by; } && !variadic_operation<Operation>) {
    constexpr std::size_t operands = arity_of<decltype(Operation::definition), 0>();
    static_assert(takes_terms(operands), "nabla: the definition of a rule takes its operands, each as a term");
    return operands > 0;
  } else {
    return true;
  }
}

/// The leaves that a form is made of: the operands, and behind them the result.
struct form_leaves {
  growable<variable_info> names;  // to which the graph refers
  growable<node_id> ids;

  constexpr form_leaves(graph& g, std::size_t count) : names(count + 1, variable_info{}) {
    for (std::size_t k = 0; k <= count; ++k) {
      names[k] = make_variable_info("operand", k);
      ids.push(g.variable(names[k]));
    }
  }
};

/// Notes down what the partials, nodes of a graph that begins with a form's leaves, are computed by.
constexpr void write_form(graph& g, partials_form& form, graph const& own, std::size_t leaves, growable<node_id> const& partials) {
  growable<std::uint32_t> const uses = count_uses(own, partials);
  growable<std::uint32_t> places(uses.size(), 0);
  for (node_id id = 0; id < uses.size(); ++id) {
    if (id < leaves) places[id] = id;
    if (id < leaves || !uses[id]) continue;
    bool const is_number = own.is_constant(id);
    places[id] = static_cast<std::uint32_t>(leaves + form.steps.size());
    form.steps.push({own.operation(id), is_number ? g.constant(own.constant_value(id)) : no_node,
                     static_cast<std::uint32_t>(form.operands.size()), own.count(id)});
    for (std::size_t k = 0; k < own.count(id); ++k) form.operands.push(places[own.operand(id, k)]);
  }
  for (node_id partial : partials) form.partials.push(places[partial]);
  form.is_plain = true;
  for (partials_form::step const& step : form.steps) form.is_plain = form.is_plain && step.number != no_node;
  for (std::uint32_t place : form.partials) form.numbers.push(place < leaves ? no_node : form.steps[place - leaves].number);
}

/// Notes down the partials that a rule says.
template <class Operation, std::size_t... I>
constexpr void write_stated_form(graph& g, partials_form& form, std::index_sequence<I...>) {
  constexpr std::size_t count = sizeof...(I);
  graph own;
  own.write_forms();
  form_leaves const leaves(own, count);
  auto const terms = Operation::partials(recorded{&own, leaves.ids[I]}..., recorded{&own, leaves.ids[count]});
  growable<node_id> partials;
  (partials.push(node_of(own, hana::at_c<I>(terms))), ...);
  write_form(g, form, own, count + 1, partials);
}

/// The partials of a node, from the form of its operation.
constexpr void apply_form(graph& g, partials_form const& form, node_id const* operands, std::size_t count, node_id result,
                          node_id* partials) {
  std::size_t const steps = form.steps.size();
  g.places.resize(count + 1 + steps, no_node);
  node_id* const places = g.places.data();
  for (std::size_t k = 0; k < count; ++k) places[k] = operands[k];
  places[count] = result;
  for (std::size_t i = 0; i < steps; ++i) {
    partials_form::step const& step = form.steps.data()[i];
    node_id made = step.number;
    if (made == no_node) {
      std::uint32_t const* const from = form.operands.data() + step.first;
      if (step.count <= 2) {
        node_id const ids[] = {step.count > 0 ? places[from[0]] : no_node, step.count > 1 ? places[from[1]] : no_node};
        made = make(g, *step.operation, ids, step.count);
      } else {
        growable<node_id> ids;
        for (std::size_t k = 0; k < step.count; ++k) ids.push(places[from[k]]);
        made = make(g, *step.operation, ids.data(), step.count);
      }
    }
    places[count + 1 + i] = made;
  }
  for (std::size_t k = 0; k < count; ++k) partials[k] = places[form.partials.data()[k]];
}

template <class Operation, std::size_t... I>
constexpr node_id append_stated_definition(graph& g, node_id const* operands, std::index_sequence<I...>) {
  return node_of(g, Operation::definition(recorded{&g, operands[I]}...));
}

/// Most operands that the definition of an operation of any number of operands is asked for.
inline constexpr std::size_t largest_defined = 8;

template <class Operation, std::size_t Count = 1>
constexpr node_id append_variadic_definition(graph& g, node_id const* operands, std::size_t count) {
  if (count == Count) return append_stated_definition<Operation>(g, operands, std::make_index_sequence<Count>{});
  if constexpr (Count < largest_defined) {
    return append_variadic_definition<Operation, Count + 1>(g, operands, count);
  } else {
    return g.apply(info_of<Operation>, operands, count);
  }
}

template <class Operation>
constexpr node_id append_definition(graph& g, node_id const* operands, std::size_t count) {
  if constexpr (requires { typename Operation::joined_by; }) {
    node_id sum = operands[0];
    for (std::size_t k = 1; k < count; ++k) sum = g.apply(info_of<typename Operation::joined_by>, sum, operands[k]);
    return sum;
  } else if constexpr (variadic_operation<Operation>) {
    return append_variadic_definition<Operation>(g, operands, count);
  } else if constexpr (check_rule<Operation>()) {
    return append_stated_definition<Operation>(g, operands,
                                               std::make_index_sequence<arity_of<decltype(Operation::definition), 0>()>{});
  } else {
    return operands[0];
  }
}

// Defined in reverse.hpp: notes down the partials of the formula that defines an operation.
constexpr void write_derived_form(graph& g, partials_form& form, operation_info const& operation, std::size_t count);

template <class Operation>
constexpr void append_partials(graph& g, node_id const* operands, std::size_t count, node_id result, node_id* partials) {
  if constexpr (!requires { Operation::partials; } && requires { Operation::partial; }) {
    for (std::size_t k = 0; k < count; ++k) {
      partials[k] = node_of(g, Operation::partial(recorded{&g, operands[k]}, recorded{&g, result}));
    }
  } else {
    partials_form* form = g.find_form(kind_of_operation<Operation>, count);
    if (!form) {
      form = &g.new_form(kind_of_operation<Operation>, count);
      if constexpr (requires { Operation::partials; }) {
        if constexpr (check_rule<Operation>()) {
          write_stated_form<Operation>(g, *form, std::make_index_sequence<arity_of<decltype(Operation::partials), 1>()>{});
        } else {
          form->partials.resize(count, 0);  // refused: anything to go on with
        }
      } else {
        write_derived_form(g, *form, info_of<Operation>, count);
      }
    }
    apply_form(g, *form, operands, count, result, partials);
  }
}

}  // namespace detail
}  // namespace nabla

#include <nabla/graph/identities.hpp>
