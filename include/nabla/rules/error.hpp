#pragma once

#include <cstdint>
#include <limits>

#include <nabla/math/error.hpp>
#include <nabla/rules/power.hpp>

// The error function and the normal distribution.

namespace nabla {

namespace detail {

/// A product as the sum of its rounded value and what rounding took away.
/// Source: T. J. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971).
template <class Float>
struct exact_product {
  Float value;
  Float rest;

  constexpr exact_product(Float a, Float b) : value(a * b), rest() {
    auto const upper = [](Float x) {
      constexpr auto splitter = static_cast<Float>((std::uint64_t{1} << (std::numeric_limits<Float>::digits + 1) / 2) + 1);
      Float const scaled = splitter * x;
      return scaled - (scaled - x);
    };
    Float const a_high = upper(a), b_high = upper(b), a_low = a - a_high, b_low = b - b_high;
    rest = ((a_high * b_high - value) + a_high * b_low + a_low * b_high) + a_low * b_low;
  }
};

/// exp(-x^2 / divisor). What rounding x^2 takes away is given back, without which x^2 units in the last place are lost.
template <class T>
constexpr T gaussian(T const& x, T const& divisor) {
  if constexpr (standard_float<T>) {
    if (x < T(64) && x > T(-64)) {
      exact_product<T> const square(x, x);
      T const density = math::exp(-(square.value / divisor));
      return density - density * (square.rest / divisor);
    }
  }
  return T(math::exp(T(-(x * x / divisor))));
}

/// What rounding x^2 takes away, to the digits that a correction needs: x is split by a conversion, which costs less than Dekker's splitting.
template <class Float>
constexpr Float rest_of_square(Float x, Float square) {
  if constexpr (std::numeric_limits<Float>::digits == std::numeric_limits<double>::digits) {
    auto const high = static_cast<Float>(static_cast<float>(x));
    return (high * high - square) + (x - high) * (x + high);
  } else {
    return exact_product<Float>(x, x).rest;
  }
}

/// exp(-x^2), as gaussian(x, 1) with fewer operations.
template <class T>
constexpr T gaussian(T const& x) {
  if constexpr (standard_float<T>) {
    T const square = x * x;
    if (std::is_constant_evaluated() && !(square < T(4096))) return math::exp(-square);
    // Without a branch, and before the call, over which one number is kept: where x^2 has overflown the rest is NaN, or anything, and the density 0.
    T const rest = rest_of_square(x, square), bounded = rest < T(1) ? rest : T(1), density = math::exp(-square);
    return density - density * bounded;
  } else {
    return gaussian(x, T(1));
  }
}

/// exp(-x^2/2) / sqrt(2 pi).
template <class T>
constexpr T normal_density(T const& x) {
  if constexpr (standard_float<T>) {
    return gaussian(x, T(2)) * static_cast<T>(0.398942280401432677939946059934381868L);
  } else {
    T const turn = T(T(2) * pi_op::value(std::type_identity<T>{}));
    return T(gaussian(x, T(2)) / math::sqrt(turn));
  }
}

/// erfc(-x / sqrt(2)) / 2. In the lower tail what rounding x / sqrt(2) takes away is given back.
template <class T>
constexpr T normal_distribution(T const& x) {
  if constexpr (standard_float<T>) {
    // sqrt(1/2) is the double beside its rest, and so to the digits of any standard type.
    constexpr long double as_double = 0x1.6a09e667f3bcdp-1L, beside_double = -4.833646656726456518593584e-17L;
    constexpr auto root = static_cast<T>(as_double + beside_double);
    constexpr auto rest_of_root = static_cast<T>((as_double - static_cast<long double>(root)) + beside_double);
    T const tail = math::erfc(T(-(x * root))) / T(2);
    if (!(x < T(-1) && x > T(-64))) return tail;
    exact_product<T> const argument(x, root);
    return tail + normal_density(x) * ((argument.rest + x * rest_of_root) / root);
  } else {
    return T(math::erfc(T(-(x / math::sqrt(T(2))))) / T(2));
  }
}

}  // namespace detail

/// exp(-x^2), with what rounding x^2 takes away given back: a step in derivatives of the error function.
struct gaussian_op {
  static constexpr fixed_string name = "gaussian";
  static constexpr bool is_even = true;
  static constexpr bool is_transparent = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return apply_op<exp_op>(-(x * x)); };
  static constexpr auto value = []<class T>(T const& x) -> T { return detail::gaussian(x); };
  // The strong product: no slope at infinity.
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(-(constant<2>{} * apply_op<strong_product>(y, x))); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

struct erf_op {
  static constexpr fixed_string name = "erf";
  static constexpr fixed_string latex = "\\operatorname{erf}";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& x) { return math::erf(x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple(constant<2>{} * apply_op<gaussian_op>(x) / apply<sqrt_op, apply<pi_op>>{});
  };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

struct erfc_op {
  static constexpr fixed_string name = "erfc";
  static constexpr fixed_string latex = "\\operatorname{erfc}";
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return one - apply_op<erf_op>(x); };
  static constexpr auto value = [](auto const& x) { return math::erfc(x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple(-(constant<2>{} * apply_op<gaussian_op>(x) / apply<sqrt_op, apply<pi_op>>{}));
  };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

/// Density of the standard normal distribution, exp(-x^2/2) / sqrt(2 pi).
struct normal_pdf_op {
  static constexpr fixed_string name = "normal_pdf";
  static constexpr fixed_string latex = "\\varphi";
  static constexpr bool is_even = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) {
    return apply_op<exp_op>(-(x * x / constant<2>{})) / apply<sqrt_op, apply<times, constant<2>, apply<pi_op>>>{};
  };
  static constexpr auto value = []<class T>(T const& x) -> T { return detail::normal_density(x); };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(-apply_op<strong_product>(y, x)); };
};

/// Distribution function of the standard normal distribution, erfc(-x / sqrt(2)) / 2.
struct normal_cdf_op {
  static constexpr fixed_string name = "normal_cdf";
  static constexpr fixed_string latex = "\\Phi";
  static constexpr bool is_increasing = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return apply_op<erfc_op>(-(x / sqrt2)) / constant<2>{}; };
  static constexpr auto value = []<class T>(T const& x) -> T { return detail::normal_distribution(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<normal_pdf_op>(x)); };
  static constexpr auto exact_value = [](rational x) { return detail::is_integer(x, 0) ? exact(rational{1, 2}) : exact{}; };
};

/// x normal_cdf(x), the Gaussian error linear unit.
struct gelu_op {
  static constexpr fixed_string name = "gelu";
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return apply_op<strong_product>(apply_op<normal_cdf_op>(x), x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple(apply_op<normal_cdf_op>(x) + apply_op<strong_product>(apply_op<normal_pdf_op>(x), x));
  };
};

template <detail::term_or_condition T>
constexpr auto erf(T x) {
  return apply_op<erf_op>(x);
}
template <detail::term_or_condition T>
constexpr auto erfc(T x) {
  return apply_op<erfc_op>(x);
}
template <detail::term_or_condition T>
constexpr auto normal_pdf(T x) {
  return apply_op<normal_pdf_op>(x);
}
template <detail::term_or_condition T>
constexpr auto normal_cdf(T x) {
  return apply_op<normal_cdf_op>(x);
}
template <detail::term_or_condition T>
constexpr auto gelu(T x) {
  return apply_op<gelu_op>(x);
}

NABLA_OTHER_ARGUMENTS(constant<0>, erf, "takes one operand: erf(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, erfc, "takes one operand: erfc(x)")

}  // namespace nabla
