#pragma once

#include <nabla/rules/condition.hpp>
#include <nabla/rules/exponential.hpp>
#include <nabla/rules/piecewise.hpp>

// The logistic function and what belongs to it: none overflows, none is NaN, however large or small the argument.

namespace nabla {

/// 1 / (1 + exp(-x)). Its derivative comes from the value, without a second call: y (1 - y), whose error is below one unit in the
/// last place of 1; where y is near 1 that is much of a small number.
struct logistic_op {
  static constexpr fixed_string name = "logistic";
  static constexpr fixed_string latex = "\\sigma";
  static constexpr fixed_string undoes = "logit";
  static constexpr bool is_increasing = true;
  static constexpr interval samples{-3, 3};
  static constexpr auto definition = [](auto x) { return one / (one + apply_op<exp_op>(-x)); };
  static constexpr auto value = []<class T>(T const& x) -> T {
    if constexpr (detail::ordered<T>) {
      T const e = math::exp(T(-math::abs(x)));
      return T(select_op::value(x < T(0), e, T(1)) / (T(1) + e));
    } else {
      return T(T(1) / (T(1) + math::exp(T(-x))));
    }
  };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(y * (one - y)); };
};

/// log(p / (1 - p)), the inverse of the logistic function, exact to the last places at 1/2 too.
struct logit_op {
  static constexpr fixed_string name = "logit";
  static constexpr fixed_string undoes = "logistic";
  static constexpr interval samples{0.1, 0.9};
  static constexpr auto definition = [](auto p) { return apply_op<log_op>(p / (one - p)); };
  static constexpr auto value = []<class T>(T const& p) -> T {
    if constexpr (detail::ordered<T>) {
      auto const near_zero = [&] { return T(math::log(p) - math::log1p(T(-p))); };
      auto const beyond = [&] { return T(math::log1p(T((p - (T(1) - p)) / (T(1) - p)))); };
      if constexpr (std::is_same_v<decltype(p < p), bool>) {
        return p < T(1) / T(4) ? near_zero() : beyond();
      } else {
        return select_op::value(p < T(1) / T(4), near_zero(), beyond());
      }
    } else {
      return math::log(T(p / (T(1) - p)));
    }
  };
  static constexpr auto partials = [](auto p, auto) { return hana::make_tuple(one / (p * (one - p))); };
  static constexpr auto exact_value = [](rational p) { return p == rational{1, 2} ? exact(rational{0, 1}) : exact{}; };
};

/// log(1 + exp(x)).
struct softplus_op {
  static constexpr fixed_string name = "softplus";
  static constexpr bool is_increasing = true;
  static constexpr interval samples{-3, 3};
  static constexpr auto definition = [](auto x) { return apply_op<log_op>(one + apply_op<exp_op>(x)); };
  static constexpr auto value = []<class T>(T const& x) -> T {
    if constexpr (detail::ordered<T>) {
      return T(select_op::value(x > T(0), x, T(0)) + math::log1p(math::exp(T(-math::abs(x)))));
    } else {
      return math::log(T(T(1) + math::exp(x)));
    }
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<logistic_op>(x)); };
};

/// a - b, and 0 of equal operands, which infinities too may be: a step in derivatives of logaddexp. Not in any formula.
struct distance_op {
  static constexpr fixed_string name = "distance";
  static constexpr bool is_transparent = true;
  static constexpr auto definition = [](auto a, auto b) { return a - b; };
  static constexpr auto value = []<class T>(T const& a, T const& b) -> T { return select_op::value(a == b, T(0), T(a - b)); };
  static constexpr auto partials = [](auto, auto, auto) { return hana::make_tuple(one, constant<-1>{}); };
};

/// log(exp(a) + exp(b)).
struct logaddexp_op {
  static constexpr fixed_string name = "logaddexp";
  static constexpr bool is_commutative = true;
  static constexpr bool is_increasing = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto a, auto b) { return apply_op<log_op>(apply_op<exp_op>(a) + apply_op<exp_op>(b)); };
  static constexpr auto value = []<class T>(T const& a, T const& b) -> T {
    // Equal infinities have no difference.
    T const distance = select_op::value(a == b, T(0), T(math::abs(T(a - b))));
    return T(select_op::value(a < b, b, a) + math::log1p(math::exp(T(-distance))));
  };
  static constexpr auto partials = [](auto a, auto b, auto) {
    return hana::make_tuple(apply_op<logistic_op>(apply_op<distance_op>(a, b)), apply_op<logistic_op>(apply_op<distance_op>(b, a)));
  };
};

/// log(exp(x) + exp(y) + ...) of any number of operands. The partials are the softmax weights exp(x - result); where an operand
/// is the result, as it is among infinite ones, the weight is 1.
struct log_sum_exp_op {
  static constexpr fixed_string name = "log_sum_exp";
  static constexpr bool is_commutative = true;
  static constexpr bool is_variadic = true;
  static constexpr bool is_increasing = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto value = []<class T, class... Rest>(T const& first, Rest const&... rest) -> T {
    T largest = first;
    ((largest = select_op::value(largest < rest, rest, largest)), ...);
    auto const term = [&](T const& x) -> T { return select_op::value(x == largest, T(1), T(math::exp(T(x - largest)))); };
    return T(largest + math::log(T((term(first) + ... + term(rest)))));
  };
  static constexpr auto partial = [](auto x, auto y) { return select(equals(x, y), one, apply_op<exp_op>(x - y)); };
};

/// x logistic(x).
struct silu_op {
  static constexpr fixed_string name = "silu";
  static constexpr interval samples{-3, 3};
  static constexpr auto definition = [](auto x) { return apply_op<strong_product>(apply_op<logistic_op>(x), x); };
  static constexpr auto partials = [](auto x, auto y) {
    auto const s = apply_op<logistic_op>(x);
    return hana::make_tuple(s + apply_op<strong_product>(one - s, y));
  };
};

template <detail::term_or_condition T>
constexpr auto logistic(T x) {
  return apply_op<logistic_op>(x);
}
/// The logistic function by its other name.
template <detail::term_or_condition T>
constexpr auto sigmoid(T x) {
  return apply_op<logistic_op>(x);
}
template <detail::term_or_condition T>
constexpr auto logit(T x) {
  return apply_op<logit_op>(x);
}
template <detail::term_or_condition T>
constexpr auto softplus(T x) {
  return apply_op<softplus_op>(x);
}
/// softplus by its other name.
template <detail::term_or_condition T>
constexpr auto log1pexp(T x) {
  return apply_op<softplus_op>(x);
}
template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto logaddexp(A a, B b) {
  return detail::of_terms<logaddexp_op>(a, b);
}
/// log(exp(x) + exp(y) + ...), with numbers among the operands too; of a family of variables, of all its members.
template <class... Terms>
  requires detail::joined_terms<Terms...>
constexpr auto log_sum_exp(Terms... terms) {
  return detail::of_terms<log_sum_exp_op>(terms...);
}
template <fixed_string Name, std::size_t Size>
constexpr auto log_sum_exp(family<Name, Size> const& variables) {
  return hana::unpack(variables, [](auto... members) { return apply_op<log_sum_exp_op>(members...); });
}
template <detail::term_or_condition T>
constexpr auto silu(T x) {
  return apply_op<silu_op>(x);
}
/// silu by its other name.
template <detail::term_or_condition T>
constexpr auto swish(T x) {
  return apply_op<silu_op>(x);
}

NABLA_OTHER_ARGUMENTS(constant<0>, logistic, "takes one operand: logistic(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, sigmoid, "takes one operand: sigmoid(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, softplus, "takes one operand: softplus(x)")

}  // namespace nabla
