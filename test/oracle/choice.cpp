#include <oracle/accuracy.hpp>
#include <oracle/delicate.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(oracle_choice)

using namespace oracle;

BOOST_AUTO_TEST_CASE(choices) {
  check_1(kind::elementary, "select(x>0,x*log(x),0)", select(x > 0_c, x * log(x), 0_c));
  check_1(kind::elementary, "select(x<1&&x>-1,atanh(x),1/x)", select(x < 1_c && x > -1_c, atanh(x), 1_c / x));
  check_1(kind::elementary, "select(x<=0||x>=1,0,xlogx(x))", select(x <= 0_c || x >= 1_c, 0_c, xlogx(x)));
  check_1(kind::elementary, "select(!equals(x,2),1/(x-2),4)", select(!equals(x, 2_c), 1_c / (x - 2_c), 4_c));
  check_2(kind::elementary, "select(x<y,x*x*y,x/y)", select(x < y, x * x * y, x / y));
  check_2(kind::elementary, "select(x>0&&y>0,x*log(y),x*y)", select(x > 0_c && y > 0_c, x * log(y), x * y));
}

// Numbers that a careless hash would take for one: 2 and 1/2, 5 and 7/3.
BOOST_AUTO_TEST_CASE(numbers_are_told_apart) {
  check_1(kind::elementary, "2*x*x*x+0.5*x*x*x", 2_c * x * x * x + 0.5_c * x * x * x);
  check_1(kind::elementary, "(5*x*x+1)*(7/3*x*x+1)", (5_c * x * x + 1_c) * (7_c / 3_c * x * x + 1_c));
}

BOOST_AUTO_TEST_SUITE_END()

namespace oracle {

// Where a branch is not taken, nothing of it comes out, however singular it is there.
void choice_rows(visitor visit) {
  rows_1(visit, select(x > 0_c, log(x), x), {{"select(x>0,log(x),x)", {-1}, {-1, 1, 0, 0}, "x"}, {"select(x>0,log(x),x)", {0}, {0, 1, 0, 0}, "x, since 0 is not above 0"},
                                             {"select(x>0,log(x),x)", {2}, {0.69314718055994531, 0.5, -0.25, 0.25}, "log(x)"}});
  rows_1(visit, select(equals(x, 0_c), 1_c, sin(x) / x), {{"select(equals(x,0),1,sin(x)/x)", {0}, {1, 0, 0, 0}, "the branch taken is a constant, and so are its derivatives"}});
  rows_1(visit, select(x > 0_c, select(x < 1_c, log(1_c - x), 0_c), 1_c / x),
         {{"select(x>0,select(x<1,log(1-x),0),1/x)", {2}, {0, 0, 0, 0}, "the constant within"},
          {"select(x>0,select(x<1,log(1-x),0),1/x)", {1}, {0, 0, 0, 0}, "the constant within, since 1 is not below 1"},
          {"select(x>0,select(x<1,log(1-x),0),1/x)", {-2}, {-0.5, -0.25, -0.25, -0.375}, "1/x"}});
  rows_1(visit, select(x <= 0_c || x >= 1_c, 0_c, log(x) * log(1_c - x)),
         {{"select(x<=0||x>=1,0,log(x)*log(1-x))", {0}, {0, 0, 0, 0}, "the constant"}, {"select(x<=0||x>=1,0,log(x)*log(1-x))", {1}, {0, 0, 0, 0}, "the constant"},
          {"select(x<=0||x>=1,0,log(x)*log(1-x))", {-3}, {0, 0, 0, 0}, "the constant"}, {"select(x<=0||x>=1,0,log(x)*log(1-x))", {5}, {0, 0, 0, 0}, "the constant"}});
  rows_1(visit, exp(select(x > 0_c, log(x), 0_c)), {{"exp(select(x>0,log(x),0))", {-1}, {1, 0, 0, 0}, "exp(0)"}, {"exp(select(x>0,log(x),0))", {3}, {3, 1, 0, 0}, "exp(log(x))", 8}});
  rows_1(visit, sqrt(select(x > 0_c, x, 0_c)), {{"sqrt(select(x>0,x,0))", {-1}, {0, 0, 0, 0}, "sqrt(0), a constant: its infinite slope meets nothing that changes"},
                                                {"sqrt(select(x>0,x,0))", {4}, {2, 0.25, -1.0 / 32, 3.0 / 256}, "sqrt(x)"}});
  rows_1(visit, select(x > 0_c, log(x), 0_c) + select(x > 1_c, log(x) * x, x),
         {{"select(x>0,log(x),0)+select(x>1,log(x)*x,x)", {-1}, {-1, 1, 0, 0}, "neither choice takes log(x)"},
          {"select(x>0,log(x),0)+select(x>1,log(x)*x,x)", {0.5}, {-0.19314718055994531, 3, -4, 16}, "log(x) + x"},
          {"select(x>0,log(x),0)+select(x>1,log(x)*x,x)", {2}, {2.0794415416798359, 2.1931471805599453, 0.25, 0}, "log(x) + x log(x)", 1}});
  rows_1(visit, select(x > 0_c, log(x), 0_c) * select(x > 1_c, sqrt(x - 1_c), 1_c),
         {{"select(x>0,log(x),0)*select(x>1,sqrt(x-1),1)", {-1}, {0, 0, 0, 0}, "0 * 1"}, {"select(x>0,log(x),0)*select(x>1,sqrt(x-1),1)", {0.5}, {-0.69314718055994531, 2, -4, 16}, "log(x) * 1"},
          {"select(x>0,log(x),0)*select(x>1,sqrt(x-1),1)", {1}, {0, 1, -1, 2}, "log(x) * 1, since 1 is not above 1"}});
  rows_2(visit, select(x > 0_c && y > 0_c, pow(x, y), 0_c),
         {{"select(x>0&&y>0,pow(x,y),0)", {-1, 0.5}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "the constant"}, {"select(x>0&&y>0,pow(x,y),0)", {0, -1}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "the constant"},
          {"select(x>0&&y>0,pow(x,y),0)", {2, 1}, {2, 1, 1.3862943611198906, 0, 1.6931471805599453, 0.96090602783640283}, "x^y"}});
}

}  // namespace oracle
