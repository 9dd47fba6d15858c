#include <oracle/accuracy.hpp>

#include <boost/test/unit_test.hpp>

#include <complex>

// The same data for other scalars: value and first derivative.

namespace {

using namespace oracle;

template <class F>
void complex_1(char const* name, F, double ulps = 16) {
  check_complex(name, ulps, [](double const* at, double* found) {
    std::complex<double> const z(at[0], at[1]), value = F{}(x = z), slope = derivative(F{}, x)(x = z);
    found[0] = value.real();
    found[1] = value.imag();
    found[2] = slope.real();
    found[3] = slope.imag();
  });
}

template <class F>
void float_1(char const* name, F, double ulps = 4) {
  check_float(name, ulps, [](float const* at, float* found) {
    found[0] = F{}(x = at[0]);
    found[1] = derivative(F{}, x)(x = at[0]);
  });
}

template <class F>
void long_double_1(char const* name, F, double ulps = 16) {
  check_long_double(name, ulps, [](long double const* at, long double* found) {
    found[0] = F{}(x = at[0]);
    found[1] = derivative(F{}, x)(x = at[0]);
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(oracle_scalars)

// Far from the real axis the derivatives 1 + tan^2 and 1 - tanh^2 are differences of nearly equal numbers: 64.
BOOST_AUTO_TEST_CASE(complex_numbers) {
  complex_1("square(x)", square(x));
  complex_1("pow(x,3)", pow(x, 3_c));
  complex_1("pow(x,-2)", pow(x, -2_c));
  complex_1("pow(x,2.5)", pow(x, 2.5_c));
  complex_1("pow(x,1/3)", pow(x, 1_c / 3_c));
  complex_1("pow(2,x)", pow(2_c, x));
  complex_1("sqrt(x)", sqrt(x));
  complex_1("exp(x)", exp(x));
  complex_1("exp2(x)", exp2(x));
  complex_1("exp10(x)", exp10(x));
  complex_1("expm1(x)", expm1(x));
  complex_1("log(x)", log(x));
  complex_1("log2(x)", log2(x));
  complex_1("log10(x)", log10(x));
  complex_1("log1p(x)", log1p(x));
  complex_1("logistic(x)", logistic(x));
  complex_1("silu(x)", silu(x));
  complex_1("sin(x)", sin(x));
  complex_1("cos(x)", cos(x));
  complex_1("tan(x)", tan(x), 64);
  complex_1("sec(x)", sec(x));
  complex_1("csc(x)", csc(x));
  complex_1("cot(x)", cot(x), 64);
  complex_1("sinc(x)", sinc(x));
  complex_1("asin(x)", asin(x));
  complex_1("acos(x)", acos(x));
  complex_1("atan(x)", atan(x));
  complex_1("sinh(x)", sinh(x));
  complex_1("cosh(x)", cosh(x));
  complex_1("tanh(x)", tanh(x), 64);
  complex_1("sech(x)", sech(x));
  complex_1("csch(x)", csch(x));
  complex_1("coth(x)", coth(x), 64);
  complex_1("asinh(x)", asinh(x));
  complex_1("acosh(x)", acosh(x));
  complex_1("atanh(x)", atanh(x));
}

BOOST_AUTO_TEST_CASE(long_doubles) {
  long_double_1("negate(x)", -x);
  long_double_1("square(x)", square(x));
  long_double_1("pow(x,3)", pow(x, 3_c));
  long_double_1("pow(x,2.5)", pow(x, 2.5_c));
  long_double_1("pow(2,x)", pow(2_c, x));
  long_double_1("sqrt(x)", sqrt(x));
  long_double_1("cbrt(x)", cbrt(x));
  long_double_1("exp(x)", exp(x));
  long_double_1("exp2(x)", exp2(x));
  long_double_1("exp10(x)", exp10(x));
  long_double_1("expm1(x)", expm1(x));
  long_double_1("log(x)", log(x));
  long_double_1("log2(x)", log2(x));
  long_double_1("log10(x)", log10(x));
  long_double_1("log1p(x)", log1p(x));
  long_double_1("xlogx(x)", xlogx(x));
  long_double_1("logit(x)", logit(x));
  long_double_1("softplus(x)", softplus(x));
  long_double_1("sin(x)", sin(x));
  long_double_1("cos(x)", cos(x));
  long_double_1("tan(x)", tan(x));
  long_double_1("sec(x)", sec(x));
  long_double_1("csc(x)", csc(x));
  long_double_1("cot(x)", cot(x));
  long_double_1("asin(x)", asin(x));
  long_double_1("acos(x)", acos(x));
  long_double_1("atan(x)", atan(x));
  long_double_1("asec(x)", asec(x));
  long_double_1("acsc(x)", acsc(x));
  long_double_1("acot(x)", acot(x));
  long_double_1("sinpi(x)", sinpi(x));
  long_double_1("cospi(x)", cospi(x));
  long_double_1("sinc(x)", sinc(x));
  long_double_1("sinh(x)", sinh(x));
  long_double_1("cosh(x)", cosh(x));
  long_double_1("sech(x)", sech(x));
  long_double_1("csch(x)", csch(x));
  long_double_1("asinh(x)", asinh(x));
  long_double_1("acosh(x)", acosh(x));
  long_double_1("atanh(x)", atanh(x));
  long_double_1("asech(x)", asech(x));
  long_double_1("acsch(x)", acsch(x));
  long_double_1("acoth(x)", acoth(x));
  long_double_1("erf(x)", erf(x));
  long_double_1("erfc(x)", erfc(x));
  long_double_1("normal_pdf(x)", normal_pdf(x));
  long_double_1("normal_cdf(x)", normal_cdf(x));
  long_double_1("abs(x)", abs(x));
  long_double_1("sign(x)", sign(x));
  long_double_1("relu(x)", relu(x));
  long_double_1("smoothstep(x)", smoothstep(x));
}

BOOST_AUTO_TEST_CASE(floats) {
  float_1("sqrt(x)", sqrt(x));
  float_1("exp(x)", exp(x));
  float_1("log(x)", log(x));
  float_1("sin(x)", sin(x));
  float_1("atan(x)", atan(x));
  float_1("asinh(x)", asinh(x));
  float_1("softplus(x)", softplus(x));
  float_1("xlogx(x)", xlogx(x), 8);
  float_1("abs(x)", abs(x));
  float_1("digamma(x)", digamma(x), 16);
}

BOOST_AUTO_TEST_SUITE_END()
