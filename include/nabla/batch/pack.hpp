#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <type_traits>

#include <nabla/config.hpp>
#include <nabla/rules/error.hpp>
#include <nabla/rules/exponential.hpp>
#include <nabla/rules/gamma.hpp>
#include <nabla/rules/hyperbolic.hpp>
#include <nabla/rules/power.hpp>
#include <nabla/rules/sinc.hpp>
#include <nabla/rules/trigonometric.hpp>

namespace nabla {

/// What the library knows of a type of SIMD packs: to be specialised for each library of them, in one place.
///
///     value_type, mask_type, size                       of the pack; float, double or long double
///     load(T const*), store(Pack, T*)                   `size` values of any alignment
///     select(mask, Pack, Pack), any_of(mask)
///     f(Pack), f(Pack, Pack)                            those elementary functions that are faster on a pack than lane by lane AND
///                                                       right for every argument, the value of a lane never depending on
///                                                       the other lanes; what is not here goes lane by lane through std
///
/// See batch/standard_pack.hpp (std::experimental::simd) and adapt/xsimd.hpp.
template <class Pack>
struct pack_traits;

/// A type that pack_traits is specialised for.
template <class Pack>
concept known_pack = requires { typename pack_traits<Pack>::value_type; };

namespace detail {

template <known_pack Pack>
class lanes;

/// f of each lane, by a function of one number.
template <known_pack Pack, class Function, class... Packs>
inline Pack lane_by_lane(Function f, Packs const&... operands) {
  using traits = pack_traits<Pack>;
  using number = typename traits::value_type;
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    number values[sizeof...(Packs)][traits::size];
    (traits::store(operands, values[I]), ...);
    number results[traits::size];
    for (std::size_t lane = 0; lane < traits::size; ++lane) results[lane] = static_cast<number>(f(values[I][lane]...));
    return traits::load(results);
  }(std::index_sequence_for<Packs...>{});
}

/// f of a pack where that is right, and lane by lane where it is not. For those lanes the pack's function is given an argument that
/// it takes, so that they have no effect on the others.
template <known_pack Pack, class Own, class Function>
NABLA_ALWAYS_INLINE Pack corrected(Pack const& x, typename pack_traits<Pack>::mask_type const& wrong, Pack const& harmless, Own own,
                                   Function f) {
  using traits = pack_traits<Pack>;
  if (!traits::any_of(wrong)) return own(x);
  return traits::select(wrong, lane_by_lane<Pack>(f, x), own(traits::select(wrong, harmless, x)));
}

/// A SIMD pack as the scalar of a batch: the pack's own arithmetic, its own functions where its pack_traits trust them, and
/// every other function lane by lane.
template <known_pack Pack>
class lanes {
 public:
  using traits = pack_traits<Pack>;
  using value_type = typename traits::value_type;
  using mask_type = typename traits::mask_type;
  static constexpr std::size_t width = traits::size;

  lanes() = default;
  NABLA_ALWAYS_INLINE lanes(Pack const& values) : values_(values) {}
  template <class Number>
    requires(std::is_arithmetic_v<Number>)
  NABLA_ALWAYS_INLINE explicit lanes(Number number) : values_(static_cast<value_type>(number)) {}

  NABLA_ALWAYS_INLINE static lanes load(value_type const* from) { return traits::load(from); }
  NABLA_ALWAYS_INLINE void store(value_type* to) const { traits::store(values_, to); }

  NABLA_ALWAYS_INLINE friend lanes operator+(lanes const& a, lanes const& b) { return Pack(a.values_ + b.values_); }
  NABLA_ALWAYS_INLINE friend lanes operator-(lanes const& a, lanes const& b) { return Pack(a.values_ - b.values_); }
  NABLA_ALWAYS_INLINE friend lanes operator*(lanes const& a, lanes const& b) { return Pack(a.values_ * b.values_); }
  NABLA_ALWAYS_INLINE friend lanes operator/(lanes const& a, lanes const& b) { return Pack(a.values_ / b.values_); }
  NABLA_ALWAYS_INLINE friend lanes operator-(lanes const& a) { return Pack(-a.values_); }
  NABLA_ALWAYS_INLINE lanes& operator+=(lanes const& b) { return *this = *this + b; }

  NABLA_ALWAYS_INLINE friend mask_type operator<(lanes const& a, lanes const& b) { return a.values_ < b.values_; }
  NABLA_ALWAYS_INLINE friend mask_type operator<=(lanes const& a, lanes const& b) { return a.values_ <= b.values_; }
  NABLA_ALWAYS_INLINE friend mask_type operator>(lanes const& a, lanes const& b) { return a.values_ > b.values_; }
  NABLA_ALWAYS_INLINE friend mask_type operator>=(lanes const& a, lanes const& b) { return a.values_ >= b.values_; }
  NABLA_ALWAYS_INLINE friend mask_type operator==(lanes const& a, lanes const& b) { return a.values_ == b.values_; }

