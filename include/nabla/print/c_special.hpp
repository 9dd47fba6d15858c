#pragma once

#include <bit>
#include <cstdint>

#include <nabla/math/polygamma.hpp>
#include <nabla/print/notation.hpp>
#include <nabla/rules/floating.hpp>

// Functions that C lacks and nabla computes itself, in C: the same operations in the same order as in math/polygamma.hpp and
// rules/sinc.hpp, so that the values are the same. What is needed of them is written before the function that calls it, once in a file of
// several.
namespace nabla::detail {

/// Some functions of C, and the operation, where there is one, that calls the last of them.
struct c_helper {
  text operation;
  std::size_t operands;
  text function;
  int needs;  // a helper before it in the table, or -1
  text guard;
  char const* body;  // its length is counted where it is written, and not in every program
};

inline constexpr c_helper c_helpers[] = {
    {"", 0, "", -1, "NABLA_POLYGAMMA_POLE",
     R"(static double nabla_polygamma_pole(double x, int odd) {
  if (x - x != 0.0 || (odd && x != 0.0)) return NAN;
  return odd ? -1.0/x : INFINITY;
}
)"},
    {"digamma", 1, "nabla_digamma", 0, "NABLA_DIGAMMA",
     R"(static double nabla_digamma_of_positive(double x) {
  double distance = x, root = 0.0, sum = 0.0, power = 1.0, reciprocal, a, b, product, u, v, first, e;
  int k, steps = 0;
  if (x >= nabla_polygamma_start) {
    reciprocal = 1.0/x;
    u = reciprocal*reciprocal;
    for (k = nabla_polygamma_terms; k > 0; --k) sum = u*(nabla_polygamma_coefficients[k - 1] + sum);
    return log(x) - (sum + reciprocal/2.0);
  }
  for (k = 0; k < nabla_digamma_root_parts; ++k) {
    distance = distance - nabla_digamma_root[k];
    root = root + nabla_digamma_root[k];
  }
  while ((x < root ? x : root) + steps < nabla_polygamma_start) ++steps;
  a = x + steps;
  b = root + steps;
  reciprocal = 1.0/b;
  product = 1.0/a*reciprocal;
  u = 1.0/a*(1.0/a);
  v = reciprocal*reciprocal;
  first = (1.0/a + reciprocal)*product;
  e = first;
  for (k = 0; k < nabla_polygamma_terms; ++k) {
    sum = sum + nabla_polygamma_coefficients[k]*e;
    power = power*v;
    e = u*e + power*first;
  }
  sum = sum + product/2.0;
  for (k = steps - 1; k >= 0; --k) sum = sum + 1.0/((x + k)*(root + k));
  return distance*sum + log1p(distance*reciprocal);
}
static double nabla_digamma(double x) {
  double const below = floor(x), beyond = x - below;
  if (!(x <= 0.0)) return nabla_digamma_of_positive(x);
  if (!(beyond > 0.0)) return nabla_polygamma_pole(x, 1);
  return nabla_digamma_of_positive(1.0 - x) + (nabla_digamma_of_positive(beyond) - nabla_digamma_of_positive((below + 1.0) - x));
}
)"},
    {"polygamma", 2, "nabla_polygamma", 0, "NABLA_POLYGAMMA",
     R"(static double nabla_reciprocal_power(double x, int power) {
  double product = x;
  int k;
  if (power > 4) return pow(x, -power);
  for (k = 1; k < power; ++k) product = product*x;
  return 1.0/product;
}
static double nabla_factorial_times_zeta(int n, double x) {
  double const start = nabla_polygamma_start + n;
  int const doublings = 56/n + 1;
  int const ends_early = doublings < 24 && x*(1 << doublings) < start;
  double const end = ends_early ? x*(1 << doublings) : start;
  double sum = 0.0, ratio = 1.0, factorial = 1.0, scale, a, at, reciprocal, u, next;
  int k, m, steps = 0;
  while (x + steps < end) ++steps;
  a = x + steps;
  if (!ends_early) {
    reciprocal = 1.0/a;
    u = reciprocal*reciprocal;
    for (k = 1; k <= nabla_polygamma_terms; ++k) {
      ratio = ratio*u*((2.0*k + n - 2.0)*(2.0*k + n - 1.0))/((2.0*k - 1.0)*(2.0*k));
      next = 2.0*k*nabla_polygamma_coefficients[k - 1]*ratio;
      if (sum + next == sum) break;
      sum = sum + next;
    }
    sum = sum + n*reciprocal/2.0 + 1.0;
  }
  if (n > 22 || a*0x1p-52 > 1.0) {
    scale = 1.0/a;
    for (k = 1; k < n; ++k) scale = scale*(k/a);
    sum = sum*scale;
    for (m = steps - 1; m >= 0; --m) {
      at = x + m;
      scale = 1.0/at;
      for (k = 1; k <= n; ++k) scale = scale*(k/at);
      sum = sum + scale;
    }
    return sum;
  }
  sum = sum*nabla_reciprocal_power(a, n)/n;
  for (m = steps - 1; m >= 0; --m) sum = sum + nabla_reciprocal_power(x + m, n + 1);
  for (k = 2; k <= n; ++k) factorial = factorial*k;
  return factorial*sum;
}
static double nabla_polygamma(double order, double x) {
  int const n = (int)order, odd = n % 2 == 1;
  double const below = floor(x), beyond = x - below;
  double right, left;
  if (!(x <= 0.0)) return odd ? nabla_factorial_times_zeta(n, x) : -nabla_factorial_times_zeta(n, x);
  if (!(beyond > 0.0)) return nabla_polygamma_pole(x, !odd);
  right = nabla_factorial_times_zeta(n, beyond);
  left = nabla_factorial_times_zeta(n, (below + 1.0) - x) - nabla_factorial_times_zeta(n, 1.0 - x);
  return odd ? right + left : left - right;
}
)"},
    {"trigamma", 1, "nabla_trigamma", 2, "NABLA_TRIGAMMA",
     R"(static double nabla_trigamma(double x) { return nabla_polygamma(1.0, x); }
)"},
    {"sinc_derivative", 2, "nabla_sinc_derivative", -1, "NABLA_SINC_DERIVATIVE",
     R"(static double nabla_sinc_derivative(double order, double x) {
  int const n = (int)order, first = (n + 1)/2;
  double const size = fabs(x);
  double s, power, before;
  int k;
  if (n == 0 ? size == 0.0 : size < n + 1.0 && size < 32.0) {
    power = n % 2 == 0 ? 1.0 : x;
    s = 0.0;
    if (first % 2 == 1) power = -power;
    for (k = first; k < first + 60; ++k) {
      before = s;
      s = s + power/(2*k + 1);
      if (s == before && k > first + n) break;
      power = -power*x*x/((2.0*k + 1.0 - n)*(2.0*k + 2.0 - n));
    }
    return s;
  }
  s = sin(x)/x;
  for (k = 1; k <= n; ++k) {
    double const turned = k % 4 == 0 ? sin(x) : k % 4 == 1 ? cos(x) : k % 4 == 2 ? -sin(x) : -cos(x);
    s = (turned - k*s)/x;
  }
  return s;
}
)"},
};
inline constexpr int number_of_c_helpers = sizeof(c_helpers) / sizeof(c_helper);

