#include <nabla/matrix.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <span>
#include <stdexcept>
#include <string>

// Results written in place: without allocation where sizes are as in the call before, and refused before any work where they disagree.

namespace {

using namespace nabla::literals;

constexpr auto n = nabla::extent<"n">;
constexpr auto m = nabla::extent<"m">;
constexpr auto P = nabla::matrix<"P", m, n>;
constexpr auto x = nabla::vector<"x", n>;
constexpr auto D = nabla::matrix<"D", nabla::dynamic, nabla::dynamic>;
constexpr auto v = nabla::vector<"v", nabla::dynamic>;

/// What an exception says; nothing where there is none.
template <class Call>
std::string refusal(Call call) {
  try {
    call();
  } catch (std::invalid_argument const& error) {
    return error.what();
  }
  return {};
}
bool says(std::string const& text, std::initializer_list<char const*> parts) {
  for (char const* part : parts) {
    if (text.find(part) == std::string::npos) return false;
  }
  return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_in_place)

BOOST_AUTO_TEST_CASE(kinds_of_places) {
  Eigen::MatrixXd const M = Eigen::MatrixXd::NullaryExpr(2, 3, [](Eigen::Index i, Eigen::Index j) { return double(3 * i + j); });
  auto const f = 2_c * P;
  Eigen::MatrixXd const expected = 2 * M;
  Eigen::MatrixXd plain, large = Eigen::MatrixXd::Constant(4, 5, -1.0);
  Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> by_rows;
  f.into(plain, P = M);
  f.into(by_rows, P = M);
  f.into(large.block(1, 2, 2, 3), P = M);
  BOOST_TEST((plain == expected && by_rows == expected && large.block(1, 2, 2, 3) == expected));
  BOOST_TEST((large.sum() == expected.sum() - 14.0));  // the other 14 elements are as before
  std::array<double, 6> memory{}, row_by_row{};
  f.into(Eigen::Map<Eigen::MatrixXd>(memory.data(), 2, 3), P = M);
  f.into(std::span<double>(row_by_row), P = M);
  BOOST_TEST((memory == std::array{0.0, 6.0, 2.0, 8.0, 4.0, 10.0}));
  BOOST_TEST((row_by_row == std::array{0.0, 2.0, 4.0, 6.0, 8.0, 10.0}));
  Eigen::MatrixXd called = Eigen::MatrixXd::Zero(2, 3);
  f.into([&](std::size_t i, std::size_t j, double value) { called(Eigen::Index(i), Eigen::Index(j)) = value; }, P = M);
  BOOST_TEST((called == expected));
}

BOOST_AUTO_TEST_CASE(refusals_before_any_work) {
  Eigen::MatrixXd const M = Eigen::MatrixXd::Ones(2, 3);
  Eigen::VectorXd const wrong = Eigen::VectorXd::Ones(4), right = Eigen::VectorXd::Ones(3);
  Eigen::VectorXd out = Eigen::VectorXd::Constant(2, 7.0);
  BOOST_TEST(says(refusal([&] { (P * x).into(out, P = M, x = wrong); }), {"variable", "2x4", "2x3"}));
  BOOST_TEST(says(refusal([&] { (D * v).into(out, D = M, v = wrong); }), {"product", "2x3", "4x1"}));
  BOOST_TEST((out == Eigen::Vector2d(7.0, 7.0)));
  Eigen::Vector3d small = Eigen::Vector3d::Constant(7.0);
  BOOST_TEST(says(refusal([&] { (P * x).into(small, P = M, x = right); }), {"2x1", "3x1"}));
  BOOST_TEST((small == Eigen::Vector3d::Constant(7.0)));
}

BOOST_AUTO_TEST_CASE(second_call_allocates_nothing) {
  Eigen::MatrixXd const M = Eigen::MatrixXd::Constant(20, 30, 0.01);
  Eigen::VectorXd const u = Eigen::VectorXd::LinSpaced(30, -1.0, 1.0);
  Eigen::MatrixXd by_P;
  Eigen::VectorXd by_x;
  auto const f = gradient(squared_norm(tanh(P * x)), P, x);
  f.into(by_P, by_x, P = M, x = u);
  Eigen::MatrixXd const first = by_P;
  Eigen::internal::set_is_malloc_allowed(false);
  f.into(by_P, by_x, P = M, x = u);
  Eigen::internal::set_is_malloc_allowed(true);
  BOOST_TEST((by_P == first));
}

BOOST_AUTO_TEST_SUITE_END()
