#pragma once

#include <cstddef>
#include <cstdint>

#include <nabla/detail/fixed_string.hpp>

namespace nabla {

template <fixed_string Name, std::size_t... Index>
struct symbol;
template <std::intmax_t Numerator, std::intmax_t Denominator = 1>
struct constant;
template <class Operation, class... Operands>
struct apply;
template <fixed_string Name, std::size_t Size>
struct family;
template <class Variable, class Value>
struct binding;

// The operations that the operators + - * / and unary - stand for, defined in rules/arithmetic.hpp.
struct plus;
struct minus;
struct times;
struct divides;
struct negate;

// Those that identities of derivatives ask for, defined in rules/.
struct yielding_factor;
struct dominating_factor;
struct strong_product;
struct select_op;
struct and_op;
struct or_op;
struct sqrt_op;
struct abs_op;
struct log_op;
struct exp_op;
struct gaussian_op;
struct normal_pdf_op;

}  // namespace nabla
