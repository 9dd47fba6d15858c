#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

constexpr auto F = nabla::function(x * x * y, x, y);

/// As an Eigen vector is: a matrix too, so that v(i, j) may be said, with anything that converts to an index.
struct vector {
  std::array<double, 2> entries{};
  constexpr double& operator()(std::ptrdiff_t i) { return entries[static_cast<std::size_t>(i)]; }
  constexpr double& operator()(std::ptrdiff_t i, std::ptrdiff_t j) { return entries[static_cast<std::size_t>(i + 2 * j)]; }
  constexpr double& operator[](std::ptrdiff_t i) { return entries[static_cast<std::size_t>(i)]; }
};

constexpr bool gradients() {
  vector out, joint;
  gradient(F).into(out, 2.0, 5.0);
  double const value = value_and_gradient(F).into(joint, 2.0, 5.0);
  return out.entries == std::array{20.0, 4.0} && joint.entries == out.entries && value == 20;
}
static_assert(gradients());

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_into_vector)

BOOST_AUTO_TEST_CASE(at_run_time) { BOOST_TEST(gradients()); }

BOOST_AUTO_TEST_SUITE_END()
