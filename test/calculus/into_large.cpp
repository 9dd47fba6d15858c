#include <nabla/nabla.hpp>

#include <Eigen/Dense>
#include <boost/test/unit_test.hpp>

#include <array>
#include <complex>
#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

// Results that are stored where they belong while their program runs: more entries than make a list, or a program in blocks.

namespace {

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
  good = good && J(x, length).value == value && flat<T, N * N>(J(x, length).jacobian) == expected && flat<T, N * N>(jacobian(links<N>)(x, length)) == expected;

  constexpr auto const& pattern = J.sparsity();
  std::array<T, pattern.size()> packed{};
  good = good && J.packed_into(packed, x, length) == value && J.packed(x, length).jacobian == packed && jacobian(links<N>).packed(x, length) == packed;
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
  good = good && H.into(again, [&](std::size_t i, std::size_t j, T const& entry) { called[i * N + j] = entry; }, x) == value && again == slope && called == expected;
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
  for (std::size_t offset : {std::size_t{0}, std::size_t{1}, N - 1}) {
    std::array<T, 2 * N> memory{};
    auto const place = [&](std::size_t from) { return std::span<T, N>(memory.data() + from, N); };
    for (std::size_t out : {std::size_t{0}, offset}) {
      std::size_t const in = offset - out;  // behind the results, or before them
      for (std::size_t k = 0; k < N; ++k) memory[in + k] = x[k];
      good = good && value_and_gradient(chain<N>).into(place(out), place(in)) == chain<N>(x);
      for (std::size_t k = 0; k < N; ++k) good = good && memory[out + k] == expected_gradient(x)[k];
    }
  }
  for (std::size_t in : {std::size_t{0}, N * N / 2, N * N - 1}) {
    std::array<T, N * N + N> memory{};
    std::span<T, N> const at(memory.data() + in, N);
    for (std::size_t k = 0; k < N; ++k) at[k] = x[k];
    good = good && value_and_jacobian(links<N>).into(memory.data(), at, length) == links<N>(x, length);
    for (std::size_t k = 0; k < N * N; ++k) good = good && memory[k] == expected_jacobian(x, length[0])[k];
    for (std::size_t k = 0; k < N; ++k) at[k] = x[k];
    std::array<T, N> gradient{};
    value_gradient_hessian(chain<N>).into(gradient, memory.data(), at);
    for (std::size_t k = 0; k < N * N; ++k) good = good && memory[k] == expected_hessian(x)[k];
    for (std::size_t k = 0; k < N; ++k) at[k] = x[k];
    constexpr auto const& pattern = value_and_jacobian(links<N>).sparsity();
    value_and_jacobian(links<N>).packed_into(memory.data(), at, length);
    for (std::size_t k = 0; k < pattern.size(); ++k) {
      good = good && memory[k] == expected_jacobian(x, length[0])[pattern.rows[k] * N + pattern.columns[k]];
    }
  }
  // the parameters
  std::array<T, N * N> memory{};
  memory[N] = length[0];
  value_and_jacobian(links<N>).into(memory, x, std::span<T const, 1>(memory.data() + N, 1));
  return good && memory == expected_jacobian(x, length[0]);
}

static_assert(jacobians<double, few>() && hessians<double, few>() && gradients<double, few>() && in_place<double, few>());
static_assert(jacobians<double, many>() && hessians<double, many>() && gradients<double, many>());
static_assert(gradients<float, many>() && gradients<long double, many>());

template <class T>
void all() {
  BOOST_TEST((jacobians<T, few>() && jacobians<T, many>()));
  BOOST_TEST((hessians<T, few>() && hessians<T, many>()));
  BOOST_TEST((gradients<T, few>() && gradients<T, many>()));
  BOOST_TEST((in_place<T, few>() && in_place<T, many>()));
}

template <class Matrix, std::size_t N>
void into_eigen(Matrix&& matrix) {
  auto const x = point<double, N>();
  std::array<double, 1> const length{3};
  matrix.setConstant(7);
  jacobian(links<N>).into(matrix, x, length);
  bool good = true;
  for (std::size_t k = 0; k < N * N; ++k) good = good && matrix(Eigen::Index(k / N), Eigen::Index(k % N)) == expected_jacobian(x, 3.0)[k];
  BOOST_TEST(good);
  Eigen::VectorXd gradient(N);
  value_gradient_hessian(chain<N>).into(gradient, matrix, x);
  for (std::size_t k = 0; k < N * N; ++k) good = good && matrix(Eigen::Index(k / N), Eigen::Index(k % N)) == expected_hessian(x)[k];
  for (std::size_t k = 0; k < N; ++k) good = good && gradient(Eigen::Index(k)) == expected_gradient(x)[k];
  // the arguments are a column, and are written over
  gradient = Eigen::Map<Eigen::VectorXd const>(x.data(), N);
  matrix.col(1) = gradient;
  jacobian(links<N>).into(matrix, matrix.col(1), length);
  for (std::size_t k = 0; k < N * N; ++k) good = good && matrix(Eigen::Index(k / N), Eigen::Index(k % N)) == expected_jacobian(x, 3.0)[k];
  BOOST_TEST(good);
}
template <std::size_t N>
void into_eigen() {
  using by_rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  into_eigen<Eigen::MatrixXd, N>(Eigen::MatrixXd(N, N));
  into_eigen<by_rows, N>(by_rows(N, N));
  into_eigen<Eigen::Matrix<double, N, N>, N>(Eigen::Matrix<double, N, N>());
  Eigen::MatrixXd large = Eigen::MatrixXd::Constant(N + 3, N + 2, 9);
  into_eigen<decltype(large.block(1, 1, N, N)), N>(large.block(1, 1, N, N));
  BOOST_TEST(large.row(0).isConstant(9));
  BOOST_TEST(large.col(N + 1).isConstant(9));
  Eigen::Map<Eigen::MatrixXd, 0, Eigen::Stride<Eigen::Dynamic, 2>> strided(nullptr, N, N, Eigen::Stride<Eigen::Dynamic, 2>(2 * N, 2));
  std::vector<double> memory(2 * N * N);
  new (&strided) decltype(strided)(memory.data(), N, N, Eigen::Stride<Eigen::Dynamic, 2>(2 * N, 2));
  into_eigen<decltype(strided)&, N>(strided);

  auto const x = point<double, N>();
  auto const expected = expected_gradient(x);
  Eigen::MatrixXd rows = Eigen::MatrixXd::Zero(2, N);
  gradient(chain<N>).into(rows.row(1), x);
  std::vector<double> vector(N);
  gradient(chain<N>).into(vector, x);
  for (std::size_t k = 0; k < N; ++k) BOOST_TEST((rows(1, Eigen::Index(k)) == expected[k] && vector[k] == expected[k]));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_into_large)

BOOST_AUTO_TEST_CASE(doubles) { all<double>(); }
BOOST_AUTO_TEST_CASE(floats) { all<float>(); }
BOOST_AUTO_TEST_CASE(long_doubles) { all<long double>(); }
BOOST_AUTO_TEST_CASE(complex_numbers) { all<std::complex<double>>(); }
BOOST_AUTO_TEST_CASE(matrices_of_eigen) {
  into_eigen<few>();
  into_eigen<many>();
}

BOOST_AUTO_TEST_SUITE_END()
