#include <oracle/accuracy.hpp>
#include <oracle/delicate.hpp>

#include <boost/test/unit_test.hpp>

#include <numbers>

#include <type_traits>

BOOST_AUTO_TEST_SUITE(oracle_logistic)

using namespace oracle;

static_assert(std::is_same_v<decltype(sigmoid(x)), decltype(logistic(x))>);
static_assert(std::is_same_v<decltype(log1pexp(x)), decltype(softplus(x))>);
static_assert(std::is_same_v<decltype(swish(x)), decltype(silu(x))>);

BOOST_AUTO_TEST_CASE(of_one_variable) {
  check_1(kind::elementary, "logistic(x)", logistic(x));
  check_1(kind::elementary, "logit(x)", logit(x));
  check_1(kind::elementary, "softplus(x)", softplus(x));
  check_1(kind::elementary, "silu(x)", silu(x));
}

BOOST_AUTO_TEST_CASE(of_several_variables) {
  check_2(kind::elementary, "logaddexp(x,y)", logaddexp(x, y));
  check_3(kind::elementary, "log_sum_exp(x,y,z)", log_sum_exp(x, y, z));
}

BOOST_AUTO_TEST_SUITE_END()

namespace oracle {

void logistic_rows(visitor visit) {
  constexpr double ln2 = std::numbers::ln2;
  rows_1(visit, logistic(x),
         {{"logistic(x)", {1000}, {1, 0, 0, 0}, "limits: nothing overflows"}, {"logistic(x)", {-1000}, {0, 0, 0, 0}, "limits: nothing overflows"},
          {"logistic(x)", {inf}, {1, 0, 0, 0}, "limits"}, {"logistic(x)", {-inf}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, 1_c / (1_c + exp(-x)), {{"1/(1+exp(-x))", {-1000}, {0, 0, 0, 0}, "limits, though exp(1000) is beyond every double"}, {"1/(1+exp(-x))", {1000}, {1, 0, 0, 0}, "limits"}});
  rows_1(visit, softplus(x),
         {{"softplus(x)", {1000}, {1000, 1, 0, 0}, "limits: nothing overflows"}, {"softplus(x)", {-1000}, {0, 0, 0, 0}, "limits: nothing overflows"},
          {"softplus(x)", {inf}, {inf, 1, 0, 0}, "limits"}, {"softplus(x)", {-inf}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, silu(x),
         {{"silu(x)", {1000}, {1000, 1, 0, 0}, "limits"}, {"silu(x)", {-1000}, {0, 0, 0, 0}, "limits"}, {"silu(x)", {inf}, {inf, 1, 0, 0}, "limits"},
          {"silu(x)", {-inf}, {0, 0, 0, 0}, "limits: exp wins over x"}});
  rows_1(visit, logit(x), {{"logit(x)", {0}, {-inf, inf, -inf, inf}, "limits from above"}, {"logit(x)", {1}, {inf, inf, inf, inf}, "limits from below"}});
  rows_2(visit, logaddexp(x, y),
         {{"logaddexp(x,y)", {1000, 1000}, {1000 + ln2, 0.5, 0.5, 0.25, -0.25, 0.25, 0, 0, 0, 0}, "equal weights"},
          {"logaddexp(x,y)", {1e300, 1}, {1e300, 1, 0, 0, 0, 0, 0, 0, 0, 0}, "limits"},
          {"logaddexp(x,y)", {inf, 1}, {inf, 1, 0, 0, 0, 0, 0, 0, 0, 0}, "limits"},
          {"logaddexp(x,y)", {-inf, 1}, {1, 0, 1, 0, 0, 0, 0, 0, 0, 0}, "log(0 + e)"},
          {"logaddexp(x,y)", {-inf, -inf}, {-inf, 0.5, 0.5}, "log(0); equal weights"},
          {"logaddexp(x,y)", {inf, inf}, {inf, 0.5, 0.5}, "equal weights"}});
  rows_3(visit, log_sum_exp(x, y, z),
         {{"log_sum_exp(x,y,z)", {1000, 1000, -1000}, {1000 + ln2, 0.5, 0.5, 0, 0.25, -0.25, 0, 0.25, 0, 0}, "equal weights", 512},
          {"log_sum_exp(x,y,z)", {1e300, 1, -1e300}, {1e300, 1, 0, 0, 0, 0, 0, 0, 0, 0}, "limits"},
          {"log_sum_exp(x,y,z)", {inf, 1, 2}, {inf, 1, 0, 0, 0, 0, 0, 0, 0, 0}, "limits"},
          {"log_sum_exp(x,y,z)", {-inf, 1, 1}, {1 + ln2, 0, 0.5, 0.5, 0, 0, 0, 0.25, -0.25, 0.25}, "log(0 + e + e)", 4},
          {"log_sum_exp(x,y,z)", {-inf, -inf, 3}, {3, 0, 0, 1, 0, 0, 0, 0, 0, 0}, "log(0 + 0 + e^3)"},
          {"log_sum_exp(x,y,z)", {-inf, -inf, -inf}, {-inf}, "log(0)"}});
}

}  // namespace oracle
