#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include "support/random_formula.hpp"

// == decides rational functions, however large their numbers are on the way.

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto c = 1000000000000000_c;

// the middle coefficient of the first has 67 digits to the base 2
static_assert(pow(x + 1_c, 70_c) == pow(x + 1_c, 35_c) * pow(x * x + 2_c * x + 1_c, 17_c) * (x + 1_c));
static_assert(!(pow(x + 1_c, 70_c) == pow(x + 1_c, 35_c) * pow(x * x + 2_c * x + 1_c, 17_c) * (x + 1_c) + 1_c));
static_assert(pow(3_c * x + 7_c * y, 30_c) == pow(9_c * x * x + 42_c * x * y + 49_c * y * y, 15_c));
static_assert(!(pow(3_c * x + 7_c * y, 30_c) == pow(9_c * x * x + 42_c * x * y + 50_c * y * y, 15_c)));
static_assert(c * x * (c * y + 1_c) == c * (y * c * x) + x * c && !(c * x * (c * y + 1_c) == c * (y * c * x) + x * c - 1_c / c / c));
static_assert(1_c / (x - y) / (c * x) / c - 1_c / (c * c * x * y) / (x / y - 1_c) == 0_c);
static_assert(equivalent(c * c * c * x, c * (c * (c * x))) && !equivalent(c * c * c * x, c * (c * (c * x)) + 1_c / c) && !is_zero(c * c * x - x));
static_assert(pow(x + y + z + 1_c, 12_c) == pow(square(x + y + z) + 2_c * (x + y + z) + 1_c, 6_c));
// 2^128 - 1 as a product, and what is 0 modulo the first prime that is counted by
static_assert((18446744073709551_c * x + 1_c) * (18446744073709551_c * x - 1_c) * c * c == c * (18446744073709551_c * 18446744073709551_c * x * x - 1_c) * c);
static_assert(!(c * c * x + 2305843009213693951_c * y == c * c * x) && !(c * c * x + 2305843009213693951_c * 2305843009213693949_c * y == c * (c * x)));
// functions count as unknowns
static_assert(pow(sin(x) + 1_c, 70_c) == pow(square(sin(x)) + 2_c * sin(x) + 1_c, 35_c));
// of what is nowhere defined nothing is proved
static_assert(!(c * c * x / (square(x + c) - x * x - 2_c * c * x - c * c) == c * c));
// more exponents than one word holds: 20 variables in powers up to 40
constexpr auto q = nabla::variables<"q", 20>;
constexpr auto sum_of_all = []<std::size_t... I>(std::index_sequence<I...>) { return (... + q.template get<I>()); }(std::make_index_sequence<20>{});
constexpr auto product_of_all = []<std::size_t... I>(std::index_sequence<I...>) { return (... * q.template get<I>()); }(std::make_index_sequence<20>{});
static_assert(c * c * product_of_all * square(sum_of_all) == c * (sum_of_all * pow(product_of_all, 40_c) / pow(product_of_all, 39_c)) * (c * sum_of_all));
static_assert(!(c * c * product_of_all * square(sum_of_all) == c * (sum_of_all * product_of_all) * (c * sum_of_all) + q.get<7>()));

// --- random formulas, against exact values at random points

using namespace test;
using nabla::detail::canonical_form;

class large_formulas {
 public:
  explicit large_formulas(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_.below(n); }

  node_id make(graph& g, int depth) {
    if (depth == 0 || below(8) == 0) return below(3) ? g.variable(random_variable(below(3))) : number(g);
    std::size_t const kind = below(10);
    if (kind == 9) return g.apply(info_of<nabla::power>, make(g, depth - 1), g.constant(std::intmax_t(below(6)) - 2));
    node_id const a = make(g, depth - 1), b = make(g, depth - 1);
    return g.apply(kind < 4 ? info_of<nabla::plus> : kind < 7 ? info_of<nabla::times> : kind < 8 ? info_of<nabla::minus> : info_of<nabla::divides>, a, b);
  }
  node_id number(graph& g) {
    auto const large = [&] { return std::intmax_t(below(1000000000)) * 1000000000 + std::intmax_t(below(1000000000)) + 1; };
    nabla::exact const ratio = nabla::detail::divided({below(2) ? large() : -large(), 1}, {below(3) ? 1 : large() / 1000, 1});
    return g.constant(ratio.value);
  }

