#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

constexpr auto x = nabla::variable<"x">;

template <int Times, class F>
constexpr auto squared(F f) {
  if constexpr (Times == 0) {
    return f;
  } else {
    return squared<Times - 1>(f * f);
  }
}

// x^(2^30) as 30 self-multiplications: 2^31 nodes as a tree, 31 as a graph. Clang itself walks such a type as a tree (20 levels
// take it 3 s, 24 take 15 s; GCC does 30 in no time), so that it is given a lower one.
#ifdef __clang__
constexpr int levels = 16;
#else
constexpr int levels = 30;
#endif
constexpr auto tower = squared<levels>(x);
constexpr double slope = static_cast<double>(1 << levels);
static_assert(tower(1) == 1 && tower(-1) == 1 && tower(0) == 0);
static_assert(operation_count(tower).multiplications == levels);
static_assert(gradient(tower, x)(1)[0] == slope);
static_assert(value_and_gradient(tower, x)(1).gradient[0] == slope);
static_assert(operation_count(gradient(tower, x)).total() <= 4 * levels);
static_assert(std::is_empty_v<decltype(squared<levels>(x))>);
static_assert(derivative(squared<8>(x), x) == nabla::constant<256>{} * pow(x, nabla::constant<255>{}));

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_deep_tower)

BOOST_AUTO_TEST_CASE(at_run_time) { BOOST_TEST(tower(1.0) == 1.0); }

BOOST_AUTO_TEST_SUITE_END()
