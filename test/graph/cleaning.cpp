#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>

// What the rewriting of derivative code saves, by operations counted. Each assertion fails without the rewriting that it names.

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;

constexpr nabla::operation_counts counts(std::size_t additions, std::size_t multiplications, std::size_t divisions, std::size_t calls) {
  return {additions, multiplications, divisions, calls};
}

// Quotients that cancel: the partials of log(x/y) are 1/x and -1/y.
static_assert(operation_count(gradient(log(x / y), x, y)) == counts(1, 0, 2, 0));
static_assert(operation_count(gradient(z * log(x / y), x, y)) == counts(1, 2, 2, 0));

// Quotients by one denominator share its reciprocal: of 1/x, 2/x and 3/x one is a division.
static_assert(operation_count(jacobian(hana::make_tuple(2_c * log(x), 3_c * log(x)), x)) == counts(0, 2, 1, 0));

// Numbers meet: 6 and x^2 z^2, not 3 and z^2 and 2 x^2.
static_assert(operation_count(gradient(2_c * pow(z, 3_c) * pow(x, 2_c), x, z)) == counts(0, 8, 0, 0));

// The two partials of x*x are one, 2x, where the 2 meets a number: z + x y, not z + (y/2) x + (y/2) x.
static_assert(operation_count(gradient(x * z + (x * x / 2_c) * y, x)) == counts(1, 1, 0, 0));

// A partial that is a quotient needs no derivatives of its own for those of higher orders.
static_assert(operation_count(nabla::value_and_derivatives<3>(log(1_c + x * x), x)) == counts(3, 8, 1, 1));

// Beyond the first order a term that is linear has no derivative, and none is multiplied.
static_assert(operation_count(nabla::value_and_derivatives<2>(exp(x / y), x)) == counts(0, 2, 2, 1));

// Factors that are the same whatever the variables are meet too.
static_assert(operation_count(gradient(sin(3_c * x / sqrt(nabla::pi)) * 2_c, x)) == counts(0, 3, 2, 2));

// Powers share their products, sin and cos their argument, and tanh' is written through the value.
static_assert(operation_count(gradient(pow(x, 6_c) + pow(x, 3_c) + pow(x, 2_c), x)) == counts(2, 6, 0, 0));
static_assert(operation_count(value_and_gradient(sin(x) * y, x, y)) == counts(0, 2, 0, 2));
static_assert(operation_count(value_and_gradient(tanh(x) * y, x, y)) == counts(1, 3, 0, 1));

// The primal is left as it is written: two divisions by one denominator, and no numbers moved.
static_assert(operation_count(nabla::function(x / z + y / z, x, y, z)) == counts(1, 0, 2, 0));
static_assert(operation_count(nabla::function(3_c * ((2_c * x) * y), x, y)) == counts(0, 3, 0, 0));

}  // namespace
