#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include <nabla/config.hpp>
#include <nabla/rules/sum.hpp>
#include <nabla/rules/power.hpp>

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

/// The values of a step in iterations that follow each other, in one register: the scalar of a vectorised loop. Each lane is computed as a
/// scalar would be, with the same result.
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

  /// How operations are computed of lanes; see is_lanewise.
  template <class Operation>
  static constexpr bool states_value_of = true;
  template <class Operation, class... Operands>
  NABLA_ALWAYS_INLINE static iteration_lanes value_of(Operands const&... operands) {
    return iteration_lanes(vector_of<Operation>(operands.values...));
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

  template <class Operation>
  NABLA_ALWAYS_INLINE static vector vector_of(vector const& a) {
    if constexpr (std::is_same_v<Operation, negate>) {
      return -a;
    } else {
      static_assert(std::is_same_v<Operation, sqrt_op>);
      vector result;
      for (std::size_t l = 0; l < count; ++l) result[l] = Operation::value(static_cast<T>(a[l]));
      return result;
    }
  }
  template <class Operation>
  NABLA_ALWAYS_INLINE static vector vector_of(vector const& a, vector const& b) {
    if constexpr (std::is_same_v<Operation, plus> || std::is_same_v<Operation, sum_op>) {
      return a + b;
    } else if constexpr (std::is_same_v<Operation, minus>) {
      return a - b;
    } else if constexpr (std::is_same_v<Operation, times>) {
      return a * b;
    } else {
      static_assert(std::is_same_v<Operation, divides>);
      return a / b;
    }
  }
  template <class Operation>
  NABLA_ALWAYS_INLINE static vector vector_of(vector const& a, vector const& b, vector const& c) {
    return vector_of<Operation>(vector_of<Operation>(a, b), c);
  }
};

}  // namespace nabla::detail
