#include <nabla/nabla.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <boost/test/unit_test.hpp>

#include <optional>
#include <random>
#include <vector>

// What expand, factor, collect, numerator and denominator, degree and roots do with random formulas: the functions on graphs that the
// compiler runs, run here, and their results in exact arithmetic at random points.

namespace {

using namespace nabla::detail;
using exact_number = boost::multiprecision::cpp_rational;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;

struct point {
  exact_number x, y, z;
};

exact_number power_of(exact_number base, std::intmax_t n) {
  exact_number result = 1;
  for (std::intmax_t i = 0; i < n; ++i) result *= base;
  return result;
}

/// The value of a node, read off it; none where something divides by 0.
std::optional<exact_number> value(graph const& g, node_id id, point const& at) {
  if (g.is_constant(id)) return exact_number(g.constant_value(id).numerator) / g.constant_value(id).denominator;
  if (g.is_variable(id)) {
    nabla::text const name = g.variable(id).name;
    return name == "x" ? at.x : name == "y" ? at.y : at.z;
  }
  std::vector<exact_number> operands;
  for (std::size_t k = 0; k < g.count(id); ++k) {
    auto const operand = value(g, g.operand(id, k), at);
    if (!operand) return {};
    operands.push_back(*operand);
  }
  nabla::text const name = g.operation(id)->name;
  if (name == "+") return operands[0] + operands[1];
  if (name == "-") return operands[0] - operands[1];
  if (name == "*") return operands[0] * operands[1];
  if (name == "negate") return -operands[0];
  if (name == "/") return operands[1] == 0 ? std::nullopt : std::optional(exact_number(operands[0] / operands[1]));
  BOOST_TEST_REQUIRE((name == "^"));
  auto const n = static_cast<std::intmax_t>(operands[1]);
  BOOST_TEST_REQUIRE((operands[1] == n));
  if (n < 0 && operands[0] == 0) return {};
  return n < 0 ? exact_number(1 / power_of(operands[0], -n)) : power_of(operands[0], n);
}

enum class quotients_of_formulas { none, some };

class random_formulas {
 public:
  explicit random_formulas(unsigned seed) : engine_(seed) {}

  node_id operator()(graph& g, int depth, quotients_of_formulas allowed) {
    if (depth == 0 || pick(8) == 0) return leaf(g);
    int const kind = pick(allowed == quotients_of_formulas::some ? 10 : 9);
    if (kind == 8) return g.apply(info_of<nabla::power>, (*this)(g, depth - 1, allowed), g.constant(pick(4)));
    node_id const u = (*this)(g, depth - 1, allowed);
    if (kind == 7) return g.apply(info_of<nabla::negate>, u);
    if (kind == 6) return g.apply(info_of<nabla::divides>, u, g.constant(pick(5) + 1));
    node_id const v = (*this)(g, depth - 1, allowed);
    if (kind == 9) return g.apply(info_of<nabla::divides>, u, v);
    return kind < 2 ? g.apply(info_of<nabla::plus>, u, v) : kind == 2 ? g.apply(info_of<nabla::minus>, u, v) : g.apply(info_of<nabla::times>, u, v);
  }

  point at() { return {number(), number(), number()}; }
  int pick(int below) { return static_cast<int>(engine_() % static_cast<unsigned>(below)); }

 private:
  node_id leaf(graph& g) {
    switch (pick(5)) {
      case 0: return g.constant(nabla::rational{pick(9) - 4, 1});
      case 1: return g.variable(y.info);
      case 2: return g.variable(z.info);
      default: return g.variable(x.info);
    }
  }
  exact_number number() { return exact_number(pick(41) - 20) / (pick(7) + 1); }

