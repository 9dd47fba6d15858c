#pragma once

#include <nabla/graph/traced.hpp>
#include <nabla/print/c_names.hpp>
#include <nabla/rules/error.hpp>
#include <nabla/rules/gamma.hpp>
#include <nabla/rules/logistic.hpp>
#include <nabla/rules/sinc.hpp>
#include <nabla/rules/trigonometric.hpp>

// What C has no function for is written as what it is computed by: the value of an operation is generic code, and run on the scalar
// below it is recorded as a graph of what C has. There is no second list of what the operations compute.

namespace nabla {

namespace detail {

/// The whole number next to x, the even one of two: C has it and formulas have not.
struct rint_op {
  static constexpr fixed_string name = "rint";
  static constexpr auto value = [](double x) { return x; };  // of no number is it ever asked
};

/// a b + c, rounded once: so too.
struct fma_op {
  static constexpr fixed_string name = "fma";
  static constexpr auto value = [](double a, double b, double c) { return a * b + c; };
};

/// Where spelled scalars are recorded: the graph, and the operations whose values are being recorded.
struct spelling {
  graph& g;
  growable<std::uint64_t> in_progress;
};

}  // namespace detail

/// A condition on spelled scalars.
struct spelled_condition {
  using condition_tag = spelled_condition;
  detail::spelling* owner = nullptr;  // none where numbers were compared: then `id` is 0 or 1
  detail::node_id id = 0;
};

/// The scalar that values of operations are recorded with. Made of a number it is that number.
class spelled {
 public:
  using term_tag = spelled;
  using number_type = spelled;

  constexpr spelled() = default;
  template <plain_number Number>
  constexpr spelled(Number number) : number_(static_cast<double>(number)) {}
  constexpr spelled(detail::spelling* owner, detail::node_id id) : owner_(owner), id_(id) {}

  constexpr detail::spelling* owner() const { return owner_; }
  constexpr double number() const { return number_; }
  constexpr detail::node_id node(detail::graph& g) const { return owner_ ? id_ : g.floating(number_); }

  template <class Other>
  constexpr spelled& operator+=(Other const& other) {
    return *this = *this + other;
  }
  template <class Other>
  constexpr spelled& operator*=(Other const& other) {
    return *this = *this * other;
  }

