#pragma once

#include <nabla/theorems.hpp>

#include "../c/corpus.hpp"

// What the corpus of C has not: operations that only steps of derivatives have, a user's, names that need care.

namespace demo {

struct cube_op {
  static constexpr nabla::fixed_string name = "cube";
  static constexpr auto definition = [](auto x) { return x * x * x; };
};

}  // namespace demo

namespace {

struct hidden_op {
  static constexpr nabla::fixed_string name = "hidden";
  static constexpr auto definition = [](auto x) { return x + x; };
};

}  // namespace

namespace corpus {

// FORMULA(name, ulp, formula), as in the other corpus.
#define NABLA_TYPE_CORPUS(FORMULA)                                                                    \
  FORMULA(variable_alone, 0, x)                                                                       \
  FORMULA(odd_names, 0, "a \"b\" \\ c?\?/"_v + "\xce\xb1"_v * "long name"_v)                          \
  FORMULA(members, 0, q[0_c] * q[2_c] - (nabla::variables<"x", 9>.get<8>()))                            \
  FORMULA(largest_number, 0, 9223372036854775807_c * x - -9223372036854775807_c)                      \
  FORMULA(negated_product, 0, -(x * y) * -x * (-(x + y)) - (-x) * y + -(-x))                          \
  FORMULA(quotients, 0, x / y / z + x / (y / z) + x / (y * z) + x / y * z + x * (y / z))              \
  FORMULA(powers, 0, pow(pow(x, y), z) + pow(x, pow(y, z)) - pow(-x, -2_c) + pow(-1_c / 2_c, x))      \
  FORMULA(condition_alone, 0, (x < y && !(y <= z)) || equals(x, 1_c))                                 \
  FORMULA(nested_conditions, 0, x < y && (y < z || z > 2_c) && (x >= y && y < z))                     \
  FORMULA(special_names, 0, polygamma(2_c, x) + digamma(y) * trigamma(z))                             \
  FORMULA(of_numbers, 0, sqrt(2_c) * exp(1_c) + sin(nabla::pi))                                       \
  FORMULA(unknown, 0, nabla::unknown<"f">(x * y) + derivative(nabla::unknown<"g">(x * x, y), x))      \
  FORMULA(user_defined, 0, nabla::apply_op<demo::cube_op>(x) + nabla::apply_op<hidden_op>(y))         \
  FORMULA(derivative_of_user_defined, 0, derivative(nabla::apply_op<demo::cube_op>(x) * y, x))        \
  FORMULA(derivatives_of_sinc, 0, derivative<3>(sinc(x), x))                                          \
  FORMULA(steps, 0, nabla::apply_op<nabla::strong_product>(x, nabla::apply_op<nabla::gaussian_op>(y)) \
                        + nabla::apply_op<nabla::one_minus_square_op>(x))                             \
  FORMULA(floating, 0, nabla::apply<nabla::floating_op<4591870180066957722u>>{} * x)

}  // namespace corpus
