#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <span>
#include <type_traits>
#include <vector>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variables<"x", 4>;
using family = std::remove_const_t<decltype(x)>;

template <class T, std::size_t I>
inline constexpr bool member = std::is_same_v<std::remove_cvref_t<T>, nabla::symbol<"x", I>>;

// members
static_assert(member<decltype(x[0_c]), 0> && member<decltype(x[3_c]), 3>);
static_assert(member<decltype(x.get<2>()), 2> && member<decltype(family::get<1>()), 1>);
static_assert(member<decltype(x[hana::size_c<2>]), 2> && member<decltype(x[std::integral_constant<int, 1>{}]), 1>);
static_assert(std::is_empty_v<family> && sizeof(family) == 1 && std::is_trivially_copyable_v<family>);

// a Hana sequence of its members
static_assert(hana::Sequence<family>::value && hana::Foldable<family>::value);
static_assert(hana::length(x) == hana::size_c<4> && !hana::is_empty(x));
static_assert(member<decltype(hana::at(x, hana::size_c<3>)), 3> && member<decltype(hana::at_c<0>(x)), 0>);
static_assert(member<decltype(hana::front(x)), 0> && member<decltype(hana::back(x)), 3>);

constexpr auto squares = hana::transform(x, [](auto member) { return member * member; });
static_assert(hana::length(squares) == hana::size_c<4>);
static_assert(std::is_same_v<std::remove_cvref_t<decltype(squares[hana::size_c<1>])>, decltype(x[1_c] * x[1_c])>);

constexpr auto sum = hana::unpack(x, [](auto... members) { return (members + ...); });
static_assert(sum(x = std::array{1, 2, 3, 4}) == 10);

constexpr auto sum_of_squares = hana::fold_left(squares, 0_c, [](auto total, auto term) { return total + term; });
static_assert(sum_of_squares(x = std::array{1, 2, 3, 4}) == 30);
static_assert(hana::fold_left(x, [](auto a, auto b) { return a + b; })(x = std::array{1, 2, 3, 4}) == 10);
static_assert(hana::fold_right(x, [](auto a, auto b) { return a - b; })(x = std::array{1, 2, 3, 4}) == -2);

constexpr auto tail = hana::drop_front(x, hana::size_c<2>);
static_assert(hana::length(tail) == hana::size_c<2> && member<decltype(tail[hana::size_c<0>]), 2>);
constexpr auto pairs = hana::zip(x, x);
static_assert(hana::length(pairs) == hana::size_c<4>);
constexpr auto reversed = hana::reverse(x);
static_assert(member<decltype(reversed[hana::size_c<0>]), 3>);
constexpr auto as_tuple = hana::to_tuple(x);
static_assert(hana::length(as_tuple) == hana::size_c<4> && member<decltype(as_tuple[hana::size_c<1>]), 1>);

constexpr std::size_t count_by_for_each() {
  std::size_t count = 0;
  hana::for_each(x, [&](auto) { ++count; });
  return count;
}
static_assert(count_by_for_each() == 4);

// bound as one
constexpr auto weighted = x[0_c] + 2_c * x[1_c] + 3_c * x[2_c] + 4_c * x[3_c];
static_assert(weighted(x = std::array{1.0, 10.0, 100.0, 1000.0}) == 4321);
constexpr int raw[] = {1, 10, 100, 1000};
static_assert(weighted(x = raw) == 4321);
static_assert(weighted(x = std::span<int const, 4>(raw)) == 4321 && weighted(x = std::span<int const>(raw)) == 4321);

// differentiated by as one
static_assert(gradient(weighted, x)(x = raw) == std::array{1.0, 2.0, 3.0, 4.0});
static_assert(hana::length(gradient(weighted, x)) == hana::size_c<4>);
static_assert(derivative(weighted, x[2_c]) == 3_c);

// a family of one, and of many
constexpr auto single = nabla::variables<"s", 1>;
static_assert(pow(single[0_c], 2_c)(single = std::array{3.0}) == 9);
constexpr auto many = nabla::variables<"m", 40>;
constexpr auto total = hana::unpack(many, [](auto... m) { return (m + ...); });
constexpr std::array<double, 40> ones = [] {
  std::array<double, 40> values{};
  for (double& value : values) value = 1;
  return values;
}();
static_assert(total(many = ones) == 40 && gradient(total, many)(many = ones) == ones);

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_family)

BOOST_AUTO_TEST_CASE(containers) {
  std::vector<double> values{1, 10, 100, 1000};
  double array[] = {1, 10, 100, 1000};
  double const* pointer = array;
  BOOST_TEST(weighted(x = values) == 4321);
  BOOST_TEST(weighted(x = array) == 4321);
  BOOST_TEST(weighted(x = pointer) == 4321);
  BOOST_TEST(weighted(x = std::span(values)) == 4321);
  BOOST_TEST(weighted(x = std::array{1.0F, 10.0F, 100.0F, 1000.0F}) == 4321.0F);
  BOOST_TEST(gradient(weighted, x)(x = values)[3] == 4);
}

BOOST_AUTO_TEST_CASE(members_bound_one_by_one) {
  BOOST_TEST(weighted(x[3_c] = 1, x[2_c] = 1.0, x[1_c] = 1, x[0_c] = 1) == 10);
}

BOOST_AUTO_TEST_SUITE_END()
