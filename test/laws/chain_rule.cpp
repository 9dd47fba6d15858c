#include <support/corpus.hpp>
#include <support/near.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace support;

// derivative(f(x = g), t) == derivative(f, x)(x = g) * derivative(g, t), as a theorem
static_assert(proved_for_each(of_x, [](auto f) {
  return proved_for_each(of_t, [=](auto g) { return derivative(f(x = g), t) == derivative(f, x)(x = g) * derivative(g, t); });
}));

}  // namespace

BOOST_AUTO_TEST_SUITE(laws_chain_rule)

BOOST_AUTO_TEST_CASE(in_numbers) {
  for_each(of_x, [](auto f) {
    for_each(hana::make_tuple(t * t + 1_c, 2_c + sin(t)), [=](auto g) {
      for (double at : {-0.8, 0.3, 1.1}) {
        double const whole = derivative(f(x = g), t)(t = at);
        BOOST_TEST(support::near(whole, derivative(f, x)(x = g(t = at)) * derivative(g, t)(t = at), 1e-13));
      }
    });
  });
}

BOOST_AUTO_TEST_SUITE_END()
