#pragma once

// Theorems of calculus as statements that the compiler proves of given formulas, generic ones among them. Not in the umbrella
// header: a program includes it where it wants its own formulas held to a law.
//
//     namespace theorems = nabla::theorems;
//     constexpr auto f = nabla::unknown<"f">(x);                        // any smooth function of x
//     static_assert(theorems::product_rule(f, sin(x), x));
//     static_assert(theorems::euler_homogeneous(energy, 2_c, p, q));     // of one's own formula
//     static_assert(theorems::harmonic(log(x * x + y * y), x, y));
//
// A theorem gives an `equation`: its two sides as formulas, or as Hana tuples of formulas, and whether they are proved equal.

#include <nabla/nabla.hpp>

namespace nabla {

namespace detail {

template <class>
inline constexpr bool has_a_value = false;

template <class T>
constexpr void refuse_unknown() {
  static_assert(has_a_value<T>, "nabla: an unknown function is for proofs and has no value: put a formula in its place");
}
inline constexpr auto no_value_of_unknown = []<class T>(T const& x, auto const&...) {
  refuse_unknown<T>();
  return x;
};

template <bool Raise, class Order>
constexpr auto raised_if(Order const& order) {
  if constexpr (Raise) {
    return order + one;
  } else {
    return order;
  }
}
/// An operation whose operands are some orders and other terms, with order number K one higher.
template <class Operation, std::size_t K, class Terms, std::size_t... I>
constexpr auto with_raised_order(Terms const& terms, std::index_sequence<I...>) {
  return apply_op<Operation>(raised_if<I == K>(hana::at_c<I>(terms))...);
}
template <class Operation, std::size_t Operands, class Terms, std::size_t... K>
constexpr auto next_partials(Terms const& terms, std::index_sequence<K...>) {
  return hana::make_tuple((static_cast<void>(K), zero)...,
                          with_raised_order<Operation, K>(terms, std::make_index_sequence<2 * Operands>{})...);
}

template <class Operation, std::size_t Variable, class Terms, std::size_t... K>
constexpr auto first_partial(Terms const& operands, std::index_sequence<K...>) {
  return apply_op<Operation>(constant<(K == Variable ? 1 : 0)>{}..., hana::at_c<K>(operands)...);
}
template <class Operation, class Terms, std::size_t... K>
constexpr auto first_partials(Terms const& operands, std::index_sequence<K...> all) {
  return hana::make_tuple(first_partial<Operation, K>(operands, all)...);
}

template <fixed_string Name>
constexpr auto name_of_partial() {
  fixed_string<Name.size() + 2> name;
  name.characters[0] = 'D';
  name.characters[1] = '_';
  for (std::size_t i = 0; i < Name.size(); ++i) name.characters[i + 2] = Name.characters[i];
  return name;
}

/// Of an unknown function the partial of the orders that stand before its operands, as numbers: D_u(2, x) is the second derivative
/// of u(x), D_p(1, 0, x, y) the partial of p(x, y) by x. The order of differentiation makes no difference: the function is smooth.
template <fixed_string Name, std::size_t Operands>
struct unknown_partial_op {
  static constexpr auto name = name_of_partial<Name>();
  static constexpr auto value = no_value_of_unknown;
  static constexpr auto partials = [](auto const&... orders_operands_result)
    requires(sizeof...(orders_operands_result) == 2 * Operands + 1)
  {
    return next_partials<unknown_partial_op, Operands>(hana::make_tuple(orders_operands_result...), std::make_index_sequence<Operands>{});
  };
};

/// A function of which nothing is known but that it is smooth.
template <fixed_string Name, std::size_t Operands>
struct unknown_op {
  static constexpr fixed_string name = Name;
  static constexpr auto value = no_value_of_unknown;
  static constexpr auto partials = [](auto const&... operands_and_result)
    requires(sizeof...(operands_and_result) == Operands + 1)
  {
    return first_partials<unknown_partial_op<Name, Operands>>(hana::make_tuple(operands_and_result...),
                                                               std::make_index_sequence<Operands>{});
  };
};

template <class Formula>
inline constexpr bool contains_unknown = false;
template <class Operation, class... Operands>
inline constexpr bool contains_unknown<apply<Operation, Operands...>> = (contains_unknown<Operands> || ...);
template <fixed_string Name, std::size_t Count, class... Operands>
inline constexpr bool contains_unknown<apply<unknown_op<Name, Count>, Operands...>> = true;
template <fixed_string Name, std::size_t Count, class... Operands>
inline constexpr bool contains_unknown<apply<unknown_partial_op<Name, Count>, Operands...>> = true;

}  // namespace detail

/// The call of a formula with unknown functions, where it does not put formulas in the place of others: refused here already, so that the
/// refusal is short.
template <expression Formula, class... Arguments>
  requires(detail::contains_unknown<Formula> && !detail::composes<Formula, Arguments...>())
constexpr double call_expression(Formula, Arguments const&...) {
  detail::refuse_unknown<Formula>();
  return 0;
}

/// An unknown smooth function of formulas: it has derivatives of every order and no value. What is proved of it is proved of
/// every smooth function.
///
///     constexpr auto f = nabla::unknown<"f">(x, y);
///     static_assert(derivative(f, x, y) == derivative(f, y, x));
///     static_assert(to_string(derivative(nabla::unknown<"u">(x * x), x)) == "2*x*D_u(1, x^2)");
///
/// @refuses   a call with numbers                                                     test/fail/unknown_value.cpp
/// @note      one name stands for one function in a program: f(x) and f(x, y) want two names, of their own and not `sin`
template <fixed_string Name, class... Operands>
  requires(sizeof...(Operands) > 0 && (liftable<Operands> && ...))
constexpr auto unknown(Operands const&... operands) {
  return apply_op<detail::unknown_op<Name, sizeof...(Operands)>>(operands...);
}

namespace theorems {

namespace detail {

template <class Left, class Right>
constexpr bool proved(Left const& left, Right const& right) {
  if constexpr (liftable<Left>) {
    return equivalent(left, right);
  } else {
    return hana::unpack(left, [&](auto... l) {
      return hana::unpack(right, [&](auto... r) { return (equivalent(l, r) && ...); });
    });
  }
}

// Vectors are Hana tuples of formulas.

template <class F, class... X>
constexpr auto partials(F const& f, X const&... x) {
  return hana::make_tuple(derivative(f, x)...);
}
template <class... U, class... V>
constexpr auto plus(hana::tuple<U...> const&, hana::tuple<V...> const&) {
  return hana::make_tuple((U{} + V{})...);
}
template <class F, class... V>
constexpr auto times(F const& f, hana::tuple<V...> const&) {
  return hana::make_tuple((f * V{})...);
}
template <class... U, class... V>
constexpr auto dot(hana::tuple<U...> const&, hana::tuple<V...> const&) {
  return ((U{} * V{}) + ... + zero);
}
template <class A, class B, class C, class U, class V, class W>
constexpr auto cross(hana::tuple<A, B, C> const&, hana::tuple<U, V, W> const&) {
  return hana::make_tuple(B{} * W{} - C{} * V{}, C{} * U{} - A{} * W{}, A{} * V{} - B{} * U{});
}
template <class... U>
constexpr auto zeros(hana::tuple<U...> const&) {
  return hana::make_tuple((static_cast<void>(U{}), zero)...);
}
template <class F>
  requires liftable<F>
constexpr auto zeros(F const&) {
  return zero;
}

template <int Order, class F, class X>
constexpr auto of_order(F const& f, X const& x) {
  if constexpr (Order == 0) {
    return f;
  } else {
    return derivative<Order>(f, x);
  }
}

constexpr std::intmax_t binomial(int n, int k) {
  std::intmax_t result = 1;
  for (int i = 1; i <= k; ++i) result = result * (n - k + i) / i;
  return result;
}

template <class F, class G, class X, int... K>
constexpr auto leibniz_sum(F const& f, G const& g, X const& x, std::integer_sequence<int, K...>) {
  constexpr int n = sizeof...(K) - 1;
  return ((constant<binomial(n, K)>{} * (of_order<K>(f, x) * of_order<n - K>(g, x))) + ...);
}

}  // namespace detail

/// The two sides of a theorem: formulas, or Hana tuples of as many formulas. As a bool, whether they are proved equal.
template <class Left, class Right>
struct equation {
  Left left;
  Right right;