  NABLA_ALWAYS_INLINE friend lanes select(mask_type const& condition, lanes const& then, lanes const& otherwise) {
    return traits::select(condition, then.values_, otherwise.values_);
  }

  /// That 0 is added makes 0 of -0.
  NABLA_ALWAYS_INLINE friend lanes abs(lanes const& x) {
    Pack const zero(value_type(0));
    return traits::select(x.values_ < zero, Pack(-x.values_), Pack(x.values_ + zero));
  }

#define NABLA_LANES_FUNCTION(function_, by_lane_)                                             \
  NABLA_ALWAYS_INLINE friend lanes function_(lanes const& x) {                                \
    if constexpr (requires { traits::function_(x.values_); }) {                               \
      return traits::function_(x.values_);                                                    \
    } else {                                                                                  \
      return lane_by_lane<Pack>([](value_type lane) { return by_lane_(lane); }, x.values_);   \
    }                                                                                         \
  }
  NABLA_LANES_FUNCTION(exp, std::exp)
  NABLA_LANES_FUNCTION(exp2, std::exp2)
  NABLA_LANES_FUNCTION(exp10, math::exp10)
  NABLA_LANES_FUNCTION(expm1, std::expm1)
  NABLA_LANES_FUNCTION(log, std::log)
  NABLA_LANES_FUNCTION(log2, std::log2)
  NABLA_LANES_FUNCTION(log10, std::log10)
  NABLA_LANES_FUNCTION(log1p, std::log1p)
  NABLA_LANES_FUNCTION(sqrt, std::sqrt)
  NABLA_LANES_FUNCTION(cbrt, std::cbrt)
  NABLA_LANES_FUNCTION(sin, std::sin)
  NABLA_LANES_FUNCTION(cos, std::cos)
  NABLA_LANES_FUNCTION(tan, std::tan)
  NABLA_LANES_FUNCTION(sinpi, math::sinpi)
  NABLA_LANES_FUNCTION(cospi, math::cospi)
  NABLA_LANES_FUNCTION(asin, std::asin)
  NABLA_LANES_FUNCTION(acos, std::acos)
  NABLA_LANES_FUNCTION(atan, std::atan)
  NABLA_LANES_FUNCTION(sinh, std::sinh)
  NABLA_LANES_FUNCTION(cosh, std::cosh)
  NABLA_LANES_FUNCTION(tanh, std::tanh)
  NABLA_LANES_FUNCTION(asinh, std::asinh)
  NABLA_LANES_FUNCTION(acosh, std::acosh)
  NABLA_LANES_FUNCTION(atanh, std::atanh)
  NABLA_LANES_FUNCTION(erf, std::erf)
  NABLA_LANES_FUNCTION(erfc, std::erfc)
  NABLA_LANES_FUNCTION(tgamma, std::tgamma)
  NABLA_LANES_FUNCTION(lgamma, detail::lgamma_value)
  NABLA_LANES_FUNCTION(digamma, math::digamma)
  NABLA_LANES_FUNCTION(trigamma, math::trigamma)
#undef NABLA_LANES_FUNCTION

#define NABLA_LANES_FUNCTION(function_)                                                                                        \
  NABLA_ALWAYS_INLINE friend lanes function_(lanes const& x, lanes const& y) {                                                 \
    if constexpr (requires { traits::function_(x.values_, y.values_); }) {                                                     \
      return traits::function_(x.values_, y.values_);                                                                          \
    } else {                                                                                                                   \
      return lane_by_lane<Pack>([](value_type a, value_type b) { return std::function_(a, b); }, x.values_, y.values_);        \
    }                                                                                                                          \
  }
  NABLA_LANES_FUNCTION(pow)
  NABLA_LANES_FUNCTION(atan2)
  NABLA_LANES_FUNCTION(hypot)
#undef NABLA_LANES_FUNCTION

  friend lanes hypot(lanes const& x, lanes const& y, lanes const& z) {
    return lane_by_lane<Pack>([](value_type a, value_type b, value_type c) { return std::hypot(a, b, c); }, x.values_, y.values_, z.values_);
  }
  friend lanes polygamma(lanes const& n, lanes const& x) {
    return lane_by_lane<Pack>([](value_type a, value_type b) { return math::polygamma(static_cast<int>(a), b); }, n.values_, x.values_);
  }
  friend lanes sinc_derivative(lanes const& n, lanes const& x) {
    return lane_by_lane<Pack>([](value_type a, value_type b) { return sinc_derivative_value(static_cast<int>(a), b); }, n.values_, x.values_);
  }

 private:
  Pack values_;
};

}  // namespace detail
}  // namespace nabla
