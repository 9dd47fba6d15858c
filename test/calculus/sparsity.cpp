#include <support/corpus.hpp>
#include <support/near.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto q = nabla::variables<"q", 4>;

constexpr auto field = nabla::function(
    hana::make_tuple(q[1_c] * q[3_c], q[0_c] + q[3_c] * q[3_c], 5_c, q[0_c] * q[2_c] * q[0_c]), q);
constexpr std::array at{2.0, 3.0, 5.0, 7.0};

// compressed rows: where they begin, and in which columns their entries stand
constexpr auto pattern = jacobian(field).sparsity();
static_assert(pattern.size() == 6 && pattern.row_count() == 4 && pattern.column_count() == 4);
static_assert(pattern.rows == std::array<std::size_t, 6>{0, 0, 1, 1, 3, 3});
static_assert(pattern.columns == std::array<std::size_t, 6>{1, 3, 0, 3, 0, 2});
static_assert(pattern.row_starts == std::array<std::size_t, 5>{0, 2, 4, 4, 6});

// packed: the entries alone, in that order
static_assert(jacobian(field).packed(at) == std::array{7.0, 3.0, 1.0, 14.0, 20.0, 4.0});
static_assert(jacobian(field).packed(2, 3, 5, 7) == jacobian(field).packed(at));
static_assert(jacobian(field).packed(q = at) == jacobian(field).packed(at));
static_assert(std::is_same_v<decltype(jacobian(field).packed(std::array<float, 4>{})), std::array<float, 6>>);

constexpr auto both = value_and_jacobian(field).packed(at);
static_assert(both.value == field(at) && both.jacobian == jacobian(field).packed(at));
static_assert(value_and_jacobian(field).sparsity().columns == pattern.columns);

// the lower triangle of a Hessian
constexpr auto energy = nabla::function(q[0_c] * q[3_c] + q[1_c] * q[1_c] * q[3_c] + q[2_c] + q[0_c] * q[0_c] * q[0_c], q);
constexpr auto triangle = hessian(energy).sparsity();
static_assert(triangle.rows == std::array<std::size_t, 4>{0, 1, 3, 3} && triangle.columns == std::array<std::size_t, 4>{0, 1, 0, 1});
static_assert(triangle.row_starts == std::array<std::size_t, 5>{0, 1, 2, 2, 4});
static_assert(hessian(energy).packed(at) == std::array{12.0, 14.0, 1.0, 6.0});

constexpr auto all = value_gradient_hessian(energy).packed(at);
static_assert(all.value == energy(at) && all.gradient == gradient(energy)(at) && all.hessian == hessian(energy).packed(at));
static_assert(value_gradient_hessian(energy).sparsity().rows == triangle.rows);

// variables in another order, and one of them twice
constexpr auto reordered = hessian(q[0_c] * q[2_c], q[2_c], q[1_c], q[0_c]);
static_assert(reordered.sparsity().rows == std::array<std::size_t, 1>{2} && reordered.sparsity().columns == std::array<std::size_t, 1>{0});
static_assert(jacobian(hana::make_tuple(q[0_c] * q[1_c]), q[1_c], q[1_c], q[0_c]).packed(q = at) == std::array{2.0, 2.0, 3.0});
static_assert(hessian(q[0_c] * q[1_c], q[1_c], q[1_c], q[0_c])(q = at) ==
              std::array<std::array<double, 3>, 3>{{{0, 0, 1}, {0, 0, 1}, {1, 1, 0}}});
static_assert(jacobian(hana::make_tuple(q[0_c], q[1_c], q[0_c]), q[0_c]).packed(q = at) == std::array{1.0, 1.0});

// nothing to keep
static_assert(jacobian(hana::make_tuple(3_c, q[0_c]), q[1_c]).packed(q = at).size() == 0);
static_assert(jacobian(hana::make_tuple(3_c, q[0_c]), q[1_c])(q = at) == std::array<std::array<double, 1>, 2>{});
static_assert(jacobian(hana::make_tuple(3_c, q[0_c]), q[1_c]).sparsity().row_starts == std::array<std::size_t, 3>{});

// zeros of the structure are no outputs of the program, and nothing is run for them
template <class Functor>
constexpr std::size_t outputs_of(Functor) {
  return nabla::detail::compiled<typename Functor::recipe>::value.size.outputs;
}
static_assert(outputs_of(jacobian(field)) == 6 && outputs_of(value_and_jacobian(field)) == 4 + 6);
static_assert(outputs_of(hessian(energy)) == 4 && outputs_of(value_gradient_hessian(energy)) == 1 + 4 + 4);
static_assert(outputs_of(hessian(hana::front(hana::make_tuple(q[0_c] + q[1_c])), q)) == 0);
static_assert(outputs_of(gradient(q[0_c] * q[0_c], q)) == 1);
static_assert(gradient(q[0_c] * q[0_c], q)(q = at) == std::array{4.0, 0.0, 0.0, 0.0});

