#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

namespace {

using namespace nabla::literals;

constexpr auto a = nabla::variable<"a">;
constexpr auto b = nabla::variable<"b">;
constexpr auto q = nabla::variables<"q", 3>;

constexpr auto g = a * a + 1_c;

// "Bindings that the formula does not need are ignored": whatever they hold, as one set of bindings serves a formula and all its
// derivatives.
static_assert(g(a = 3, b = std::array{1, 2}) == 10);
static_assert(g(a = 3, q = 7) == 10);
static_assert(g(a = 3, q = std::array{1, 2}) == 10);

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_binding_ignored)

BOOST_AUTO_TEST_CASE(text) { BOOST_TEST(g(a = 3, b = std::string("ignored")) == 10); }

BOOST_AUTO_TEST_SUITE_END()
