#pragma once

#include <limits>

#include <xsimd/xsimd.hpp>

#include <nabla/batch.hpp>

// xsimd's packs for nabla::batch and nabla::sum_over_rows: batch<xsimd::batch<double>>(F). With AVX and wider their exp, log, tanh
// ... are 2 to 7 times as fast as the scalar ones; with SSE2 they gain nothing, or lose. Nothing includes this header.

namespace nabla {

/// xsimd 8.1. The functions below are those found right, to 3 units in the last place, over their domain and at 0, infinities,
/// NaN, subnormal and huge numbers. Wrong in it, and so not here but lane by lane through std:
///
///     erfc               35,000 units in the last place at the double 2.2, NaN at the greatest double
///     erf                68 units at the double 2.2, NaN at the greatest double
///     pow                0 for 0^0, 0^-1 and 0^-0.5, NaN for 1^inf and inf^0, 29 units elsewhere
///     lgamma, tgamma     wrong values; tgamma does not return for some arguments
///     atan2, hypot       NaN at the origin; overflow
///
/// Corrected here: expm1 and log1p of -0, log, log2, log10 and cbrt of subnormal doubles, acosh below 1. Its sin, cos and tan choose how to reduce their
/// argument by all lanes together, so that the last digits of one would depend on the others: each lane is reduced as it needs.
///
/// An xsimd::batch handed to a formula itself, f(x = pack), is a scalar like any other, with xsimd's own functions, the wrong ones too.
template <class T, class Arch>
struct pack_traits<xsimd::batch<T, Arch>> {
  using pack = xsimd::batch<T, Arch>;
  using value_type = T;
  using mask_type = typename pack::batch_bool_type;
  static constexpr std::size_t size = pack::size;

  NABLA_ALWAYS_INLINE static pack load(T const* from) { return pack::load_unaligned(from); }
  NABLA_ALWAYS_INLINE static void store(pack const& values, T* to) { values.store_unaligned(to); }
  NABLA_ALWAYS_INLINE static bool any_of(mask_type const& mask) { return xsimd::any(mask); }
  NABLA_ALWAYS_INLINE static pack select(mask_type const& condition, pack const& then, pack const& otherwise) {
    return xsimd::select(condition, then, otherwise);
  }

  NABLA_ALWAYS_INLINE static pack sqrt(pack const& x) { return xsimd::sqrt(x); }
  static pack exp(pack const& x) { return xsimd::exp(x); }
  static pack exp2(pack const& x) { return xsimd::exp2(x); }
  static pack expm1(pack const& x) { return select(x == pack(T(0)), x, xsimd::expm1(x)); }
  static pack log1p(pack const& x) { return select(x == pack(T(0)), x, xsimd::log1p(x)); }
  static pack asin(pack const& x) { return xsimd::asin(x); }
  static pack acos(pack const& x) { return xsimd::acos(x); }
  static pack atan(pack const& x) { return xsimd::atan(x); }
  static pack sinh(pack const& x) { return xsimd::sinh(x); }
  static pack cosh(pack const& x) { return xsimd::cosh(x); }
  static pack tanh(pack const& x) { return xsimd::tanh(x); }
  static pack asinh(pack const& x) { return xsimd::asinh(x); }
  static pack atanh(pack const& x) { return xsimd::atanh(x); }

#define NABLA_XSIMD_CORRECTED(function_, wrong_)                                                                   \
  static pack function_(pack const& x) {                                                                           \
    return detail::corrected(x, wrong_, pack(T(1)), [](pack const& a) { return xsimd::function_(a); },             \
                             [](T lane) { return std::function_(lane); });                                         \
  }
  NABLA_XSIMD_CORRECTED(log, x < smallest())
  NABLA_XSIMD_CORRECTED(log2, x < smallest())
  NABLA_XSIMD_CORRECTED(log10, x < smallest())
  NABLA_XSIMD_CORRECTED(cbrt, xsimd::abs(x) < smallest())
  NABLA_XSIMD_CORRECTED(acosh, x < pack(T(1)))
#undef NABLA_XSIMD_CORRECTED

#define NABLA_XSIMD_PERIODIC(function_)                                                                            \
  static pack function_(pack const& x) {                                                                           \
    return periodic(x, [](pack const& a) { return xsimd::function_(a); }, [](T lane) { return std::function_(lane); }); \
  }
  NABLA_XSIMD_PERIODIC(sin)
  NABLA_XSIMD_PERIODIC(cos)
  NABLA_XSIMD_PERIODIC(tan)
#undef NABLA_XSIMD_PERIODIC

 private:
  static pack smallest() { return pack(std::numeric_limits<T>::min()); }

  /// Lanes up to 20 pi in one way, up to 64 pi (float) or 2^18 pi in another, those beyond one by one.
  template <class Own, class Function>
  static pack periodic(pack const& x, Own own, Function function) {
    T const near = T(62), middle = std::is_same_v<T, float> ? T(200) : T(800000);
    pack const size = xsimd::abs(x);
    mask_type const is_near = size <= pack(near);
    if (xsimd::all(is_near)) return own(x);
    pack const reduced = detail::corrected(select(is_near, pack(near + 1), x), !(size <= pack(middle)) && !is_near, pack(near + 1), own, function);
    return select(is_near, own(select(is_near, x, pack(T(0)))), reduced);
  }
};

}  // namespace nabla
