#include <oracle/accuracy.hpp>
#include <oracle/delicate.hpp>

#include <boost/test/unit_test.hpp>

#include <numbers>

BOOST_AUTO_TEST_SUITE(oracle_exponential)

using namespace oracle;

BOOST_AUTO_TEST_CASE(exponentials) {
  check_1(kind::elementary, "exp(x)", exp(x));
  check_1(kind::elementary, "exp2(x)", exp2(x));
  check_1(kind::elementary, "exp10(x)", exp10(x));
  check_1(kind::elementary, "expm1(x)", expm1(x));
  check_1(kind::elementary, "pow(2,x)", pow(2_c, x));
}

BOOST_AUTO_TEST_CASE(logarithms) {
  check_1(kind::elementary, "log(x)", log(x));
  check_1(kind::elementary, "log2(x)", log2(x));
  check_1(kind::elementary, "log10(x)", log10(x));
  check_1(kind::elementary, "log1p(x)", log1p(x));
}

BOOST_AUTO_TEST_CASE(products_with_logarithms) {
  check_1(kind::elementary, "xlogx(x)", xlogx(x));
  check_2(kind::elementary, "xlogy(x,y)", xlogy(x, y));
  check_2(kind::elementary, "xlog1py(x,y)", xlog1py(x, y));
}

BOOST_AUTO_TEST_SUITE_END()

namespace oracle {

void exponential_rows(visitor visit) {
  constexpr double ln2 = std::numbers::ln2;
  rows_1(visit, exp(x), {{"exp(x)", {-inf}, {0, 0, 0, 0}, "limits"}, {"exp(x)", {1000}, {inf, inf, inf, inf}, "beyond every double"}});
  rows_1(visit, expm1(x), {{"expm1(x)", {-inf}, {-1, 0, 0, 0}, "limits"}});
  rows_1(visit, log(x), {{"log(x)", {0}, {-inf, inf, -inf, inf}, "limits from above"}, {"log(x)", {inf}, {inf, 0, 0, 0}, "limits"}});
  rows_1(visit, log1p(x), {{"log1p(x)", {-1}, {-inf, inf, -inf, inf}, "limits from above"}, {"log1p(x)", {inf}, {inf, 0, 0, 0}, "limits"}});
  rows_1(visit, xlogx(x), {{"xlogx(x)", {0}, {0, -inf, inf, -inf}, "x log(x) tends to 0; log(x) + 1, 1/x, -1/x^2"}});
  rows_2(visit, xlogy(x, y),
         {{"xlogy(x,y)", {0, 0}, {0, -inf, 0, 0, inf, 0, 0, 0, -inf, 0}, "y -> 0 log(y) is 0 for every y > 0; f_x = log(y)"},
          {"xlogy(x,y)", {0, 2}, {0, ln2, 0, 0, 0.5, 0, 0, 0, -0.25, 0}, "smooth"},
          {"xlogy(x,y)", {2, 0}, {-inf, -inf, inf, 0, inf, -inf, 0, 0, -inf, inf}, "limits from above"},
          {"xlogy(x,y)", {0, inf}, {0, inf, 0, 0, 0, 0, 0, 0, 0, 0}, "y -> 0 log(y) is 0"}});
  rows_2(visit, xlog1py(x, y), {{"xlog1py(x,y)", {0, -1}, {0, -inf, 0, 0, inf, 0, 0, 0, -inf, 0}, "y -> 0 log(1 + y) is 0"}});
  rows_1(visit, x * log(x), {{"x*log(x)", {0}, {unsaid, -inf, inf, -inf}, "limits from above; the value 0 * log(0) is evaluated as written, xlogx(x) is 0"}});
}

}  // namespace oracle