 private:
  detail::spelling* owner_ = nullptr;
  detail::node_id id_ = 0;
  double number_ = 0;
};

namespace detail {

template <class T>
inline constexpr bool is_spelled = std::is_same_v<T, spelled> || std::is_same_v<T, spelled_condition>;

constexpr spelling* speller_of(spelled const& x) { return x.owner(); }
constexpr spelling* speller_of(spelled_condition const& x) { return x.owner; }
template <typed T>
constexpr spelling* speller_of(T const&) {
  return nullptr;
}
constexpr node_id spelled_node(graph& g, spelled const& x) { return x.node(g); }
constexpr node_id spelled_node(graph& g, spelled_condition const& x) {
  return x.owner ? x.id : g.apply(info_of<equals_op>, g.constant(static_cast<std::intmax_t>(x.id)), g.constant(1));
}
template <typed T>
constexpr node_id spelled_node(graph& g, T const&) {
  using formula = typename lifted_operand<T>::type;
  if constexpr (is_constant_v<formula>) {
    return g.constant(formula::value);
  } else {
    return g.floating(call<formula>());  // a named constant
  }
}
constexpr double spelled_number(spelled const& x) { return x.number(); }
constexpr bool spelled_number(spelled_condition const& x) { return x.id != 0; }
template <typed T>
constexpr double spelled_number(T const&) {
  return call<typename lifted_operand<T>::type>();
}

/// Values that have code for double alone, or that branch where conditions are bool, as what is recorded cannot: what they do then.
template <class Operation>
struct value_of_double;
template <>
struct value_of_double<hypot_op> {
  static constexpr auto of = [](auto a, auto b, auto c) { return hypot(hypot(a, b), c); };
};
template <>
struct value_of_double<exp10_op> {
  static constexpr auto of = [](auto x) { return pow(constant<10>{}, x); };
};
template <>
struct value_of_double<sinc_op> {
  static constexpr auto of = [](auto x) { return select(equals(x, zero), one, sin(x) / x); };
};
template <>
struct value_of_double<sinpi_op> {
  static constexpr auto of = [](auto x) {
    constexpr constant<1, 4> quarter{};
    constexpr constant<1, 2> half{};
    auto const modulo = x - constant<2>{} * apply_op<rint_op>(x / constant<2>{});
    auto const r = select(modulo > half, one - modulo, select(modulo < -half, constant<-1>{} - modulo, modulo));
    auto const angle = select(r > quarter, cos(pi * (half - r)), select(r < -quarter, -cos(pi * (half + r)), sin(pi * r)));
    return select(equals(r, zero), x * zero, angle);
  };
};
template <>
struct value_of_double<cospi_op> {
  static constexpr auto of = [](auto x) {
    auto const r = abs(x - constant<2>{} * apply_op<rint_op>(x / constant<2>{}));
    return select(r > constant<3, 4>{}, -cos(pi * (one - r)),
                  select(r > constant<1, 4>{}, sin(pi * (constant<1, 2>{} - r)), cos(pi * r)));
  };
};

/// The normal distribution, with what rounding takes away given back, as nabla::detail::gaussian and its neighbours say.
template <class Divisor, class T>
constexpr T gaussian_of_double(Divisor divisor, T const& x) {
  T const square = x * x, rest = apply_op<fma_op>(x, x, -square), density = exp(-(square / divisor));
  return select(x < constant<64>{} && x > constant<-64>{}, density - density * (rest / divisor), density);
}
template <>
struct value_of_double<gaussian_op> {
  static constexpr auto of = [](auto x) { return gaussian_of_double(one, x); };
};
template <>
struct value_of_double<normal_pdf_op> {
  static constexpr auto of = []<class T>(T x) -> T { return gaussian_of_double(constant<2>{}, x) * T(0.398942280401432677939946); };
};
template <>
struct value_of_double<normal_cdf_op> {
  static constexpr auto of = []<class T>(T x) -> T {
    T const root(0x1.6a09e667f3bcdp-1), rest_of_root(-4.833646656726456518593584e-17), product = x * root;
    T const tail = erfc(-product) / constant<2>{}, rest = apply_op<fma_op>(x, root, -product);
    return select(x < constant<-1>{} && x > constant<-64>{}, tail + normal_pdf(x) * ((rest + x * rest_of_root) / root), tail);
  };
};

/// Operations whose values only numbers have.
template <class Operation>
inline constexpr bool is_numeric = requires { requires Operation::is_numeric; };
/// The value of an operation as C has it, or the operation itself where its value says nothing but itself.
template <class Operation, std::size_t... I>
constexpr node_id spell(spelling& to, node_id const* operands, std::index_sequence<I...>) {
  graph& g = to.g;
  if constexpr (is_operator_of_c(kind_of_operation<Operation>)) {
    return g.apply(info_of<Operation>, operands, sizeof...(I));
  } else if constexpr (std::is_same_v<Operation, power>) {
    return reduced_power(g, operands[0], operands[1]);
  } else if constexpr (std::is_same_v<Operation, strong_product>) {
    return reduced_strong_product(g, operands[0], operands[1]);
  } else if constexpr (is_written_in_c(kind_of_operation<Operation>, sizeof...(I)) || is_numeric<Operation>) {
    return g.apply(info_of<Operation>, operands, sizeof...(I));
  } else {
    for (std::uint64_t operation : to.in_progress) {
      if (operation == kind_of_operation<Operation>) return g.apply(info_of<Operation>, operands, sizeof...(I));
    }
    to.in_progress.push(kind_of_operation<Operation>);
    node_id result{};
    if constexpr (sizeof...(I) == 0) {
      result = g.floating(Operation::value(std::type_identity<double>{}));
    } else if constexpr (requires { value_of_double<Operation>::of(spelled(&to, operands[I])...); }) {
      result = value_of_double<Operation>::of(spelled(&to, operands[I])...).node(g);
    } else if constexpr (requires { Operation::value; }) {
      result = spelled(Operation::value(spelled(&to, operands[I])...)).node(g);
    } else {
      result = spelled(Operation::definition(spelled(&to, operands[I])...)).node(g);
    }
    to.in_progress.shrink(to.in_progress.size() - 1);
    return result;
  }
}

}  // namespace detail

template <class Operation, class... Operands>
  requires(detail::is_spelled<Operands> || ...)
constexpr std::conditional_t<detail::condition_operation<Operation>, spelled_condition, spelled> record_operation(
    Operation*, Operands const&... operands) {
  detail::spelling* owner = nullptr;
  ((owner = owner ? owner : detail::speller_of(operands)), ...);
  if (owner) {
    detail::node_id const ids[] = {detail::spelled_node(owner->g, operands)...};
    return {owner, detail::spell<Operation>(*owner, ids, std::make_index_sequence<sizeof...(Operands)>{})};
  }
  auto const number = detail::value_of_numbers<Operation>(detail::spelled_number(operands)...);
  if constexpr (detail::condition_operation<Operation>) {
    return {nullptr, number ? 1u : 0u};
  } else {
    return spelled(number);
  }
}

/// What values ask of a scalar by ==.
template <class T>
  requires std::is_same_v<T, spelled>
constexpr spelled_condition operator==(T const& a, T const& b) {
  return apply_op<equals_op>(a, b);
}

}  // namespace nabla
