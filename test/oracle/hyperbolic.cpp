#include <oracle/accuracy.hpp>
#include <oracle/delicate.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(oracle_hyperbolic)

using namespace oracle;

BOOST_AUTO_TEST_CASE(functions) {
  check_1(kind::elementary, "sinh(x)", sinh(x));
  check_1(kind::elementary, "cosh(x)", cosh(x));
  check_1(kind::elementary, "tanh(x)", tanh(x));
  check_1(kind::elementary, "sech(x)", sech(x));
  check_1(kind::elementary, "csch(x)", csch(x));
  check_1(kind::elementary, "coth(x)", coth(x));
}

BOOST_AUTO_TEST_CASE(inverses) {
  check_1(kind::elementary, "asinh(x)", asinh(x));
  check_1(kind::elementary, "acosh(x)", acosh(x));
  check_1(kind::elementary, "atanh(x)", atanh(x));
  check_1(kind::elementary, "asech(x)", asech(x));
  check_1(kind::elementary, "acsch(x)", acsch(x));
  check_1(kind::elementary, "acoth(x)", acoth(x));
}

BOOST_AUTO_TEST_SUITE_END()

namespace oracle {

void hyperbolic_rows(visitor visit) {
  rows_1(visit, tanh(x),
         {{"tanh(x)", {6}, {0.99998771165079557, 2.4576547405332701e-5, -4.9152490800271891e-5, 9.8302565581236606e-5}, "1 - tanh^2 is right to one unit in the last place of 1", 2},
          {"tanh(x)", {30}, {1, 0, 0, 0}, "1 - tanh^2, where 4 exp(-60) is below one unit in the last place of 1", 1}, {"tanh(x)", {-1e300}, {-1, 0, 0, 0}, "limits"},
          {"tanh(x)", {inf}, {1, 0, 0, 0}, "limits"}});
  rows_1(visit, sech(x), {{"sech(x)", {1000}, {0, 0, 0, 0}, "limits"}, {"sech(x)", {-inf}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, csch(x), {{"csch(x)", {0}, {inf, -inf, inf, -inf}, "limits from above: 1/x leads"}, {"csch(x)", {1000}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, coth(x), {{"coth(x)", {0}, {inf, -inf, inf, -inf}, "limits from above: 1/x leads"}, {"coth(x)", {-inf}, {-1, 0, 0, 0}, "limits"}});
  rows_1(visit, acosh(x), {{"acosh(x)", {1}, {0, inf, -inf, inf}, "limits from above"}, {"acosh(x)", {inf}, {inf, 0, 0, 0}, "limits"}});
  rows_1(visit, atanh(x), {{"atanh(x)", {1}, {inf, inf, inf, inf}, "limits from below"}, {"atanh(x)", {-1}, {-inf, inf, -inf, inf}, "limits from above"}});
  rows_1(visit, asech(x), {{"asech(x)", {1}, {0, -inf, unsaid, unsaid}, "limit from below"}, {"asech(x)", {0}, {inf, -inf, inf, -inf}, "limits from above"}});
  rows_1(visit, acoth(x), {{"acoth(x)", {1}, {inf, -inf, inf, -inf}, "limits from above"}, {"acoth(x)", {inf}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, asinh(x), {{"asinh(x)", {inf}, {inf, 0, 0, 0}, "limits"}, {"asinh(x)", {-1e200}, {-461.21016577936908, 1e-200, 0, 0}, "no square overflows"}});
  rows_1(visit, acsch(x), {{"acsch(x)", {0}, {inf, -inf, inf, -inf}, "limits from above: -1/x leads"}, {"acsch(x)", {inf}, {0, 0, 0, 0}, "limits"}});
}

}  // namespace oracle
