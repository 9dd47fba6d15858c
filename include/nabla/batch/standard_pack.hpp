#pragma once

#include <experimental/simd>

#include <nabla/batch/pack.hpp>

namespace nabla {

namespace detail {

/// `where(mask, x) = y` of libstdc++ 12, and with it sin and cos, takes wrong lanes when Clang compiles it for AVX-512 (seen with 16 and 19).
#if defined(__clang__) && defined(__AVX512F__) && defined(__GLIBCXX__)
inline constexpr bool blends_wrong_lanes = true;
#else
inline constexpr bool blends_wrong_lanes = false;
#endif

}  // namespace detail

/// std::experimental::simd. Of libstdc++'s functions (read in version 12) only sqrt, sin and cos work on whole packs; all others, exp and log
/// too, call the scalar function lane by lane, and so do we. Its sin and cos reduce their argument by too few digits of pi:
/// they are off by 66 units in the last place at the float 4477 and meaningless at the double 1e12, so that beyond a limit they
/// go lane by lane too. Below it they err, next to their zeros, by a unit in the last place of 1, elsewhere by 2 of the result.
template <class T, class Abi>
struct pack_traits<std::experimental::simd<T, Abi>> {
  using pack = std::experimental::simd<T, Abi>;
  using value_type = T;
  using mask_type = typename pack::mask_type;
  static constexpr std::size_t size = pack::size();
  /// sin and cos do not work on whole packs of fixed_size, nor of one lane.
  static constexpr bool has_sin_and_cos = std::is_same_v<pack, std::experimental::native_simd<T>> && (size > 1) && !detail::blends_wrong_lanes;

  NABLA_ALWAYS_INLINE static pack load(T const* from) { return pack(from, std::experimental::element_aligned); }
  NABLA_ALWAYS_INLINE static void store(pack const& values, T* to) { values.copy_to(to, std::experimental::element_aligned); }
  NABLA_ALWAYS_INLINE static bool any_of(mask_type const& mask) { return std::experimental::any_of(mask); }
  NABLA_ALWAYS_INLINE static pack select(mask_type const& condition, pack const& then, pack const& otherwise) {
    if constexpr (detail::blends_wrong_lanes) {
      return pack([&](auto lane) { return condition[lane] ? then[lane] : otherwise[lane]; });
    } else {
      pack result = otherwise;
      where(condition, result) = then;
      return result;
    }
  }

  NABLA_ALWAYS_INLINE static pack sqrt(pack const& x) { return std::experimental::sqrt(x); }
  NABLA_ALWAYS_INLINE static pack sin(pack const& x)
    requires(has_sin_and_cos)
  {
    return detail::corrected(x, far(x), pack(T(0)), [](pack const& a) { return std::experimental::sin(a); },
                             [](T lane) { return std::sin(lane); });
  }
  NABLA_ALWAYS_INLINE static pack cos(pack const& x)
    requires(has_sin_and_cos)
  {
    return detail::corrected(x, far(x), pack(T(0)), [](pack const& a) { return std::experimental::cos(a); },
                             [](T lane) { return std::cos(lane); });
  }

 private:
  static mask_type far(pack const& x) {
    pack const limit(std::is_same_v<T, float> ? T(4096) : T(1 << 20));
    return !(x < limit && -x < limit);  // NaN too
  }
};

namespace detail {

/// The pack of a batch that was not told one.
template <class Pack, class T>
struct pack_of {
  using type = Pack;
};
template <class T>
struct pack_of<void, T> {
  using type = std::experimental::native_simd<T>;
};

}  // namespace detail
}  // namespace nabla
