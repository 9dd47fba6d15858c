#include <oracle/accuracy.hpp>
#include <oracle/delicate.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

BOOST_AUTO_TEST_SUITE(oracle_piecewise)

using namespace oracle;

static_assert(std::is_same_v<decltype(leaky_relu(x)), decltype(leaky_relu(x, 0.01_c))>);
static_assert(std::is_same_v<decltype(elu(x)), decltype(elu(x, 1_c))>);

BOOST_AUTO_TEST_CASE(of_one_variable) {
  check_1(kind::elementary, "sign(x)", sign(x));
  check_1(kind::elementary, "abs(x)", abs(x));
  check_1(kind::elementary, "step(x)", step(x));
  check_1(kind::elementary, "relu(x)", relu(x));
  check_1(kind::elementary, "leaky_relu(x,0.01)", leaky_relu(x, 0.01_c));
  check_1(kind::elementary, "elu(x,1)", elu(x, 1_c));
  check_1(kind::elementary, "smoothstep(x)", smoothstep(x));
}

BOOST_AUTO_TEST_CASE(of_several_variables) {
  check_2(kind::elementary, "leaky_relu(x,y)", leaky_relu(x, y));
  check_2(kind::elementary, "elu(x,y)", elu(x, y));
  check_2(kind::elementary, "min(x,y)", min(x, y));
  check_2(kind::elementary, "max(x,y)", max(x, y));
  check_3(kind::elementary, "clamp(x,y,z)", clamp(x, y, z));
}

BOOST_AUTO_TEST_SUITE_END()

namespace oracle {

// At a kink the first derivative is a subgradient (0, or the mean of the sides); higher ones are 0, as on both sides.
void kink_rows(visitor visit) {
  rows_1(visit, abs(x), {{"abs(x)", {0}, {0, 0, 0, 0}, "the mean of -1 and 1"}, {"abs(x)", {-0.0}, {0, 0, 0, 0}, "the mean of -1 and 1"},
                         {"abs(x)", {-inf}, {inf, -1, 0, 0}, "limits"}});
  rows_1(visit, sign(x), {{"sign(x)", {0}, {0, 0, 0, 0}, "0 on both sides of the jump"}});
  rows_1(visit, step(x), {{"step(x)", {0}, {1, 0, 0, 0}, "0 on both sides of the jump; 1 from 0 on"}, {"step(x)", {-0.0}, {1, 0, 0, 0}, "-0 is not below 0"}});
  rows_1(visit, relu(x), {{"relu(x)", {0}, {0, 0, 0, 0}, "0 is a subgradient"}, {"relu(x)", {inf}, {inf, 1, 0, 0}, "limits"}, {"relu(x)", {-inf}, {0, 0, 0, 0}, "limits"}});
  rows_1(visit, leaky_relu(x, 0.01_c), {{"leaky_relu(x,0.01)", {0}, {0, 0.01, 0, 0}, "the side below: a subgradient"}, {"leaky_relu(x,0.01)", {-inf}, {-inf, 0.01, 0, 0}, "limits"}});
  rows_1(visit, elu(x, 1_c), {{"elu(x,1)", {0}, {0, 1, 1, 1}, "both sides have the slope 1; from the second order on, the side below"},
                              {"elu(x,1)", {-1000}, {-1, 0, 0, 0}, "limits"}, {"elu(x,1)", {1000}, {1000, 1, 0, 0}, "exp(1000) belongs to the other side"},
                              {"elu(x,1)", {inf}, {inf, 1, 0, 0}, "limits"}, {"elu(x,1)", {-inf}, {-1, 0, 0, 0}, "limits"}});
  rows_2(visit, elu(x, y), {{"elu(x,y)", {1000, 2}, {1000, 1, 0, 0, 0, 0, 0, 0, 0, 0}, "exp(1000) belongs to the other side"}});
  rows_2(visit, min(x, y), {{"min(x,y)", {2, 2}, {2, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0}, "the mean of both sides"}, {"min(x,y)", {0, -0.0}, {0, 0.5, 0.5, 0, 0, 0}, "equal"},
                            {"min(x,y)", {inf, 1}, {1, 0, 1, 0, 0, 0}, "the lesser"}});
  rows_2(visit, max(x, y), {{"max(x,y)", {2, 2}, {2, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0}, "the mean of both sides"}, {"max(x,y)", {-inf, 1}, {1, 0, 1, 0, 0, 0}, "the greater"}});
  rows_3(visit, clamp(x, y, z),
         {{"clamp(x,y,z)", {1, 1, 2}, {1, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0}, "at the lower bound: the mean of both sides"},
          {"clamp(x,y,z)", {2, 1, 2}, {2, 0.5, 0, 0.5, 0, 0, 0, 0, 0, 0}, "at the upper bound: the mean of both sides"},
          {"clamp(x,y,z)", {-inf, 1, 2}, {1, 0, 1, 0, 0, 0, 0, 0, 0, 0}, "the lower bound"}});
  rows_1(visit, x * abs(x), {{"x*abs(x)", {0}, {0, 0, 0, 0}, "2 abs(x), then 2 sign(x): the mean of -2 and 2"}});
  rows_1(visit, abs(x) * abs(x) * abs(x), {{"abs(x)^3", {0}, {0, 0, 0, 0}, "3 x abs(x), 6 abs(x), 6 sign(x): the mean of -6 and 6"}, {"abs(x)^3", {-2}, {8, -12, 12, -6}, "smooth"}});
  rows_1(visit, x / abs(x), {{"x/abs(x)", {0}, {unsaid, 0, 0, 0}, "the derivatives are 0 on both sides; the value 0/0 is evaluated as written"}, {"x/abs(x)", {-2}, {-1, 0, 0, 0}, "constant"}});
  rows_1(visit, smoothstep(x), {{"smoothstep(x)", {0}, {0, 0, unsaid, unsaid}, "no kink: 0 on both sides"}, {"smoothstep(x)", {1}, {1, 0, unsaid, unsaid}, "no kink: 0 on both sides"},
                                {"smoothstep(x)", {inf}, {1, 0, 0, 0}, "limits"}, {"smoothstep(x)", {-inf}, {0, 0, 0, 0}, "limits"}});
}

}  // namespace oracle