  std::mt19937 engine_;
};

/// Whether a canonical node has no product or whole power of sums from 1 in it.
bool is_written_out(graph& g, node_id id) {
  for (std::size_t i = 0; i < term_count(g, id); ++i) {
    for (std::size_t k = 0; k < factor_count(g, summand_at(g, id, i)); ++k) {
      factor const f = factor_at(g, summand_at(g, id, i), k);
      if (g.is(f.base, info_of<nabla::plus>) && g.constant_value(f.exponent).numerator > 0) return false;
    }
  }
  return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_polynomials)

BOOST_AUTO_TEST_CASE(expand_factor_and_collect_keep_values) {
  random_formulas formula(2025);
  int changed = 0, compared = 0;
  for (int n = 0; n < 2000; ++n) {
    graph g;
    bool const quotients = n % 2 != 0;
    node_id const f = formula(g, 4, quotients ? quotients_of_formulas::some : quotients_of_formulas::none);
    growable<node_id> by(1, g.variable(x.info));
    if (n % 3 == 0) by.push(g.variable(y.info));
    node_id const results[] = {expanded(g, f), factored(g, f), collected(g, f, by)};
    point const at = formula.at();
    auto const expected = value(g, f, at);
    if (!expected) continue;  // a quotient that divides by 0
    ++compared;
    for (node_id result : results) {
      auto const found = value(g, result, at);
      BOOST_TEST_REQUIRE(found.has_value());
      BOOST_TEST_REQUIRE((*found == *expected));
    }
    if (quotients) continue;
    canonical_form canonical(g);
    node_id const form = canonical(results[0]);
    BOOST_TEST((canonical.overflowed() || is_written_out(g, form)));
    changed += form != canonical(f);
  }
  BOOST_TEST(compared > 1500);
  BOOST_TEST(changed > 300);
}

BOOST_AUTO_TEST_CASE(numerator_and_denominator_have_the_quotient) {
  random_formulas formula(7);
  int compared = 0, divided = 0;
  for (int n = 0; n < 1000; ++n) {
    graph g;
    node_id const f = formula(g, 4, quotients_of_formulas::some);
    fraction const result = over_one_denominator(g, f);
    point const at = formula.at();
    auto const expected = value(g, f, at), above = value(g, result.numerator, at), below = value(g, result.denominator, at);
    if (!expected) continue;
    ++compared;
    divided += !g.is_constant(result.denominator);
    BOOST_TEST_REQUIRE((above && below));
    BOOST_TEST_REQUIRE((*below != 0));
    BOOST_TEST_REQUIRE((*above == *expected * *below));
  }
  BOOST_TEST(compared > 700);
  BOOST_TEST(divided > 200);
}

BOOST_AUTO_TEST_CASE(coefficients_and_degree_make_the_polynomial) {
  random_formulas formula(11);
  for (int n = 0; n < 1000; ++n) {
    graph g;
    node_id const f = formula(g, 3, quotients_of_formulas::none);
    growable<node_id> const by(1, g.variable(x.info));
    written_out written(g, f);
    polynomial_facts const facts = facts_of(g, written, by);
    BOOST_TEST_REQUIRE((facts.state == reading::possible));
    point at = formula.at();
    exact_number sum = 0;
    for (std::intmax_t k = 0; k <= facts.degree; ++k) {
      auto const c = value(g, coefficient_in(g, f, by[0], {k, 1}), at);
      sum += *c * power_of(at.x, k);
    }
    BOOST_TEST((sum == *value(g, f, at)));
    // Differences of one order more than the degree vanish for any numbers, and those of the degree do not for most.
    exact_number differences[2] = {0, 0};
    for (int order = 0; order < 2; ++order) {
      exact_number binomial = 1;
      for (std::intmax_t k = 0; k <= facts.degree + order; ++k) {
        at.x = k;
        differences[order] += ((facts.degree + order - k) % 2 ? -1 : 1) * binomial * *value(g, f, at);
        binomial = binomial * (facts.degree + order - k) / (k + 1);
      }
    }
    BOOST_TEST((differences[1] == 0));
    auto const leading = facts.degree < 0 ? exact_number(0) : *value(g, coefficient_in(g, f, by[0], {facts.degree, 1}), at);
    exact_number factorial = 1;
    for (std::intmax_t k = 1; k <= facts.degree; ++k) factorial *= k;
    BOOST_TEST((differences[0] == leading * factorial));
  }
}

BOOST_AUTO_TEST_CASE(rational_roots_are_found) {
  random_formulas random(13);
  for (int n = 0; n < 1000; ++n) {
    // k (q x - p) (s x - r)
    graph g;
    node_id const v = g.variable(x.info);
    nabla::rational const number{random.pick(9) + 1, random.pick(5) + 1};
    nabla::rational const first = normalised(random.pick(41) - 20, random.pick(9) + 1).value;
    nabla::rational const second = normalised(random.pick(41) - 20, random.pick(9) + 1).value;
    node_id const f = g.apply(info_of<nabla::times>, g.constant(normalised(number.numerator, number.denominator).value),
                              g.apply(info_of<nabla::times>, g.apply(info_of<nabla::minus>, v, g.constant(first)),
                                      g.apply(info_of<nabla::minus>, v, g.constant(second))));
    growable<node_id> roots;
    BOOST_TEST_REQUIRE((find_roots(g, f, v, roots) == root_finding::possible));
    BOOST_TEST_REQUIRE(roots.size() == (first == second ? 1U : 2U));
    bool const swapped = less(second, first);
    BOOST_TEST((g.constant_value(roots[0]) == (swapped ? second : first)));
    BOOST_TEST((g.constant_value(roots[roots.size() - 1]) == (swapped ? first : second)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
