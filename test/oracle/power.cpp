#include <oracle/accuracy.hpp>
#include <oracle/delicate.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(oracle_power)

using namespace oracle;

BOOST_AUTO_TEST_CASE(arithmetic) {
  check_1(kind::elementary, "negate(x)", -x);
  check_2(kind::elementary, "x+y", x + y);
  check_2(kind::elementary, "x-y", x - y);
  check_2(kind::elementary, "x*y", x * y);
  check_2(kind::elementary, "x/y", x / y);
}

BOOST_AUTO_TEST_CASE(constant_exponents) {
  check_1(kind::elementary, "square(x)", square(x));
  check_1(kind::elementary, "pow(x,3)", pow(x, 3_c));
  check_1(kind::elementary, "pow(x,-2)", pow(x, -2_c));
  check_1(kind::elementary, "pow(x,0.5)", pow(x, 0.5_c));
  check_1(kind::elementary, "pow(x,2.5)", pow(x, 2.5_c));
  check_1(kind::elementary, "pow(x,1/3)", pow(x, 1_c / 3_c));
  check_1(kind::elementary, "sqrt(x)", sqrt(x));
  check_1(kind::elementary, "cbrt(x)", cbrt(x));
}

BOOST_AUTO_TEST_CASE(variable_exponents) { check_2(kind::elementary, "pow(x,y)", pow(x, y)); }

BOOST_AUTO_TEST_CASE(norms) {
  check_2(kind::elementary, "hypot(x,y)", hypot(x, y));
  check_3(kind::elementary, "hypot(x,y,z)", hypot(x, y, z));
}

BOOST_AUTO_TEST_SUITE_END()

