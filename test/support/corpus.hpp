#pragma once

#include <nabla/nabla.hpp>

#include <boost/hana.hpp>

#include <cmath>

// The formulas that the laws are held over. A law is a generic lambda, run over all of them.

namespace support {

namespace hana = boost::hana;
using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto z = nabla::variable<"z">;
inline constexpr auto t = nabla::variable<"t">;

/// Formulas of x, smooth for x > 0.
inline constexpr auto of_x = hana::make_tuple(x, 7_c, x * x - 3_c * x, 1_c / (x + 2_c), sqrt(x), pow(x, 2.5_c), sin(x) * x,
                                              exp(-x * x), log(x) / x, tanh(x) + atan(x), pow(2_c, x));

/// Formulas of t with values above 0.
inline constexpr auto of_t = hana::make_tuple(t * t + 1_c, exp(t), 2_c + sin(t), 1_c / (1_c + t * t), cosh(t));

/// Formulas of x, y, z, smooth where all are above 0.
inline constexpr auto of_xyz =
    hana::make_tuple(x * y * z, x * x * y - y / z, sin(x * y) + z, exp(x - z) * y, log(x + y * z), x / (y + z) + sqrt(x * z),
                     pow(x, y) * z, atan(x / y) * cosh(z), (x - y) * (y - z) * (z - x));

inline constexpr double points[][3] = {{0.7, 1.3, 0.4}, {2.1, 0.6, 1.7}, {1.0, 1.0, 1.0}, {0.2, 3.0, 0.9}};

/// Calls `law(f)` for each formula.
template <class Formulas, class Law>
constexpr void for_each(Formulas const& formulas, Law law) {
  hana::for_each(formulas, law);
}
/// Whether a law that is a proof holds for each formula.
template <class Formulas, class Law>
constexpr bool proved_for_each(Formulas const& formulas, Law law) {
  return hana::fold_left(formulas, true, [&](bool all, auto f) { return all && law(f); });
}

}  // namespace support
