#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

// "nabla::function objects take all of these too, in their argument order, called positionally": the rows of the table.
constexpr auto f = x * x * y;
constexpr auto F = nabla::function(f, y, x);
constexpr auto V = nabla::function(hana::make_tuple(x * y, y * y), y, x);

static_assert((d(F) / d(x))(5.0, 2.0) == 20);
static_assert(directional_derivative(F, hana::make_tuple(1_c, 2_c))(5.0, 2.0) == 4 + 40);
static_assert(directional_derivative(F, nabla::unit(hana::make_tuple(3_c, 4_c)))(5.0, 2.0) == (3 * 4 + 4 * 20) / 5.0);
static_assert(laplacian(F)(5.0, 2.0) == 10);
static_assert(divergence(V)(5.0, 2.0) == 2 + 0);
static_assert(curl(V)(5.0, 2.0) == 10 - 5);
static_assert(nabla::taylor<1>(F, x, 1_c)(5.0, 2.0) == 5 + 10);

}  // namespace
