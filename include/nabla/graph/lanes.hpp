#pragma once

#include <cmath>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <nabla/config.hpp>

namespace nabla::detail {

/// Bytes of the widest vectors that this translation unit is compiled for.
#if defined(__AVX512F__)
inline constexpr std::size_t vector_bytes = 64;
#elif defined(__AVX__)
inline constexpr std::size_t vector_bytes = 32;
#else
inline constexpr std::size_t vector_bytes = 16;
#endif

template <class T>
inline constexpr bool has_lanes = std::is_same_v<T, float> || std::is_same_v<T, double>;

/// The values of a step in iterations that follow each other, or of steps side by side, in one register: a scalar like any other, for a vectorised loop. Each
/// lane is what a scalar would be.
template <class T, std::size_t Bytes = vector_bytes>
struct iteration_lanes {
  static constexpr std::size_t count = Bytes / sizeof(T);
  using value_type = T;
  typedef T vector __attribute__((vector_size(Bytes)));

  vector values;

  iteration_lanes() = default;
  NABLA_ALWAYS_INLINE explicit iteration_lanes(vector const& v) : values(v) {}
  NABLA_ALWAYS_INLINE explicit iteration_lanes(T number) : values(number - vector{}) {}  // and not 0 + number, which is not -0 where that is

  NABLA_ALWAYS_INLINE static iteration_lanes load(T const* from) {
    iteration_lanes result;
    __builtin_memcpy(&result.values, from, Bytes);
    return result;
  }
  NABLA_ALWAYS_INLINE void store(T* to) const { __builtin_memcpy(to, &values, Bytes); }

  NABLA_ALWAYS_INLINE T operator[](std::size_t lane) const { return values[lane]; }
  NABLA_ALWAYS_INLINE T last() const { return values[count - 1]; }

  NABLA_ALWAYS_INLINE iteration_lanes reversed() const { return shuffled(values, std::make_index_sequence<count>{}, last_first{}); }
  /// The values one iteration before: behind the last of the lanes before.
  NABLA_ALWAYS_INLINE iteration_lanes behind(iteration_lanes const& before) const {
    return shuffled(before.values, std::make_index_sequence<count>{}, one_before{});
  }
  NABLA_ALWAYS_INLINE T sum() const {
    T result = values[0];
    for (std::size_t l = 1; l < count; ++l) result += values[l];
    return result;
  }

  // What rules ask of a scalar, as far as is_lanewise says.
  NABLA_ALWAYS_INLINE friend iteration_lanes operator+(iteration_lanes const& a, iteration_lanes const& b) { return iteration_lanes(a.values + b.values); }
  NABLA_ALWAYS_INLINE friend iteration_lanes operator-(iteration_lanes const& a, iteration_lanes const& b) { return iteration_lanes(a.values - b.values); }
  NABLA_ALWAYS_INLINE friend iteration_lanes operator*(iteration_lanes const& a, iteration_lanes const& b) { return iteration_lanes(a.values * b.values); }
  NABLA_ALWAYS_INLINE friend iteration_lanes operator/(iteration_lanes const& a, iteration_lanes const& b) { return iteration_lanes(a.values / b.values); }
  NABLA_ALWAYS_INLINE friend iteration_lanes operator-(iteration_lanes const& a) { return iteration_lanes(-a.values); }
  NABLA_ALWAYS_INLINE friend iteration_lanes sqrt(iteration_lanes const& a) {
    iteration_lanes result;
    for (std::size_t l = 0; l < count; ++l) result.values[l] = std::sqrt(a.values[l]);
    return result;
  }

 private:
  // Which lane of both vectors, those of the first before those of the second, is lane L of the result.
  struct last_first {
    static constexpr int lane(std::size_t l) { return static_cast<int>(2 * count - 1 - l); }
  };
  struct one_before {
    static constexpr int lane(std::size_t l) { return static_cast<int>(count - 1 + l); }
  };
  template <std::size_t... L, class Choice>
  NABLA_ALWAYS_INLINE iteration_lanes shuffled(vector const& first, std::index_sequence<L...>, Choice) const {
    return iteration_lanes(__builtin_shufflevector(first, values, Choice::lane(L)...));
  }
};

}  // namespace nabla::detail
