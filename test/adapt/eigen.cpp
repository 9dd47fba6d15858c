#include <stdexcept>
#define eigen_assert(condition) \
  do { \
    if (!(condition)) throw std::logic_error(#condition); \
  } while (false)

#include <nabla/adapt/eigen.hpp>

#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <Eigen/Sparse>

#include <array>
#include <cmath>
#include <cstdlib>
#include <new>
#include <vector>

// Eigen's sparse matrices allocate values and indices by new[]; where rows begin is checked by its address.
static std::size_t allocations = 0;
// Not inlined, so that the compiler does not see malloc and delete, or new and free, in one function.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto q = nabla::variables<"q", 4>;
constexpr auto field = nabla::function(
    hana::make_tuple(q[1_c] * q[3_c], q[0_c] + q[3_c] * q[3_c], sin(q[2_c]) * q[0_c], 5_c, q[1_c] - 2_c * q[2_c]), q);
constexpr auto energy = nabla::function(
    q[0_c] * q[0_c] * q[0_c] + q[0_c] * q[3_c] + exp(q[1_c] * q[3_c]) + q[2_c] + q[1_c] * q[1_c], q);

using point = std::array<double, 4>;
constexpr point points[] = {{0.3, 1.2, -0.7, 0.9}, {-1.5, 0.4, 2.0, -0.2}};

/// By hand, through Eigen's own assembly.
template <int Options>
Eigen::SparseMatrix<double, Options> jacobian_by_hand(point const& x) {
  std::vector<Eigen::Triplet<double>> const entries{{0, 1, x[3]}, {0, 3, x[1]}, {1, 0, 1}, {1, 3, 2 * x[3]},
                                                    {2, 0, std::sin(x[2])}, {2, 2, std::cos(x[2]) * x[0]}, {4, 1, 1}, {4, 2, -2}};
  Eigen::SparseMatrix<double, Options> result(5, 4);
  result.setFromTriplets(entries.begin(), entries.end());
  return result;
}

template <int Options>
Eigen::SparseMatrix<double, Options> hessian_by_hand(point const& x, bool all) {
  double const e = std::exp(x[1] * x[3]);
  std::vector<Eigen::Triplet<double>> entries{{0, 0, 6 * x[0]}, {1, 1, x[3] * x[3] * e + 2}, {3, 0, 1}, {3, 1, e * (1 + x[1] * x[3])},
                                              {3, 3, x[1] * x[1] * e}};
  if (all) {
    entries.emplace_back(0, 3, 1);
    entries.emplace_back(1, 3, e * (1 + x[1] * x[3]));
  }
  Eigen::SparseMatrix<double, Options> result(4, 4);
  result.setFromTriplets(entries.begin(), entries.end());
  return result;
}

template <class Matrix>
void check_equal(Matrix const& result, Matrix const& expected) {
  BOOST_TEST(result.isCompressed());
  BOOST_TEST_REQUIRE(result.nonZeros() == expected.nonZeros());
  BOOST_TEST_REQUIRE(result.outerSize() == expected.outerSize());
  for (Eigen::Index i = 0; i <= expected.outerSize(); ++i) BOOST_TEST(result.outerIndexPtr()[i] == expected.outerIndexPtr()[i]);
  for (Eigen::Index k = 0; k < expected.nonZeros(); ++k) {
    BOOST_TEST(result.innerIndexPtr()[k] == expected.innerIndexPtr()[k]);
    BOOST_TEST(std::abs(result.valuePtr()[k] - expected.valuePtr()[k]) <= 1e-14 * std::abs(expected.valuePtr()[k]));
  }
}

/// Fills, and checks that nothing was allocated and nothing moved.
template <class Matrix, class Functor>
auto fill_in_place(Matrix& matrix, Functor const& f, point const& at) {
  struct unmoved {
    Matrix const& matrix;
    void const* memory[3] = {matrix.valuePtr(), matrix.innerIndexPtr(), matrix.outerIndexPtr()};
    std::size_t before = allocations;
    ~unmoved() {
      bool const none = allocations == before;
      BOOST_TEST(none);
      BOOST_TEST(memory[0] == matrix.valuePtr());
      BOOST_TEST(memory[1] == matrix.innerIndexPtr());
      BOOST_TEST(memory[2] == matrix.outerIndexPtr());
    }
  };
  unmoved const check{matrix};
  return fill(matrix, f, at);
}

template <int Options>
void jacobians() {
  auto matrix = nabla::make_sparse_matrix<double, Options>(jacobian(field));
  auto beside_values = nabla::make_sparse_matrix<double, Options>(value_and_jacobian(field));
  for (point const& at : points) {
    fill_in_place(matrix, jacobian(field), at);
    check_equal(matrix, jacobian_by_hand<Options>(at));
    auto const values = fill_in_place(beside_values, value_and_jacobian(field), at);
    check_equal(beside_values, jacobian_by_hand<Options>(at));
    BOOST_TEST((values == field(at)));
  }
}

template <int Options>
void hessians() {
  auto all = nabla::make_sparse_matrix<double, Options>(hessian(energy));
  auto lower = nabla::make_sparse_matrix<double, Options>(hessian(energy), nabla::symmetric_entries::lower_triangle);
  for (point const& at : points) {
    fill_in_place(all, hessian(energy), at);
    check_equal(all, hessian_by_hand<Options>(at, true));
    fill_in_place(lower, hessian(energy), at);
    check_equal(lower, hessian_by_hand<Options>(at, false));
    auto const [value, slope] = fill_in_place(all, value_gradient_hessian(energy), at);
    check_equal(all, hessian_by_hand<Options>(at, true));
    BOOST_TEST(value == energy(at));
    BOOST_TEST((slope == value_and_gradient(energy)(at).gradient));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(adapt_eigen)

BOOST_AUTO_TEST_CASE(jacobian_in_both_orders) {
  jacobians<Eigen::ColMajor>();
  jacobians<Eigen::RowMajor>();
}

BOOST_AUTO_TEST_CASE(hessian_in_both_orders) {
  hessians<Eigen::ColMajor>();
  hessians<Eigen::RowMajor>();
}

BOOST_AUTO_TEST_CASE(as_a_formula_is_called) {
  auto matrix = nabla::make_sparse_matrix<float>(hessian(q[0_c] * q[2_c], q));
  fill(matrix, hessian(q[0_c] * q[2_c], q), q = std::array{1.0f, 2.0f, 3.0f, 4.0f});
  BOOST_TEST(matrix.nonZeros() == 2);
  BOOST_TEST(matrix.coeff(0, 2) == 1);
  BOOST_TEST(matrix.coeff(2, 0) == 1);
}

BOOST_AUTO_TEST_CASE(without_entries) {
  auto matrix = nabla::make_sparse_matrix(hessian(q[0_c] + q[2_c], q));
  fill(matrix, hessian(q[0_c] + q[2_c], q), q = points[0]);
  BOOST_TEST(matrix.nonZeros() == 0);
  BOOST_TEST(matrix.rows() == 4);
}

BOOST_AUTO_TEST_CASE(a_factorisation_keeps_its_analysis) {
  constexpr auto bowl = nabla::function(q[0_c] * q[0_c] + q[1_c] * q[1_c] * 2_c + exp(q[0_c] + q[1_c]) + q[2_c] * q[2_c] +
                                            q[3_c] * q[3_c] + pow(q[3_c] - q[2_c], 4_c), q);
  auto matrix = nabla::make_sparse_matrix(hessian(bowl));
  Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> solver;
  solver.analyzePattern(matrix);
  for (point const& at : points) {
    fill(matrix, hessian(bowl), at);
    solver.factorize(matrix);
    BOOST_TEST_REQUIRE((solver.info() == Eigen::Success));
    Eigen::Vector4d const solution = solver.solve(Eigen::Vector4d::Ones());
    Eigen::Matrix4d dense;
    hessian(bowl).into(dense, at);
    BOOST_TEST((dense * solution - Eigen::Vector4d::Ones()).norm() < 1e-12);
  }
}

BOOST_AUTO_TEST_CASE(an_allocation_would_be_seen) {
  auto matrix = nabla::make_sparse_matrix(hessian(energy));
  std::size_t const before = allocations;
  matrix.resizeNonZeros(1000);
  bool const counted = allocations > before;
  BOOST_TEST(counted);
}

BOOST_AUTO_TEST_CASE(another_structure_is_refused) {
  Eigen::SparseMatrix<double> empty(4, 4);
  BOOST_CHECK_THROW(fill(empty, hessian(energy), points[0]), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
