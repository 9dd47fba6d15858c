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
  random_formulas random(std::getenv("H4S") ? std::atoi(std::getenv("H4S")) : 1);
  int defined = 0, overflowed = 0;
  for (int count = 0; count < (std::getenv("H4N") ? std::atoi(std::getenv("H4N")) : 6000); ++count) {
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
      BOOST_CHECK_MESSAGE(found != comparison::different, count << ": " << text_of(sg, f) << " became " << text_of(sg, form) << " at n = " << size_n << ", m = " << size_m);
    }
  }
  BOOST_TEST_MESSAGE(defined << " values compared, " << overflowed << " formulas overflowed");
  BOOST_TEST(defined > 15000);
  BOOST_TEST(overflowed < 100);
}

BOOST_AUTO_TEST_SUITE_END()
