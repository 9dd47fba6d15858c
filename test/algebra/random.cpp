#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "support/random_formula.hpp"

using namespace test;
using nabla::detail::canonical_form;

namespace {

constexpr int count = 10000;

template <class T>
std::vector<T> random_point(random_formulas& random) {
  std::vector<T> at;
  for (int i = 0; i < 3; ++i) at.push_back(T(T(int(random.below(41)) - 20) / T(int(random.below(7)) + 5)));
  return at;
}

bool near(decimal const& a, decimal const& b, decimal const& tolerance) {
  return abs(a - b) <= tolerance * (1 + abs(a) + abs(b));
}

/// A formula in another graph, of one variable.
node_id copied(graph const& from, node_id id, graph& to) {
  if (from.is_variable(id)) return to.variable(random_variable(0));
  if (from.is_constant(id)) return to.constant(from.constant_value(id));
  nabla::detail::growable<node_id> operands;
  for (std::size_t i = 0; i < from.count(id); ++i) operands.push(copied(from, from.operand(id, i), to));
  return to.apply(*from.operation(id), operands.data(), operands.size());
}

/// Whether what a node is made of has 0 as a denominator in canonical form: then it is nowhere defined.
bool divides_by_zero(graph& g, node_id id) {
  canonical_form canonical(g);
  bool const divides = g.is(id, info_of<nabla::divides>) || g.is(id, info_of<nabla::power>);
  if (divides && g.is_constant(canonical(g.operand(id, g.is(id, info_of<nabla::divides>) ? 1 : 0)), 0)) return true;
  std::vector<node_id> const operands(g.operands(id), g.operands(id) + g.count(id));
  for (node_id operand : operands) {
    if (divides_by_zero(g, operand)) return true;
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(random_formulas_)

BOOST_AUTO_TEST_CASE(canonical_form_has_the_same_value_in_exact_arithmetic) {
  random_formulas random(1);
  int defined = 0;
  for (int n = 0; n < count; ++n) {
    graph g;
    canonical_form canonical(g);
    node_id const f = random.make(g, 4), form = canonical(f);
    if (canonical.overflowed()) continue;
    for (int k = 0; k < 3; ++k) {
      std::vector<fraction> const at = random_point<fraction>(random);
      std::optional<fraction> const expected = value(g, f, at);
      if (!expected) continue;
      ++defined;
      std::optional<fraction> const found = value(g, form, at);
      BOOST_REQUIRE(found && *found == *expected);
    }
  }
  BOOST_TEST(defined > 2 * count);
}

BOOST_AUTO_TEST_CASE(canonical_form_with_functions_has_the_same_value) {
  random_formulas random(2, true);
  int defined = 0;
  for (int n = 0; n < count; ++n) {
    graph g;
    canonical_form canonical(g);
    node_id const f = random.make(g, 4), form = canonical(f);
    if (canonical.overflowed()) continue;
    std::vector<decimal> const at = random_point<decimal>(random);
    std::optional<decimal> const expected = value(g, f, at);
    if (!expected || abs(*expected) > 1e20) continue;
    std::optional<decimal> const found = value(g, form, at);
    if (!found) continue;  // beyond what the interpreter computes with
    ++defined;
    BOOST_REQUIRE_MESSAGE(near(*found, *expected, 1e-15), n << ": " << *expected << " became " << *found);
  }
  BOOST_TEST(defined > count / 2);
}

BOOST_AUTO_TEST_CASE(equal_formulas_in_shuffled_order_become_one_node) {
  for (bool const elementary : {false, true}) {
    random_formulas random(3, elementary);
    for (int n = 0; n < count; ++n) {
      graph g;
      canonical_form canonical(g);
      node_id const f = random.make(g, 5), other = random.shuffled(g, f);
      node_id const form = canonical(f), other_form = canonical(other);
      if (!canonical.overflowed()) BOOST_REQUIRE(form == other_form);
    }
  }
}

BOOST_AUTO_TEST_CASE(products_powers_and_quotients_written_otherwise_become_one_node) {
  for (bool const elementary : {false, true}) {
    random_formulas random(7, elementary);
    int changed = 0;
    for (int n = 0; n < count; ++n) {
      graph g;
      canonical_form canonical(g);
      node_id const f = random.make(g, 5), other = random.shuffled(g, random.taken_apart(g, f));
      node_id const form = canonical(f), other_form = canonical(other);
      if (canonical.overflowed() || divides_by_zero(g, f) || divides_by_zero(g, other)) continue;
      changed += f != other;
      BOOST_REQUIRE_MESSAGE(form == other_form, n << (elementary ? " with functions" : ""));
    }
    BOOST_TEST(changed > count / 2);
  }
}

BOOST_AUTO_TEST_CASE(canonical_form_and_how_it_is_written_are_idempotent) {
  for (bool const elementary : {false, true}) {
    random_formulas random(4, elementary);
    for (int n = 0; n < count; ++n) {
      graph g;
      canonical_form canonical(g);
      node_id const form = canonical(random.make(g, 5));
      if (canonical.overflowed()) continue;
      canonical_form again(g);
      BOOST_REQUIRE_MESSAGE(again(form) == form, n);
      node_id const written = nabla::detail::presentation(g)(form);
      canonical_form of_written(g);
      BOOST_REQUIRE_MESSAGE(of_written(written) == form, n);
    }
  }
}

BOOST_AUTO_TEST_CASE(derivatives_agree_with_difference_quotients) {
  random_formulas random(5, true);
  int defined = 0;
  for (int n = 0; n < count; ++n) {
    graph g;
    node_id const f = random.make(g, 4), x = g.variable(random_variable(0));
    nabla::detail::growable<node_id> const by(1, x), from(1, f), seed(1, g.constant(1));
    node_id const derivative = nabla::detail::readable(g, nabla::detail::reverse_sweep(g, from, seed, by)[0]);
    std::vector<decimal> const at = random_point<decimal>(random);
    auto const shifted = [&](decimal const& h) {
      std::vector<decimal> point = at;
      point[0] += h;
      return value(g, f, point);
    };
    decimal const h = 1e-12;
    auto const a = shifted(-h), b = shifted(h), a2 = shifted(-2 * h), b2 = shifted(2 * h);
    std::optional<decimal> const found = value(g, derivative, at);
    if (!a || !b || !a2 || !b2 || !found) continue;
    decimal const difference = (*b - *a) / (2 * h), wider = (*b2 - *a2) / (4 * h);
    // Kinks, and points at which differences have not converged, say nothing.
    if (abs(difference) > 1e6 || !near(difference, wider, 1e-14) || !near(*a + *b, 2 * *shifted(0), 1e-9)) continue;
    decimal const left = (*shifted(0) - *a) / h, right = (*b - *shifted(0)) / h;
    if (!near(left, right, 1e-5)) continue;
    ++defined;
    BOOST_REQUIRE_MESSAGE(near(*found, difference, 1e-10), n << ": " << *found << ", by differences " << difference);
  }
  BOOST_TEST(defined > count / 2);
}

// Pairs of small formulas that have one value at a positive point: those proved equal have one value everywhere, at negative points
// and at 0 too.
BOOST_AUTO_TEST_CASE(what_is_proved_is_true) {
  random_formulas random(6, true);
  decimal const sample = decimal(7) / 5;
  graph g;
  canonical_form canonical(g);
  std::vector<std::pair<decimal, node_id>> found;
  for (int n = 0; n < count; ++n) {
    node_id const f = random.make(g, 3);
    std::optional<decimal> const at = value(g, f, std::vector<decimal>{sample, sample, sample});
    if (at && abs(*at) < 1e6) found.emplace_back(*at, f);
  }
  std::sort(found.begin(), found.end());
  int proved = 0, open = 0, checked = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::size_t k = i + 1; k < found.size() && k < i + 4 && near(found[i].first, found[k].first, 1e-30); ++k) {
      graph own;
      canonical_form form(own);
      nabla::detail::growable<node_id> nodes;  // both formulas with x for each variable
      for (node_id id : {found[i].second, found[k].second}) nodes.push(copied(g, id, own));
      node_id const left = form(nodes[0]), right = form(nodes[1]);
      if (form.overflowed() || left == right) continue;
      if (!nabla::detail::equality_proof(own)(left, right)) {
        ++open;
        continue;
      }
      ++proved;
      for (int numerator = -8; numerator <= 8; ++numerator) {
        std::vector<decimal> const at{decimal(numerator) / 3};
        std::optional<decimal> const a = value(own, nodes[0], at), b = value(own, nodes[1], at);
        if (!a || !b) continue;
        ++checked;
        BOOST_REQUIRE_MESSAGE(near(*a, *b, 1e-20), i << ", " << k << " at " << at[0] << ": " << *a << " and " << *b);
      }
    }
  }
  BOOST_TEST_MESSAGE(proved << " pairs proved equal, " << open << " not, " << checked << " values compared");
  BOOST_TEST(proved > 100);
  BOOST_TEST(checked > 1000);
}

BOOST_AUTO_TEST_SUITE_END()