  /// The same function written otherwise.
  node_id regrouped(graph& g, node_id id) {
    if (g.is_constant(id)) {
      nabla::exact const part = nabla::detail::subtracted(g.constant_value(id), {std::intmax_t(below(1000)), 7});
      if (!part.known || below(2)) return id;
      return g.apply(info_of<nabla::plus>, g.constant(part.value), g.constant(nabla::detail::subtracted(g.constant_value(id), part.value).value));
    }
    if (g.count(id) == 0) return id;
    node_id const a = regrouped(g, g.operand(id, 0));
    if (g.is(id, info_of<nabla::power>)) {
      nabla::rational const n = g.constant_value(g.operand(id, 1));
      node_id const less = g.apply(info_of<nabla::power>, a, g.constant(n.numerator - 1));
      return n.numerator > 1 ? g.apply(info_of<nabla::times>, a, less) : g.apply(info_of<nabla::power>, a, g.operand(id, 1));
    }
    node_id const b = regrouped(g, g.operand(id, 1));
    if (g.is(id, info_of<nabla::minus>)) return g.apply(info_of<nabla::plus>, g.apply(info_of<nabla::times>, g.constant(-1), b), a);
    if (g.is(id, info_of<nabla::divides>)) return g.apply(info_of<nabla::times>, g.apply(info_of<nabla::power>, b, g.constant(-1)), a);
    if (g.is(id, info_of<nabla::times>) && (g.is(b, info_of<nabla::plus>) || g.is(b, info_of<nabla::minus>))) {
      node_id const left = g.apply(info_of<nabla::times>, a, g.operand(b, 0)), right = g.apply(info_of<nabla::times>, g.operand(b, 1), a);
      return g.apply(*g.operation(b), left, right);
    }
    return below(2) ? g.apply(*g.operation(id), a, b) : g.apply(*g.operation(id), b, a);
  }

 private:
  random_formulas random_;
};

/// What is asked of == at compile time.
bool proved(graph& g, node_id f, node_id h, int& overflowed) {
  canonical_form canonical(g);
  node_id const left = canonical(f), right = canonical(h);
  if (!canonical.overflowed()) return nabla::detail::prove_nodes_equal(g, left, right);
  ++overflowed;
  return nabla::detail::rational_difference(g, f, h).is_zero();
}

enum class comparison { equal, different, nowhere_defined };

/// The same by values at random points, where both are defined.
comparison compared(graph const& g, node_id f, node_id h, large_formulas& random) {
  int defined = 0;
  for (int n = 0; n < 12; ++n) {
    std::vector<fraction> at;
    for (int i = 0; i < 3; ++i) at.push_back(fraction(int(random.below(2000001)) - 1000000) / int(random.below(997) + 1));
    std::optional<fraction> const a = value(g, f, at), b = value(g, h, at);
    if (!a || !b) continue;
    ++defined;
    if (*a != *b) return comparison::different;
  }
  return defined ? comparison::equal : comparison::nowhere_defined;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_decision)

BOOST_AUTO_TEST_CASE(rational_functions_with_large_numbers_are_decided) {
  large_formulas random(1);
  int equal = 0, different = 0, overflowed = 0;
  for (int n = 0; n < 3000; ++n) {
    graph g;
    node_id const f = random.make(g, 4), h = random.regrouped(g, f);
    // a change of 10^-18 times a monomial
    node_id const small = g.apply(info_of<nabla::times>, g.constant(nabla::rational{1, 1000000000000000000}), g.variable(random_variable(random.below(3))));
    node_id const changed = random.below(2) ? g.apply(info_of<nabla::plus>, h, small) : g.apply(info_of<nabla::times>, h, g.apply(info_of<nabla::plus>, g.constant(1), small));
    for (node_id other : {h, changed}) {
      comparison const expected = compared(g, f, other, random);
      if (expected == comparison::nowhere_defined) continue;
      BOOST_REQUIRE_MESSAGE(proved(g, f, other, overflowed) == (expected == comparison::equal), n << (other == h ? " regrouped" : " changed"));
      ++(expected == comparison::equal ? equal : different);
    }
  }
  BOOST_TEST_MESSAGE(equal << " equal, " << different << " different, " << overflowed << " with numbers beyond 64 bits");
  BOOST_TEST(equal > 2000);
  BOOST_TEST(different > 2000);
  BOOST_TEST(overflowed > 1000);
}

BOOST_AUTO_TEST_SUITE_END()
