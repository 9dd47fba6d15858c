#include <nabla/nabla.hpp>

#include <support/large_results.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <complex>
#include <cstddef>
#include <span>

// Results that are stored where they belong while their program runs: more entries than make a list, or a program in blocks.

namespace {

using namespace large_results;

template <class T, std::size_t N>
constexpr std::array<T, N> flat(auto const& nested) {
  std::array<T, N> result{};
  std::size_t k = 0;
  for (auto const& row : nested) {
    for (T const& entry : row) result[k++] = entry;
  }
  return result;
}

template <class T, std::size_t N>
constexpr bool jacobians() {
  constexpr auto J = value_and_jacobian(links<N>);
  auto const x = point<T, N>();
  std::array<T, 1> const length{T(3)};
  auto const expected = expected_jacobian(x, length[0]);
  auto const value = links<N>(x, length);

  std::array<T, N * N> array{}, behind{}, called{}, alone{};
  for (T& entry : array) entry = T(7);
  bool good = J.into(array, x, length) == value;
  good = good && J.into(std::span(behind), std::span(x), length) == value;
  J.into([&](std::size_t i, std::size_t j, T const& entry) { called[i * N + j] = entry; }, x, length);
  jacobian(links<N>).into(alone.data(), x, length);
  good = good && array == expected && behind == expected && called == expected && alone == expected;
  good = good && J(x, length).value == value && flat<T, N * N>(J(x, length).jacobian) == expected &&
         flat<T, N * N>(jacobian(links<N>)(x, length)) == expected;

  constexpr auto const& pattern = J.sparsity();
  std::array<T, pattern.size()> packed{};
  good = good && J.packed_into(packed, x, length) == value && J.packed(x, length).jacobian == packed &&
         jacobian(links<N>).packed(x, length) == packed;
  for (std::size_t k = 0; k < pattern.size(); ++k) good = good && packed[k] == expected[pattern.rows[k] * N + pattern.columns[k]];
  return good;
}

template <class T, std::size_t N>
constexpr bool hessians() {
  constexpr auto H = value_gradient_hessian(chain<N>);
  auto const x = point<T, N>();
  auto const expected = expected_hessian(x);
  auto const slope = expected_gradient(x);
  T const value = chain<N>(x);

  std::array<T, N> gradient{}, again{};
  std::array<T, N * N> array{}, alone{}, called{};
  for (T& entry : array) entry = T(7);
  bool good = H.into(gradient, array, x) == value && gradient == slope && array == expected;
  good = good && H.into(again, [&](std::size_t i, std::size_t j, T const& entry) { called[i * N + j] = entry; }, x) == value &&
         again == slope && called == expected;
  hessian(chain<N>).into(alone, x);
  auto const result = H(x);
  good = good && alone == expected && result.value == value && result.gradient == slope && flat<T, N * N>(result.hessian) == expected;

  constexpr auto const& pattern = H.sparsity();
  std::array<T, pattern.size()> packed{};
  good = good && H.packed_into(again, packed, x) == value && again == slope && H.packed(x).hessian == packed;
  for (std::size_t k = 0; k < pattern.size(); ++k) good = good && packed[k] == expected[pattern.rows[k] * N + pattern.columns[k]];
  return good;
}

template <class T, std::size_t N>
constexpr bool gradients() {
  auto const x = point<T, N>();
  auto const expected = expected_gradient(x);
  std::array<T, N> array{}, called{};
  bool good = value_and_gradient(chain<N>).into(array, x) == chain<N>(x) && array == expected;
  nabla::gradient(chain<N>).into([&](std::size_t i, T const& entry) { called[i] = entry; }, x);
  return good && called == expected && nabla::gradient(chain<N>)(x) == expected && value_and_gradient(chain<N>)(x).gradient == expected;
}

/// Where results go is where values come from, from some place on.
template <class T, std::size_t N>
constexpr bool in_place() {
  bool good = true;
  auto const x = point<T, N>();
  std::array<T, 1> const length{T(3)};
  auto const slope = expected_gradient(x);
  auto const rows = expected_jacobian(x, length[0]);
  auto const curvature = expected_hessian(x);
  for (std::size_t offset : {std::size_t{0}, std::size_t{1}, N - 1}) {
    std::array<T, 2 * N> memory{};
    auto const place = [&](std::size_t from) { return std::span<T, N>(memory.data() + from, N); };
    for (std::size_t out : {std::size_t{0}, offset}) {
      std::size_t const in = offset - out;  // behind the results, or before them
      for (std::size_t k = 0; k < N; ++k) memory[in + k] = x[k];
      good = good && value_and_gradient(chain<N>).into(place(out), place(in)) == chain<N>(x);
      for (std::size_t k = 0; k < N; ++k) good = good && memory[out + k] == slope[k];
    }
  }
  for (std::size_t in : {std::size_t{0}, N * N / 2, N * N - 1}) {
    std::array<T, N * N + N> memory{};
    std::span<T, N> const at(memory.data() + in, N);
    for (std::size_t k = 0; k < N; ++k) at[k] = x[k];
    good = good && value_and_jacobian(links<N>).into(memory.data(), at, length) == links<N>(x, length);
    for (std::size_t k = 0; k < N * N; ++k) good = good && memory[k] == rows[k];
    for (std::size_t k = 0; k < N; ++k) at[k] = x[k];
    std::array<T, N> gradient{};
    value_gradient_hessian(chain<N>).into(gradient, memory.data(), at);
    for (std::size_t k = 0; k < N * N; ++k) good = good && memory[k] == curvature[k];
    for (std::size_t k = 0; k < N; ++k) at[k] = x[k];
    constexpr auto const& pattern = value_and_jacobian(links<N>).sparsity();
    value_and_jacobian(links<N>).packed_into(memory.data(), at, length);
    for (std::size_t k = 0; k < pattern.size(); ++k) {
      good = good && memory[k] == rows[pattern.rows[k] * N + pattern.columns[k]];
    }
  }
  // the parameters
  std::array<T, N * N> memory{};
  memory[N] = length[0];
  value_and_jacobian(links<N>).into(memory, x, std::span<T const, 1>(memory.data() + N, 1));
  return good && memory == rows;
}

static_assert(jacobians<double, few>() && hessians<double, few>() && gradients<double, few>() && in_place<double, few>());
static_assert(jacobians<double, many>() && hessians<double, many>() && gradients<double, many>() && in_place<double, many>());
static_assert(gradients<float, many>());

template <class T, std::size_t N>
void all() {
  BOOST_TEST((jacobians<T, N>()));
  BOOST_TEST((hessians<T, N>()));
  BOOST_TEST((gradients<T, N>()));
  BOOST_TEST((in_place<T, N>()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_into_large)

BOOST_AUTO_TEST_CASE(doubles) {
  all<double, few>();
  all<double, many>();
}
BOOST_AUTO_TEST_CASE(other_scalars_at_once) {
  all<float, few>();
  all<long double, few>();
  all<std::complex<double>, few>();
}
BOOST_AUTO_TEST_CASE(other_scalars_in_blocks) {
  BOOST_TEST((gradients<float, many>() && gradients<long double, many>() && gradients<std::complex<double>, many>()));
  BOOST_TEST((jacobians<std::complex<double>, many>()));
}
BOOST_AUTO_TEST_SUITE_END()
