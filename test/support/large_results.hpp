#pragma once

#include <nabla/nabla.hpp>

#include <array>
#include <cstddef>
#include <type_traits>

// A vector-valued and a scalar function of as many variables as one likes, and their derivatives from the definitions. Points and
// parameters are small multiples of 1/2, so that all is exact. With `few` variables they are a list of steps whose matrices are too
// large for a list; with `many` they run in blocks.
namespace large_results {

template <std::size_t N>
struct links_of {
  template <class X, class P>
  constexpr auto operator()(X const& x, P const& length) const {
    using T = std::decay_t<decltype(x[0])>;
    std::array<T, N> result;
    for (std::size_t i = 0; i < N; ++i) {
      T const step = i == 0 ? T(x[0]) : T(x[i] - x[i - 1]);
      result[i] = step * step * x[i] - length[0] * x[0];
    }
    return result;
  }
};
struct energy {
  template <class X>
  constexpr auto operator()(X const& x) const {
    auto sum = x[0] * x[0] * x[0];
    for (std::size_t i = 1; i < x.size(); ++i) sum = sum + (x[i] - x[i - 1]) * (x[i] - x[i - 1]) * x[i];
    return sum + x[0] * x[x.size() - 1];
  }
};

template <class T, std::size_t N>
constexpr std::array<T, N> point() {
  std::array<T, N> x{};
  for (std::size_t i = 0; i < N; ++i) x[i] = T(static_cast<float>(i % 5) + 1) / T(2);
  return x;
}

// What is expected, from the definitions; numbers are small multiples of powers of 1/2, so that all is exact.

template <class T, std::size_t N>
constexpr auto expected_jacobian(std::array<T, N> const& x, T length) {
  std::array<T, N * N> result{};
  for (std::size_t i = 0; i < N; ++i) {
    T const step = i == 0 ? x[0] : x[i] - x[i - 1];
    result[i * N + i] += T(2) * step * x[i] + step * step;
    if (i > 0) result[i * N + i - 1] -= T(2) * step * x[i];
    result[i * N] -= length;
  }
  return result;
}
template <class T, std::size_t N>
constexpr auto expected_gradient(std::array<T, N> const& x) {
  std::array<T, N> result{};
  result[0] = T(3) * x[0] * x[0] + x[N - 1];
  for (std::size_t i = 1; i < N; ++i) {
    T const step = x[i] - x[i - 1];
    result[i] += T(2) * step * x[i] + step * step;
    result[i - 1] -= T(2) * step * x[i];
  }
  result[N - 1] += x[0];
  return result;
}
template <class T, std::size_t N>
constexpr auto expected_hessian(std::array<T, N> const& x) {
  std::array<T, N * N> result{};
  result[0] = T(6) * x[0];
  for (std::size_t i = 1; i < N; ++i) {
    T const step = x[i] - x[i - 1];
    result[i * N + i] += T(2) * x[i] + T(4) * step;
    result[i * N + i - 1] -= T(2) * x[i] + T(2) * step;
    result[(i - 1) * N + i] -= T(2) * x[i] + T(2) * step;
    result[(i - 1) * N + i - 1] += T(2) * x[i];
  }
  result[N - 1] += T(1);
  result[(N - 1) * N] += T(1);
  return result;
}

template <std::size_t N>
constexpr auto links = nabla::trace<N, 1>(links_of<N>{});
template <std::size_t N>
constexpr auto chain = nabla::trace<N>(energy{});

// 10 variables: a list of steps, and matrices of 100 entries. 40: blocks.
constexpr std::size_t few = 10, many = 40;

}  // namespace large_results
