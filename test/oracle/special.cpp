#include <oracle/accuracy.hpp>
#include <oracle/delicate.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(oracle_special)

using namespace oracle;

BOOST_AUTO_TEST_CASE(normal_distribution) {
  check_1(kind::special, "erf(x)", erf(x));
  check_1(kind::special, "erfc(x)", erfc(x));
  check_1(kind::special, "normal_pdf(x)", normal_pdf(x));
  check_1(kind::special, "normal_cdf(x)", normal_cdf(x));
  check_1(kind::special, "gelu(x)", gelu(x));
}

BOOST_AUTO_TEST_CASE(gamma) {
  check_1(kind::special, "tgamma(x)", tgamma(x));
  check_1(kind::special, "lgamma(x)", lgamma(x));
  check_1(kind::special, "digamma(x)", digamma(x));
}

BOOST_AUTO_TEST_SUITE_END()

namespace oracle {

void special_rows(visitor visit) {
  // At +-6: 2/sqrt(pi) exp(-36), times -12, times 142.
  constexpr double at_6 = 2.6173012392492648e-16;
  rows_1(visit, erf(x),
         {{"erf(x)", {6}, {1, at_6, -12 * at_6, 142 * at_6}, "tails are small, not 0", 1e-13}, {"erf(x)", {-6}, {-1, at_6, 12 * at_6, 142 * at_6}, "tails are small, not 0", 1e-13},
          {"erf(x)", {30}, {1, 0, 0, 0}, "exp(-900) is below every double"}, {"erf(x)", {1e300}, {1, 0, 0, 0}, "limits: exp(-x^2) wins over every power of x"},
          {"erf(x)", {inf}, {1, 0, 0, 0}, "limits: exp(-x^2) wins over every power of x"}, {"erf(x)", {-inf}, {-1, 0, 0, 0}, "limits"}});
  rows_1(visit, erfc(x),
         {{"erfc(x)", {-30}, {2, 0, 0, 0}, "limits"}, {"erfc(x)", {30}, {0, 0, 0, 0}, "below every double"}, {"erfc(x)", {1e300}, {0, 0, 0, 0}, "limits"},
          {"erfc(x)", {inf}, {0, 0, 0, 0}, "limits"}, {"erfc(x)", {-inf}, {2, 0, 0, 0}, "limits"}});
  rows_1(visit, normal_pdf(x), {{"normal_pdf(x)", {1e300}, {0, 0, 0, 0}, "limits"}, {"normal_pdf(x)", {-inf}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, normal_cdf(x), {{"normal_cdf(x)", {inf}, {1, 0, 0, 0}, "limits"}, {"normal_cdf(x)", {-inf}, {0, 0, 0, 0}, "limits"}, {"normal_cdf(x)", {-1000}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, gelu(x), {{"gelu(x)", {1000}, {1000, 1, 0, 0}, "limits"}, {"gelu(x)", {-1000}, {0, 0, 0, 0}, "limits"}, {"gelu(x)", {inf}, {inf, 1, 0, 0}, "limits"},
                          {"gelu(x)", {-inf}, {0, 0, 0, 0}, "limits: exp(-x^2/2) wins over x"}});
  rows_1(visit, tgamma(x), {{"tgamma(x)", {0}, {inf, -inf, inf, -inf}, "limits from above: 1/x leads"}, {"tgamma(x)", {-1}, {nan, inf, unsaid, inf}, "-1/(x+1) leads: no value, but the same infinite slope on both sides"},
                            {"tgamma(x)", {inf}, {inf, inf, inf, inf}, "limits"}, {"tgamma(x)", {1000}, {inf, inf, inf, inf}, "beyond every double"}});
  rows_1(visit, lgamma(x), {{"lgamma(x)", {0}, {inf, -inf, inf, -inf}, "limits from above: -log(x) leads"}, {"lgamma(x)", {-1}, {inf, nan, inf, nan}, "-log|x+1| leads: slopes of both signs"},
                            {"lgamma(x)", {inf}, {inf, inf, 0, 0}, "limits"}});
  rows_1(visit, digamma(x), {{"digamma(x)", {0}, {-inf, inf, -inf, inf}, "limits from above: -1/x leads"}, {"digamma(x)", {inf}, {inf, 0, 0, 0}, "limits"}});
}

}  // namespace oracle