// written where the user keeps them
constexpr bool written() {
  std::array<double, 6> array{}, behind{}, called{}, joint{};
  jacobian(field).packed_into(array, at);
  jacobian(field).packed_into(std::span(behind), at);
  jacobian(field).packed_into([&](std::size_t k, double value) { called[k] = value; }, q = at);
  auto const value = value_and_jacobian(field).packed_into(joint, at);
  std::array<double, 4> lower{}, slope{}, beside{};
  hessian(energy).packed_into(lower, at);
  double const level = value_gradient_hessian(energy).packed_into(slope, beside, at);
  std::array<double, 16> whole{};
  double const again = value_gradient_hessian(energy).into(slope, whole, at);
  auto const expected = jacobian(field).packed(at);
  return array == expected && behind == expected && called == expected && joint == expected && value == field(at) &&
         lower == hessian(energy).packed(at) && beside == lower && slope == gradient(energy)(at) && level == energy(at) &&
         again == level && whole[13] == 6 && whole[7] == 6 && whole[0] == 12 && whole[1] == 0;
}
static_assert(written());

// a Hessian's pattern at a size where a dense one is a burden
template <std::size_t... I>
constexpr auto chain(std::index_sequence<I...>) {
  constexpr auto v = nabla::variables<"v", sizeof...(I) + 1>;
  return nabla::function((pow(v.template get<I + 1>() - pow(v.template get<I>(), 2_c), 2_c) + ...), v);
}
constexpr auto long_chain = chain(std::make_index_sequence<23>{});
static_assert([] {
  auto const tridiagonal = hessian(long_chain).sparsity();
  bool right = tridiagonal.size() == 2 * 24 - 1;
  for (std::size_t k = 0; k < tridiagonal.size(); ++k) {
    right = right && tridiagonal.rows[k] == (k + 1) / 2 && tridiagonal.columns[k] == k / 2;
  }
  return right;
}());

/// That the whole matrix is the packed one, and 0 elsewhere.
template <class Matrix, class Entries, class Pattern>
bool is_whole(Matrix const& whole, Entries const& entries, Pattern const& where, bool symmetric) {
  Matrix rebuilt{};
  for (std::size_t k = 0; k < where.size(); ++k) {
    rebuilt[where.rows[k]][where.columns[k]] = entries[k];
    if (symmetric) rebuilt[where.columns[k]][where.rows[k]] = entries[k];
  }
  return whole == rebuilt;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_sparsity)

BOOST_AUTO_TEST_CASE(at_run_time) { BOOST_TEST(written()); }

BOOST_AUTO_TEST_CASE(packed_and_whole_agree) {
  support::for_each(support::of_xyz, [](auto f) {
    constexpr auto F = nabla::function(decltype(f){}, support::x, support::y, support::z);
    for (auto const& point : support::points) {
      BOOST_TEST(is_whole(hessian(F)(point), hessian(F).packed(point), hessian(F).sparsity(), true), to_string(f));
      BOOST_TEST(is_whole(jacobian(F)(point), jacobian(F).packed(point), jacobian(F).sparsity(), false), to_string(f));
    }
  });
}

BOOST_AUTO_TEST_CASE(a_long_chain) {
  std::array<double, 24> point{};
  for (std::size_t i = 0; i < 24; ++i) point[i] = std::sin(static_cast<double>(i));
  auto const entries = hessian(long_chain).packed(point);
  for (std::size_t i = 0; i < 24; ++i) {
    double const expected = (i < 23 ? 12 * point[i] * point[i] - 4 * point[i + 1] : 0) + (i > 0 ? 2 : 0);
    BOOST_TEST(support::near(entries[2 * i], expected, 1e-13));
    if (i > 0) BOOST_TEST(support::near(entries[2 * i - 1], -4 * point[i - 1], 1e-15));
  }
}

BOOST_AUTO_TEST_CASE(into_a_vector) {
  std::vector<double> out(6), in(at.begin(), at.end());
  jacobian(field).packed_into(out, in);
  auto const expected = jacobian(field).packed(at);
  BOOST_TEST(out == std::vector<double>(expected.begin(), expected.end()));
}

BOOST_AUTO_TEST_SUITE_END()