namespace oracle {

// One-sided limits, from x > 0 where a power has no value below. L stands for log(x).
void power_rows(visitor visit) {
  rows_1(visit, pow(x, 0_c), {{"pow(x,0)", {0}, {1, 0, 0, 0}, "x^0 is 1 everywhere"}, {"pow(x,0)", {-2}, {1, 0, 0, 0}, "x^0 is 1 everywhere"}});
  rows_1(visit, pow(x, 1_c), {{"pow(x,1)", {0}, {0, 1, 0, 0}, "x^1 is x"}, {"pow(x,1)", {-2}, {-2, 1, 0, 0}, "x^1 is x"}});
  rows_1(visit, pow(x, 2_c), {{"pow(x,2)", {0}, {0, 0, 2, 0}, "a product: no 0 * inf"}, {"pow(x,2)", {-2}, {4, -4, 2, 0}, "a product: no log of a negative number"}});
  rows_1(visit, pow(x, 3_c), {{"pow(x,3)", {0}, {0, 0, 0, 6}, "a product"}, {"pow(x,3)", {-2}, {-8, 12, -12, 6}, "a product"}});
  rows_1(visit, pow(x, -1_c),
         {{"pow(x,-1)", {0}, {inf, -inf, inf, -inf}, "limits from above: the sign of the zero says the side"},
          {"pow(x,-1)", {-0.0}, {-inf, -inf, -inf, -inf}, "limits from below"},
          {"pow(x,-1)", {-2}, {-0.5, -0.25, -0.25, -0.375}, "a quotient"},
          {"pow(x,-1)", {inf}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, pow(x, 0.5_c),
         {{"pow(x,1/2)", {0}, {0, inf, -inf, inf}, "limits from above"}, {"pow(x,1/2)", {-2}, {nan, nan, nan, nan}, "not real"}});
  rows_1(visit, pow(x, 1.5_c), {{"pow(x,3/2)", {0}, {0, 0, inf, -inf}, "limits from above"}});
  rows_1(visit, pow(x, 2.5_c), {{"pow(x,5/2)", {0}, {0, 0, 0, inf}, "limits from above"}});
  rows_1(visit, pow(x, 1_c / 3_c),
         {{"pow(x,1/3)", {0}, {0, inf, -inf, inf}, "limits from above"}, {"pow(x,1/3)", {-8}, {nan, nan, nan, nan}, "pow of a negative base, as in C; cbrt is real"}});
  rows_1(visit, pow(0_c, x), {{"pow(0,x)", {2}, {0, 0, 0, 0}, "0 for every x > 0"}});
  rows_2(visit, pow(x, y),
         {{"pow(x,y)", {0, 0}, {1, 0, -inf, 0, inf, inf, 0, -inf, -inf, -inf}, "0^0 is 1, and x^0 is 1: the partials by x alone are 0; f_y = L, f_xy = 1/x as x falls to 0"},
          {"pow(x,y)", {0, 0.5}, {0, inf, 0, -inf, -inf, 0, inf, inf, inf, 0}, "f_x = x^(-1/2)/2; f_y = x^(1/2) L tends to 0; f_xy = x^(-1/2) (1 + L/2)"},
          {"pow(x,y)", {0, 1}, {0, 1, 0, 0, -inf, 0, 0, inf, inf, 0}, "f_y = x L tends to 0; f_xy = 1 + L; f_xxy = 1/x; f_xyy = 2 L + L^2"},
          {"pow(x,y)", {0, 2}, {0, 0, 0, 2, 0, 0, 0, -inf, 0, 0}, "f_xy = x (1 + 2 L) tends to 0; f_xxy = 3 + 2 L"},
          {"pow(x,y)", {0, 3}, {0, 0, 0, 0, 0, 0, 6, 0, 0, 0}, "f_xxy = x (5 + 6 L) tends to 0"},
          {"pow(x,y)", {0, 4.5}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "every part has a factor x^(3/2) or more"},
          {"pow(x,y)", {0, -1}, {inf, -inf, -inf, inf, inf, inf, -inf, -inf, -inf, -inf}, "limits from above; f_y = L/x, f_xy = (1 - L)/x^2"},
          {"pow(x,y)", {-2, 3}, {-8, 12, nan, -12, nan, nan, 6, nan, nan, nan}, "x -> x^3 is real for a negative base, y -> (-2)^y is not"},
          {"pow(x,y)", {1, inf}, {1, unsaid, unsaid}, "1^y is 1"}});
  rows_1(visit, sqrt(x),
         {{"sqrt(x)", {0}, {0, inf, -inf, inf}, "limits from above"},
          {"sqrt(x)", {-0.0}, {0, inf, -inf, inf}, "a zero without side: the only side there is"},
          {"sqrt(x)", {inf}, {inf, 0, 0, 0}, "limits"},
          {"sqrt(x)", {-1}, {nan, nan, nan, nan}, "not real"}});
  rows_1(visit, cbrt(x), {{"cbrt(x)", {0}, {0, inf, -inf, inf}, "limits from above"}, {"cbrt(x)", {-0.0}, {0, inf, inf, inf}, "limits from below"},
                          {"cbrt(x)", {-8}, {-2, 1.0 / 12, 1.0 / 144, 5.0 / 3456}, "the real root"}});
  rows_1(visit, sqrt(x) * sqrt(x), {{"sqrt(x)*sqrt(x)", {0}, {0, 1, 0, 0}, "x for x >= 0: the limit of 2 sqrt(x) / (2 sqrt(x)) is 1"}});
  rows_1(visit, x * sqrt(x), {{"x*sqrt(x)", {0}, {0, 0, inf, -inf}, "x^(3/2): 3/2 sqrt(x), not 0 * inf"}});
  rows_1(visit, sqrt(1_c - x * x), {{"sqrt(1-x*x)", {1}, {0, -inf, -inf, -inf}, "limits from below"}});
  rows_1(visit, sqrt(x * x),
         {{"sqrt(x*x)", {0}, {0, 0, 0, 0}, "abs(x): the mean of -1 and 1"}, {"sqrt(x*x)", {-3}, {3, -1, 0, 0}, "abs(x)"}});
  rows_2(visit, sqrt(x * x + y * y),
         {{"sqrt(x*x+y*y)", {0, 0}, {0, 0, 0}, "a norm: 0 is a subgradient"}, {"sqrt(x*x+y*y)", {0, 3}, {3, 0, 1, 1.0 / 3, 0, 0, 0, -1.0 / 9, 0, 0}, "smooth"}});
  rows_2(visit, hypot(x, y),
         {{"hypot(x,y)", {0, 0}, {0, 0, 0}, "a norm: 0 is a subgradient"},
          {"hypot(x,y)", {0, 3}, {3, 0, 1, 1.0 / 3, 0, 0, 0, -1.0 / 9, 0, 0}, "smooth"},
          {"hypot(x,y)", {inf, 1}, {inf, 1, 0, 0, 0, 0, 0, 0, 0, 0}, "limits as x grows"},
          {"hypot(x,y)", {1, -inf}, {inf, 0, -1, 0, 0, 0, 0, 0, 0, 0}, "limits as y falls"},
          {"hypot(x,y)", {1e200, 1e200}, {1.4142135623730951e200, 0.70710678118654752, 0.70710678118654752}, "no square overflows"},
          {"hypot(x,y)", {3e-200, 4e-200}, {5e-200, 0.6, 0.8}, "no square vanishes"}});
  rows_3(visit, hypot(x, y, z),
         {{"hypot(x,y,z)", {0, 0, 0}, {0, 0, 0, 0}, "a norm: 0 is a subgradient"}, {"hypot(x,y,z)", {0, 0, 2}, {2, 0, 0, 1, 0.5, 0, 0, 0.5, 0, 0}, "smooth"},
          {"hypot(x,y,z)", {1, inf, 2}, {inf, 0, 1, 0, 0, 0, 0, 0, 0, 0}, "limits as y grows"}});
}

}  // namespace oracle
