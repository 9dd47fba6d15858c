#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <ratio>
#include <type_traits>

namespace {

namespace hana = boost::hana;

constexpr auto x = nabla::variable<"x">;
using X = nabla::symbol<"x">;
using three = nabla::constant<3>;
using third = nabla::constant<1, 3>;

template <class Operation, class... Operands>
using applied = nabla::apply<Operation, Operands...>;

template <class T, class Expected>
inline constexpr bool is = std::is_same_v<std::remove_const_t<T>, Expected>;

// Every number that its type knows may stand on either side of every operator, and in pow.
template <class Number, class Lifted>
constexpr bool lifts(Number n) {
  return is<decltype(n + x), applied<nabla::plus, Lifted, X>> && is<decltype(x + n), applied<nabla::plus, X, Lifted>> &&
         is<decltype(n - x), applied<nabla::minus, Lifted, X>> && is<decltype(x - n), applied<nabla::minus, X, Lifted>> &&
         is<decltype(n * x), applied<nabla::times, Lifted, X>> && is<decltype(x * n), applied<nabla::times, X, Lifted>> &&
         is<decltype(n / x), applied<nabla::divides, Lifted, X>> && is<decltype(x / n), applied<nabla::divides, X, Lifted>> &&
         is<decltype(pow(x, n)), applied<nabla::power, X, Lifted>> && is<decltype(pow(n, x)), applied<nabla::power, Lifted, X>>;
}
static_assert(lifts<std::integral_constant<int, 3>, three>({}));
static_assert(lifts<std::integral_constant<unsigned long, 3>, three>({}));
static_assert(lifts<std::integral_constant<short, -3>, nabla::constant<-3>>({}));
static_assert(lifts<std::ratio<1, 3>, third>({}));
static_assert(lifts<std::ratio<2, 6>, third>({}));
static_assert(lifts<std::ratio<2, -6>, nabla::constant<-1, 3>>({}));
static_assert(lifts<std::milli, nabla::constant<1, 1000>>({}));
static_assert(lifts<hana::int_<3>, three>({}));
static_assert(lifts<hana::size_t<3>, three>({}));
static_assert(lifts<hana::long_<-3>, nabla::constant<-3>>({}));
static_assert(lifts<nabla::constant<3>, three>({}));

// Hana's own literals
constexpr bool hana_literals() {
  using namespace hana::literals;
  return is<decltype(2_c * x), applied<nabla::times, nabla::constant<2>, X>> &&
         is<decltype(x - 2_c), applied<nabla::minus, X, nabla::constant<2>>> && (2_c * x + 1_c)(x = 3) == 7;
}
static_assert(hana_literals());

// together with numbers of ours
constexpr bool beside_constants() {
  using namespace nabla::literals;
  return is<decltype(hana::int_c<1> / 3_c), third> && is<decltype(3_c * std::ratio<1, 3>{}), nabla::constant<1>> &&
         is<decltype(std::integral_constant<int, 1>{} + 2_c), three>;
}
static_assert(beside_constants());

// in the operators too
static_assert(equivalent(x * hana::int_c<2>, x + x) && nabla::is_zero(std::ratio<0, 1>{}));
static_assert(std::is_same_v<decltype(nabla::simplify(std::ratio<1, 3>{})), third>);
static_assert(nabla::to_string(std::ratio<2, 6>{}) == "1/3");
static_assert(derivative(hana::int_c<7>, x) == nabla::constant<0>{});
static_assert((x * x)(x = std::ratio<1, 2>{}) == nabla::constant<1, 4>{});
static_assert((x * x)(x = hana::int_c<3>) == nabla::constant<9>{});

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_lift)

BOOST_AUTO_TEST_CASE(values) {
  BOOST_TEST((std::ratio<1, 3>{} * x)(x = 1.0) == 1.0 / 3);
  BOOST_TEST((x - std::integral_constant<int, 4>{})(x = 1.0) == -3.0);
  BOOST_TEST(hana_literals());
  BOOST_TEST(beside_constants());
}

BOOST_AUTO_TEST_SUITE_END()
