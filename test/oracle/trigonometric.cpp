#include <oracle/accuracy.hpp>
#include <oracle/delicate.hpp>

#include <boost/test/unit_test.hpp>

#include <numbers>

BOOST_AUTO_TEST_SUITE(oracle_trigonometric)

using namespace oracle;

BOOST_AUTO_TEST_CASE(functions) {
  check_1(kind::elementary, "sin(x)", sin(x));
  check_1(kind::elementary, "cos(x)", cos(x));
  check_1(kind::elementary, "tan(x)", tan(x));
  check_1(kind::elementary, "sec(x)", sec(x));
  check_1(kind::elementary, "csc(x)", csc(x));
  check_1(kind::elementary, "cot(x)", cot(x));
  check_1(kind::elementary, "sinpi(x)", sinpi(x));
  check_1(kind::elementary, "cospi(x)", cospi(x));
  check_1(kind::elementary, "sinc(x)", sinc(x));
}

BOOST_AUTO_TEST_CASE(inverses) {
  check_1(kind::elementary, "asin(x)", asin(x));
  check_1(kind::elementary, "acos(x)", acos(x));
  check_1(kind::elementary, "atan(x)", atan(x));
  check_1(kind::elementary, "asec(x)", asec(x));
  check_1(kind::elementary, "acsc(x)", acsc(x));
  check_1(kind::elementary, "acot(x)", acot(x));
  check_2(kind::elementary, "atan2(y,x)", atan2(y, x));
}

BOOST_AUTO_TEST_SUITE_END()

namespace oracle {

void trigonometric_rows(visitor visit) {
  constexpr double pi = std::numbers::pi;
  rows_2(visit, atan2(y, x),
         {{"atan2(y,x)", {1, 0}, {0, 0, 1, 0, -1, 0, 0, 2, 0, -2}, "partials of Im log(x + i y) by x and y"},
          {"atan2(y,x)", {1, -0.0}, {0, 0, 1, 0, -1, 0, 0, 2, 0, -2}, "the same from below"},
          {"atan2(y,x)", {-1, 0}, {pi, 0, -1, 0, -1, 0, 0, -2, 0, 2}, "above the cut"},
          {"atan2(y,x)", {-1, -0.0}, {-pi, 0, -1, 0, -1, 0, 0, -2, 0, 2}, "below the cut: only the value jumps"},
          {"atan2(y,x)", {0, 2}, {pi / 2, -0.5, 0, 0, 0.25, 0, 0.25, 0, -0.25, 0}, "no division by x"},
          {"atan2(y,x)", {-0.0, -2}, {-pi / 2, 0.5, 0, 0, 0.25, 0, -0.25, 0, 0.25, 0}, "no division by x"},
          {"atan2(y,x)", {0, 0}, {0, 0, 0}, "no direction: 0, as for hypot"},
          {"atan2(y,x)", {-0.0, 0}, {pi, 0, 0}, "the value has the quadrant of the signed zeros"},
          {"atan2(y,x)", {-0.0, -0.0}, {-pi, 0, 0}, "the value has the quadrant of the signed zeros"},
          {"atan2(y,x)", {inf, 1}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "limits as x grows"},
          {"atan2(y,x)", {3e-200, 4e-200}, {0.92729521800161223, -1.6e199, 1.2e199}, "no square vanishes"},
          {"atan2(y,x)", {3e200, 4e200}, {0.92729521800161223, -1.6e-201, 1.2e-201}, "no square overflows"}});
  rows_1(visit, asin(x),
         {{"asin(x)", {1}, {pi / 2, inf, inf, inf}, "limits from below"}, {"asin(x)", {-1}, {-pi / 2, inf, -inf, inf}, "limits from above"}, {"asin(x)", {2}, {nan, nan, nan, nan}, "not real"}});
  rows_1(visit, acos(x), {{"acos(x)", {1}, {0, -inf, -inf, -inf}, "limits from below"}, {"acos(x)", {-1}, {pi, -inf, inf, -inf}, "limits from above"}});
  rows_1(visit, asec(x), {{"asec(x)", {1}, {0, inf, -inf, inf}, "limits from above"}, {"asec(x)", {inf}, {pi / 2, 0, 0, 0}, "limits"}});
  rows_1(visit, atan(x), {{"atan(x)", {inf}, {pi / 2, 0, 0, 0}, "limits"}, {"atan(x)", {-inf}, {-pi / 2, 0, 0, 0}, "limits"}, {"atan(x)", {1e200}, {pi / 2, 0, 0, 0}, "no inf/inf"}});
  rows_1(visit, acot(x), {{"acot(x)", {0}, {pi / 2, -1, 0, 2}, "atan(1/x) from above; -1/(1+x^2) on both sides"}, {"acot(x)", {inf}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, tan(x), {{"tan(x)", {pi / 2}, {1.633123935319537e16, 2.6670937881135712e32, 8.7113894062206534e48, 4.2680335647563994e65}, "a double never is pi/2: large, and right"}});
  rows_1(visit, sinpi(x), {{"sinpi(x)", {1}, {0, -pi, 0, pi * pi * pi}, "exact at whole numbers"}, {"sinpi(x)", {0.5}, {1, 0, -pi * pi, 0}, "exact at halves"},
                           {"sinpi(x)", {-2.5}, {-1, 0, pi * pi, 0}, "exact at halves"}, {"sinpi(x)", {1e300}, {0, pi, 0, -pi * pi * pi}, "an even number"}});
  rows_1(visit, cospi(x), {{"cospi(x)", {1}, {-1, 0, pi * pi, 0}, "exact at whole numbers"}, {"cospi(x)", {0.5}, {0, -pi, 0, pi * pi * pi}, "exact at halves"},
                           {"cospi(x)", {1e300}, {1, 0, -pi * pi, 0}, "an even number"}});
  rows_1(visit, sinc(x), {{"sinc(x)", {0}, {1, 0, -1.0 / 3, 0}, "1 - x^2/6 + x^4/120 - ..."}, {"sinc(x)", {-0.0}, {1, 0, -1.0 / 3, 0}, "even"},
                          {"sinc(x)", {inf}, {0, 0, 0, 0}, "limits: sin is bounded"}});
  rows_1(visit, sin(x), {{"sin(x)", {inf}, {nan, nan, nan, nan}, "no limit"}});
}

}  // namespace oracle