/// The helper that an operation calls, or -1.
constexpr int c_helper_of(std::uint64_t operation, std::size_t operands) {
  for (int k = 0; k < number_of_c_helpers; ++k) {
    if (c_helpers[k].operands == operands && operands != 0 && hash_text(c_helpers[k].operation) == operation) return k;
  }
  return -1;
}

template <class Numbers>
constexpr void add_table_in_c(text_builder& out, text name, Numbers const& numbers) {
  out.add("static double const ");
  out.add(name);
  out.add("[] = {");
  text separator = "";
  for (double number : numbers) {
    hexadecimal_text const digits = as_hexadecimal(std::bit_cast<std::uint64_t>(number));
    out.add(separator);
    out.add(text(digits.characters, digits.size));
    separator = ", ";
  }
  out.add("};\n");
}

/// The numbers that a helper's text names are those of the library. A template, as what calls it, so that they are computed where C is
/// written and not in every program.
template <class Double>
constexpr void add_numbers_of_c_helper(text_builder& out, text guard) {
  using series = math::kernel::polygamma_series<Double>;
  if (guard == "NABLA_POLYGAMMA_POLE") {
    out.add("enum { nabla_polygamma_start = ");
    out.add_digits(series::start);
    out.add(", nabla_polygamma_terms = ");
    out.add_digits(series::terms);
    out.add(" };\n");
    add_table_in_c(out, "nabla_polygamma_coefficients", math::kernel::polygamma_coefficients<Double>);
  } else if (guard == "NABLA_DIGAMMA") {
    out.add("enum { nabla_digamma_root_parts = ");
    out.add_digits(sizeof(math::kernel::digamma_root) / sizeof(double));
    out.add(" };\n");
    add_table_in_c(out, "nabla_digamma_root", math::kernel::digamma_root);
  }
}

/// Those helpers that are marked, and what they need.
template <class Double>
constexpr void add_c_helpers(text_builder& out, bool (&needed)[number_of_c_helpers]) {
  for (int k = number_of_c_helpers - 1; k >= 0; --k) {
    if (needed[k] && c_helpers[k].needs >= 0) needed[c_helpers[k].needs] = true;
  }
  for (int k = 0; k < number_of_c_helpers; ++k) {
    if (!needed[k]) continue;
    c_helper const& helper = c_helpers[k];
    out.add("#ifndef ");
    out.add(helper.guard);
    out.add("\n#define ");
    out.add(helper.guard);
    out.add("\n");
    add_numbers_of_c_helper<Double>(out, helper.guard);
    out.add(helper.body);
    out.add("#endif\n\n");
  }
}

}  // namespace nabla::detail
