#pragma once

#include <limits>

#include <boost/math/policies/policy.hpp>

#include <nabla/math/polygamma.hpp>
#include <nabla/rules/rule.hpp>

// What the rules whose values Boost.Math computes have in common. Each Boost.Math header costs 1 to 2 s to include, so
// these rules are not in the umbrella header.

namespace nabla::detail {

/// No exceptions, and no errno: outside the domain NaN, infinity at poles and on overflow. `Promoted` computes a double in
/// long double where Boost's double loses digits.
template <bool Promoted>
using special_policy =
    boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::pole_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::promote_double<Promoted>>;
inline constexpr special_policy<false> plain_policy{};
inline constexpr special_policy<true> promoting_policy{};

template <class T>
inline constexpr bool the_special_functions_take_real_scalars_of_known_precision = math::kernel::scalar_of_known_precision<T>;

template <class T>
bool is_infinite(T const& x) {
  return x == std::numeric_limits<T>::infinity() || x == -std::numeric_limits<T>::infinity();
}

/// f(x) but for x no number, of which some of Boost's series are summed for seconds. What Boost says of scalars that it does
/// not take is long.
template <class T, class Function>
T special_value(T const& x, Function f) {
  static_assert(the_special_functions_take_real_scalars_of_known_precision<T>,
                "nabla: the functions of nabla/special.hpp take real numbers whose precision std::numeric_limits knows: float, "
                "double, long double, Boost.Multiprecision");
  if constexpr (the_special_functions_take_real_scalars_of_known_precision<T>) {
    return x == x ? static_cast<T>(f(x)) : x;
  } else {
    return x;
  }
}

}  // namespace nabla::detail
