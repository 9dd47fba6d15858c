#pragma once

// How to add a function. One struct says all that the library knows of it, and one function template applies it:
//
//     struct tanh_op {
//       static constexpr fixed_string name = "tanh";        // its identity, and how it prints
//       static constexpr interval samples{-2, 2};           // where tests may evaluate it and its derivatives
//       static constexpr auto value = [](auto const& x) { using std::tanh; return tanh(x); };
//       static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(one - y * y); };
//     };
//     template <term T> constexpr auto tanh(T x) { return apply_op<tanh_op>(x); }
//
// `value` takes the operands as scalars of any type, by reference (the types of some libraries are formulas themselves and
// refer to their operands). `partials` takes the operands and the result as terms and gives a Hana tuple with one partial an
// operand; numbers in it are `one`, `constant<2>{}` or named constants, never 1.0. A function without operands is a
// mathematical constant; its `value` takes a `std::type_identity<T>`.
//
// A function that is a formula of others may say just that, and nothing more is needed; value and partials, where they are
// stated too, come first (for a value without cancellation, a derivative through the result). Proofs by == replace the
// function by its definition:
//
//     static constexpr auto definition = [](auto x) { return one / cos(x); };
//
// A struct may say more:
//     latex                    how it prints there                    (default: the name)
//     is_commutative           f(x, y) = f(y, x)                      (default: false)
//     is_odd, is_even          f(-x) = -f(x), f(-x) = f(x)            (default: false)
//     is_increasing            in every operand, or stays: bounds are then the values of bounds   (default: false)
//     undoes                   a function that it undoes wherever that is defined: "asin" of sin, sin(asin(u)) = u   (default: none)
//     exact_value              value at exact rational operands, an `exact` (default: never known)
//     is_transparent           it is written as its definition: a step of derivatives that has no name of its own
//     domain_error             for which operands it has no value, a math::domain_error: refused, in constant expressions, at the user's
//                              call and not deep in the evaluation   (default: none)
//     is_numeric               its value is known to numbers only (a library computes it, or a series): it has no code in C   (default: false)
//     takes_conditions         some operands are conditions, as of `select`: of others a condition is refused   (default: false)
//     is_variadic              any number of operands, each treated alike: `partial(x, y)` in place of `partials` takes one
//                              of them and the result              (default: false)
//
// Piecewise rules choose by select(x > zero, one, zero): what a choice multiplies by 0 is not evaluated. Where a factor tends to 0
// faster than another one to infinity, apply_op<strong_product>(a, b) is 0 where a is, whatever b.
//
// Where the partials of two functions need each other (sin and cos), they say apply_op<cos_op>(x) and not cos(x).
//
// Operations are told apart by a hash of their names: a second operation of one name is refused.   test/fail/operation_name.cpp
// A program in a namespace of its own writes nabla::fixed_string, nabla::term, nabla::apply_op, nabla::one.

#include <boost/hana/tuple.hpp>

#include <nabla/formula/apply.hpp>
#include <nabla/formula/operators.hpp>

namespace nabla {

namespace hana = boost::hana;

/// Closed interval of the real line, for rules to say where they may be sampled.
struct interval {
  double low;
  double high;
};

}  // namespace nabla
