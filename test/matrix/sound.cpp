#include "support/random_matrix_formula.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

// Canonical form and proofs of matrix formulas are sound: thousands of random formulas of every operation, at several sizes, against
// an interpreter of the tests' own.

using namespace test::matrices;
using nabla::detail::matrix_canonical;

namespace {

/// Equal to rounding, for numbers as large as those on the way; where these are too large nothing is said.
enum class comparison { equal, different, undefined };

comparison compare(graph const& g, node_id left, node_id right, point const& at) {
  interpreter value(g, at);
  array const a = value(left);
  if (!(value.largest() < 1e7L)) return comparison::undefined;
  array b;
  try {
    b = value(right);
  } catch (std::logic_error const& error) {  // a formula whose shapes do not fit
    BOOST_TEST_MESSAGE(error.what());
    return comparison::different;
  }
  if (!(value.largest() < 1e9L)) return comparison::undefined;
  for (std::size_t i = 0; i < std::max(a.at.size(), b.at.size()); ++i) {
    // A matrix of one number may have become the number.
    number const u = a.at.size() == 1 ? a.at[0] : a.at[i], v = b.at.size() == 1 ? b.at[0] : b.at[i];
    if (std::abs(u - v) > 1e-9L * (1 + std::abs(u))) return std::abs(u - v) > 1e-12L * value.largest() ? comparison::different : comparison::undefined;
  }
  return comparison::equal;
}

std::string text_of(shaped_graph& sg, node_id id) {
  nabla::detail::text_builder out;
  nabla::detail::matrix_text_notation notation{};
  notation.sg = &sg;
  nabla::detail::formula_writer<nabla::detail::matrix_text_notation>(sg.g, notation, out).write(id);
  return std::string(out.view().data(), out.view().size());
}

constexpr std::pair<std::size_t, std::size_t> sizes[] = {{2, 3}, {3, 2}, {1, 2}, {2, 1}, {1, 1}, {3, 3}};

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_sound)

BOOST_AUTO_TEST_CASE(canonical_form_has_the_same_value) {
  random_formulas random(1);
  int defined = 0, overflowed = 0;
  for (int count = 0; count < 6000; ++count) {
    graph g;
    shaped_graph sg(g);
    node_id const f = count % 3 == 0 ? random.scalar(sg, 4) : random.make(sg, random.extent(), random.extent(), 3);
    matrix_canonical canonical(sg);
    node_id const form = canonical(f);
    if (canonical.overflowed()) {
      ++overflowed;
      continue;
    }
    for (auto [size_n, size_m] : sizes) {
      comparison const found = compare(g, f, form, random.at(size_n, size_m));
      defined += found == comparison::equal;
      BOOST_REQUIRE_MESSAGE(found != comparison::different, count << ": " << text_of(sg, f) << " became " << text_of(sg, form) << " at n = " << size_n << ", m = " << size_m);
    }
  }
  BOOST_TEST_MESSAGE(defined << " values compared, " << overflowed << " formulas overflowed");
  BOOST_TEST(defined > 15000);
  BOOST_TEST(overflowed < 100);
}

// Pairs of formulas of one shape, the second made of the first by true and by false steps: what is proved is true.
BOOST_AUTO_TEST_CASE(what_is_proved_is_true) {
  random_formulas random(2);
  int proved = 0, open = 0;
  for (int count = 0; count < 1500; ++count) {
    graph g;
    shaped_graph sg(g);
    extent_value const rows = random.extent(), columns = random.extent(), inner = random.extent();
    node_id const a = random.make(sg, rows, inner, 1), b = random.make(sg, rows, inner, 1), c = random.make(sg, inner, columns, 1);
    auto const apply = [&](auto const& operation, auto... operands) { return g.apply(operation, operands...); };
    auto const product = [&](node_id u, node_id v) { return apply(info_of<nabla::matrix_product_op>, u, v); };
    auto const transpose = [&](node_id u) { return apply(info_of<nabla::transpose_op>, u); };
    auto const sum = [&](node_id u, node_id v) { return apply(info_of<nabla::plus>, u, v); };
    node_id const left = product(sum(a, b), c);
    node_id const rights[] = {sum(product(b, c), product(a, c)),
                              transpose(product(transpose(c), transpose(sum(b, a)))),
                              product(sum(a, a), c),
                              random.make(sg, rows, columns, 2),
                              product(apply(info_of<nabla::times>, a, b), c)};
    for (node_id right : rights) {
      bool const equal = nabla::detail::prove_shaped_equal(sg, left, right);
      equal ? ++proved : ++open;
      if (!equal) continue;
      for (auto [size_n, size_m] : sizes) {
        comparison const found = compare(g, left, right, random.at(size_n, size_m));
        BOOST_REQUIRE_MESSAGE(found != comparison::different, count << ": " << text_of(sg, left) << " is not " << text_of(sg, right));
      }
    }
  }
  BOOST_TEST_MESSAGE(proved << " pairs proved equal, " << open << " not");
  BOOST_TEST(proved > 2500);
  BOOST_TEST(open > 2500);
}

// Forward and reverse sweeps of whatever operations, by differences of the interpreter's values.
BOOST_AUTO_TEST_CASE(gradients_agree_with_differences) {
  random_formulas random(3);
  int compared = 0;
  for (int count = 0; count < 2500; ++count) {
    graph g;
    shaped_graph sg(g);
    node_id const value = random.scalar(sg, 4);
    auto const [size_n, size_m] = sizes[count % 6];
    point const at = random.at(size_n, size_m);
    for_each_variable([&](auto variable) {
      if (variable.info.is_symmetric) return;  // elements are varied one by one, which leaves the symmetric ones
      using change = nabla::detail::change_of<decltype(variable)>;
      nabla::detail::growable<node_id> const by(1, g.variable(decltype(variable)::info)), changes(1, g.variable(change::info));
      node_id const gradient = nabla::detail::gradient_sweep(sg, value, by, changes)[0];
      if (g.is_constant(gradient, 0) && count % 10 != 0) return;
      interpreter values(g, at);
      values(value);
      array const found = values(gradient);
      if (!(values.largest() < 1e4L)) return;
      std::size_t const elements = at.size(variable.shape.rows) * at.size(variable.shape.columns);
      for (std::size_t i = 0; i < elements; ++i) {
        auto const moved = [&](number h) {
          point there = at;
          there[decltype(variable)::info].at[i] += h;
          return interpreter(g, there)(value).at[0];
        };
        number const difference = (moved(1e-5L) - moved(-1e-5L)) / 2e-5L, wider = (moved(2e-5L) - moved(-2e-5L)) / 4e-5L;
        // Kinks, and places where differences have not converged, say nothing.
        if (!(std::abs(difference - wider) < 1e-6L * (1 + std::abs(difference)))) continue;
        number const derivative = found.at.size() == 1 ? found.at[0] : found.at[i];
        ++compared;
        BOOST_REQUIRE_MESSAGE(std::abs(derivative - difference) < 1e-5L * (1 + std::abs(difference)),
                              count << ": " << text_of(sg, value) << " by " << decltype(variable)::name.view() << ": " << derivative << ", by differences " << difference);
      }
    });
  }
  BOOST_TEST_MESSAGE(compared << " partial derivatives compared");
  BOOST_TEST(compared > 3000);
}

BOOST_AUTO_TEST_SUITE_END()