  constexpr explicit operator bool() const { return detail::proved(Left{}, Right{}); }
};
template <class Left, class Right>
equation(Left, Right) -> equation<Left, Right>;

// --- one variable: Apostol, Calculus, vol. 1, 2nd ed. (1967), chapters 4 to 6

/// (f + g)' = f' + g'.
template <class F, class G, class X>
constexpr auto sum_rule(F const& f, G const& g, X const& x) {
  return equation{derivative(f + g, x), derivative(f, x) + derivative(g, x)};
}

/// (c f)' = c f', where c does not depend on x.
template <class C, class F, class X>
constexpr auto constant_multiple_rule(C const& c, F const& f, X const& x) {
  return equation{derivative(c * f, x), c * derivative(f, x)};
}

/// (a f + b g)' = a f' + b g', where a and b do not depend on x.
template <class F, class G, class A, class B, class X>
constexpr auto linearity(F const& f, G const& g, A const& a, B const& b, X const& x) {
  return equation{derivative(a * f + b * g, x), a * derivative(f, x) + b * derivative(g, x)};
}

/// (f g)' = f' g + f g'.
template <class F, class G, class X>
constexpr auto product_rule(F const& f, G const& g, X const& x) {
  return equation{derivative(f * g, x), derivative(f, x) * g + f * derivative(g, x)};
}

/// (f / g)' = (f' g - f g') / g^2.
template <class F, class G, class X>
constexpr auto quotient_rule(F const& f, G const& g, X const& x) {
  return equation{derivative(f / g, x), (derivative(f, x) * g - f * derivative(g, x)) / (g * g)};
}

/// (1 / f)' = -f' / f^2.
template <class F, class X>
constexpr auto reciprocal_rule(F const& f, X const& x) {
  return equation{derivative(one / f, x), -derivative(f, x) / (f * f)};
}

/// (f^n)' = n f^(n-1) f', where n does not depend on x.
template <class F, class N, class X>
constexpr auto power_rule(F const& f, N const& n, X const& x) {
  return equation{derivative(pow(f, n), x), n * pow(f, n - one) * derivative(f, x)};
}

/// (f^g)' = f^g (g' log f + g f' / f).
template <class F, class G, class X>
constexpr auto general_power_rule(F const& f, G const& g, X const& x) {
  return equation{derivative(pow(f, g), x), pow(f, g) * (derivative(g, x) * log(f) + g * derivative(f, x) / f)};
}

/// f' = f (log f)'.
template <class F, class X>
constexpr auto logarithmic_differentiation(F const& f, X const& x) {
  return equation{derivative(f, x), f * derivative(log(f), x)};
}

/// (f o g)' = (f' o g) g': f a formula of x, g one of t.
template <class F, class X, class G, class T>
constexpr auto chain_rule(F const& f, X const& x, G const& g, T const& t) {
  return equation{derivative(f(x = g), t), derivative(f, x)(x = g) * derivative(g, t)};
}

/// d/dt f(g, h) = f_x(g, h) g' + f_y(g, h) h': f a formula of x and y, g and h of t.
/// Apostol, vol. 2, chapter 8.
template <class F, class X, class G, class Y, class H, class T>
constexpr auto chain_rule(F const& f, X const& x, G const& g, Y const& y, H const& h, T const& t) {
  return equation{derivative(f(x = g, y = h), t), derivative(f, x)(x = g, y = h) * derivative(g, t) +
                                                      derivative(f, y)(x = g, y = h) * derivative(h, t)};
}

/// (f g)^(N) = sum over k of (N choose k) f^(k) g^(N-k): Leibniz's rule.
template <int N, class F, class G, class X>
constexpr auto leibniz_rule(F const& f, G const& g, X const& x) {
  return equation{derivative<N>(f * g, x), detail::leibniz_sum(f, g, x, std::make_integer_sequence<int, N + 1>{})};
}

/// g'(t) f'(g(t)) = 1, where g, a formula of t, is inverse to f, a formula of x.
template <class F, class X, class G, class T>
constexpr auto inverse_function_rule(F const& f, X const& x, G const& g, T const& t) {
  return equation{derivative(g, t) * derivative(f, x)(x = g), one};
}

/// F' = f: F is an antiderivative of f, which is what makes F the integral of f (fundamental theorem of calculus).
template <class Antiderivative, class F, class X>
constexpr auto antiderivative(Antiderivative const& integral, F const& f, X const& x) {
  return equation{derivative(integral, x), f};
}

// --- several variables: Apostol, Calculus, vol. 2, 2nd ed. (1969), chapters 8 and 12

/// f_xy = f_yx, for f with continuous second partials (Schwarz).
template <class F, class X, class Y>
constexpr auto mixed_partials_commute(F const& f, X const& x, Y const& y) {
  return equation{derivative(derivative(f, x), y), derivative(derivative(f, y), x)};
}

/// x . grad f = degree f, for f homogeneous of that degree in the variables x... (Euler).
template <class F, class Degree, class... X>
constexpr auto euler_homogeneous(F const& f, Degree const& degree, X const&... x) {
  return equation{detail::dot(hana::make_tuple(x...), detail::partials(f, x...)), degree * f};
}

/// grad(f g) = g grad f + f grad g.
template <class F, class G, class... X>
constexpr auto gradient_product_rule(F const& f, G const& g, X const&... x) {
  return equation{detail::partials(f * g, x...),
                  detail::plus(detail::times(g, detail::partials(f, x...)), detail::times(f, detail::partials(g, x...)))};
}

/// grad f(g) = f'(g) grad g: f a formula of t, g one of the variables x...
template <class F, class T, class G, class... X>
constexpr auto gradient_chain_rule(F const& f, T const& t, G const& g, X const&... x) {
  return equation{detail::partials(f(t = g), x...), detail::times(derivative(f, t)(t = g), detail::partials(g, x...))};
}

/// div(f v) = grad f . v + f div v: v a Hana tuple with a component for each variable.
template <class F, class Field, class... X>
constexpr auto divergence_product_rule(F const& f, Field const& v, X const&... x) {
  return equation{divergence(detail::times(f, v), x...), detail::dot(detail::partials(f, x...), v) + f * divergence(v, x...)};
}

/// curl(f v) = grad f x v + f curl v, in space.
template <class F, class Field, class X, class Y, class Z>
constexpr auto curl_product_rule(F const& f, Field const& v, X const& x, Y const& y, Z const& z) {
  return equation{curl(detail::times(f, v), x, y, z),
                  detail::plus(detail::cross(detail::partials(f, x, y, z), v), detail::times(f, curl(v, x, y, z)))};
}

/// div(u x v) = v . curl u - u . curl v.
template <class U, class V, class X, class Y, class Z>
constexpr auto divergence_of_cross_product(U const& u, V const& v, X const& x, Y const& y, Z const& z) {
  return equation{divergence(detail::cross(u, v), x, y, z),
                  detail::dot(v, curl(u, x, y, z)) - detail::dot(u, curl(v, x, y, z))};
}

/// curl grad f = 0, in the plane and in space.
template <class F, class... X>
constexpr auto curl_of_gradient_is_zero(F const& f, X const&... x) {
  auto const result = curl(detail::partials(f, x...), x...);
  return equation{result, detail::zeros(result)};
}

/// div curl v = 0.
template <class Field, class X, class Y, class Z>
constexpr auto divergence_of_curl_is_zero(Field const& v, X const& x, Y const& y, Z const& z) {
  return equation{divergence(curl(v, x, y, z), x, y, z), zero};
}

/// curl curl v = grad div v - the Laplacians of the components.
template <class U, class V, class W, class X, class Y, class Z>
constexpr auto curl_of_curl(hana::tuple<U, V, W> const& v, X const& x, Y const& y, Z const& z) {
  auto const laplacians = hana::make_tuple(laplacian(U{}, x, y, z), laplacian(V{}, x, y, z), laplacian(W{}, x, y, z));
  return equation{curl(curl(v, x, y, z), x, y, z),
                  detail::plus(detail::partials(divergence(v, x, y, z), x, y, z), detail::times(-one, laplacians))};
}

/// Laplacian f = div grad f.
template <class F, class... X>
constexpr auto laplacian_is_divergence_of_gradient(F const& f, X const&... x) {
  return equation{laplacian(f, x...), divergence(detail::partials(f, x...), x...)};
}

/// Laplacian (f g) = g Laplacian f + 2 grad f . grad g + f Laplacian g.
template <class F, class G, class... X>
constexpr auto laplacian_product_rule(F const& f, G const& g, X const&... x) {
  auto const mixed = detail::dot(detail::partials(f, x...), detail::partials(g, x...));
  return equation{laplacian(f * g, x...), g * laplacian(f, x...) + constant<2>{} * mixed + f * laplacian(g, x...)};
}

/// div(f grad g - g grad f) = f Laplacian g - g Laplacian f: Green's second identity, before it is integrated.
template <class F, class G, class... X>
constexpr auto green_identity(F const& f, G const& g, X const&... x) {
  auto const field = detail::plus(detail::times(f, detail::partials(g, x...)), detail::times(-g, detail::partials(f, x...)));
  return equation{divergence(field, x...), f * laplacian(g, x...) - g * laplacian(f, x...)};
}

/// Laplacian f = 0: f is harmonic, as the logarithm of the radius is in the plane.
template <class F, class... X>
constexpr auto harmonic(F const& f, X const&... x) {
  return equation{laplacian(f, x...), zero};
}

/// u_x = v_y, u_y = -v_x: u and v are the real and the imaginary part of a complex differentiable function.
template <class U, class V, class X, class Y>
constexpr auto cauchy_riemann(U const& u, V const& v, X const& x, Y const& y) {
  return equation{detail::partials(u, x, y), hana::make_tuple(derivative(v, y), -derivative(v, x))};
}

}  // namespace theorems
}  // namespace nabla
