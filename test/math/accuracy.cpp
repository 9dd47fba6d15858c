// The kernels, called at run time, against MPFR at many arguments. They promise 1 unit in the last place; at these arguments,
// which are the same on every machine, float and double are not off at all. --log_level=message prints the counts.
#include <nabla/math/error.hpp>
#include <nabla/math/gamma.hpp>
#include <nabla/math/hyperbolic.hpp>
#include <nabla/math/power.hpp>
#include <nabla/math/trigonometric.hpp>

#include "mpfr.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace {

namespace kernel = nabla::math::kernel;

/// Marsaglia's xorshift: the same arguments on every machine.
class random_bits {
 public:
  std::uint64_t operator()() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    return state_ ^= state_ << 17;
  }

 private:
  std::uint64_t state_ = 88172645463325252;
};

/// The bits of a number, as an integer.
template <class Float>
using word = std::conditional_t<sizeof(Float) == 4, std::uint32_t, std::uint64_t>;

/// Arguments for a function of one variable: anywhere, between bounds, and near points where something happens.
template <class Float>
class arguments {
 public:
  explicit arguments(int count) : count_(count) {
    for (int i = 0; i < count_; ++i) add(anything());
    for (Float x : {Float{0}, limits::min(), limits::denorm_min(), limits::max(), limits::infinity(), limits::quiet_NaN()}) {
      add(x);
      add(-x);
    }
  }
  arguments& between(double low, double high) {
    for (int i = 0; i < count_; ++i) {
      add(static_cast<Float>(low + (high - low) * (static_cast<double>(random_() >> 11) * 0x1p-53)));
    }
    return *this;
  }
  /// Points at distances from one unit in the last place up to the point itself, on both sides.
  arguments& near(double point) {
    Float const x = static_cast<Float>(point);
    add(x);
    for (int i = 0; i < count_ / 10; ++i) {
      std::uint64_t const step = random_() >> (65 - limits::digits) >> (random_() % (limits::digits - 1));
      if constexpr (std::is_same_v<Float, long double>) {
        add(x + x * std::ldexp(static_cast<Float>(step), -64));
        add(x - x * std::ldexp(static_cast<Float>(step), -64));
      } else {
        add(std::bit_cast<Float>(static_cast<word<Float>>(std::bit_cast<word<Float>>(x) + step)));
        add(std::bit_cast<Float>(static_cast<word<Float>>(std::bit_cast<word<Float>>(x) - step)));
      }
    }
    return *this;
  }

  Float anything() {
    if constexpr (std::is_same_v<Float, long double>) {
      Float const x = std::ldexp(static_cast<Float>(random_()), static_cast<int>(random_() % 33000) - 16550);
      return random_() & 1 ? x : -x;
    } else {
      return std::bit_cast<Float>(static_cast<word<Float>>(random_()));
    }
  }
  std::vector<Float> const& values() const { return values_; }

 private:
  using limits = std::numeric_limits<Float>;

  void add(Float x) { values_.push_back(x); }

  int count_;
  random_bits random_;
  std::vector<Float> values_;
};

/// What was seen of one function.
class record {
 public:
  explicit record(char const* name) : name_(name) {}

  template <class Float, class... Argument>
  void see(Float ours, Float correct, Argument... at) {
    ++calls_;
    double const apart = oracle::distance(ours, correct);
    digits_ = std::numeric_limits<Float>::digits;
    if (apart > 0) ++wrong_;
    if (apart > worst_) {
      worst_ = apart;
      at_ = {static_cast<double>(at)...};
      ours_ = static_cast<double>(ours);
      correct_ = static_cast<double>(correct);
    }
  }
  ~record() {
    BOOST_TEST_MESSAGE(name_ << ", " << digits_ << " digits: " << calls_ << " calls, " << wrong_
                             << " not correctly rounded, at most " << worst_ << " ulp");
    BOOST_TEST(calls_ > 0);
    BOOST_TEST((digits_ > 53 ? worst_ <= 1 : wrong_ == 0),
               name_ << " at " << at_[0] << ", " << at_[1] << " is " << ours_ << ", not " << correct_);
  }

 private:
  char const* name_;
  int digits_ = 0;
  long calls_ = 0, wrong_ = 0;
  double worst_ = 0, ours_ = 0, correct_ = 0;
  std::array<double, 3> at_{};
};

constexpr auto everywhere = [](auto...) { return true; };

template <class Check>
void in_every_format(Check of) {
  of(double{});
  of(float{});
  if constexpr (kernel::standard_float<long double>) of(0.0L);
}

/// f(x) against MPFR, wherever `domain` allows; `prepare` adds arguments.
template <class Function, class Prepare, class Domain>
void check(char const* name, int count, Function f, oracle::unary exact, Prepare prepare, Domain domain) {
  auto const of = [&]<class Float>(Float) {
    record seen(name);
    arguments<Float> at(std::is_same_v<Float, long double> ? count / 4 : count);
    prepare(at);
    for (Float x : at.values()) {
      if (x != x || domain(x)) seen.see(f(x), oracle::value(exact, x), x);
    }
  };
  in_every_format(of);
}

/// f(x, y): anywhere, and what `choose` makes of two random numbers in [-1, 1] and a random exponent in [-60, 60].
template <class Function, class Choose, class Domain>
void check2(char const* name, int count, Function f, oracle::binary exact, Choose choose, Domain domain) {
  auto const of = [&]<class Float>(Float) {
    record seen(name);
    auto const see = [&](Float x, Float y) {
      if (x != x || y != y || domain(x, y)) seen.see(f(x, y), oracle::value(exact, x, y), x, y);
    };
    arguments<Float> at(std::is_same_v<Float, long double> ? count / 4 : count);
    random_bits random;
    Float const special[] = {0, -Float{0}, 1, -1, 2, -2, 3, -3, 0.5f, -0.5f, 1.5f, std::numeric_limits<Float>::infinity(),
                             -std::numeric_limits<Float>::infinity(), std::numeric_limits<Float>::quiet_NaN(),
                             std::numeric_limits<Float>::max(), std::numeric_limits<Float>::denorm_min()};
    for (Float x : special) {
      for (Float y : special) see(x, y);
    }
    for (Float x : at.values()) {
      see(x, at.anything());
      auto const unit = [&] { return std::ldexp(static_cast<double>(random() >> 11), -52) - 1; };
      double const a = unit(), b = unit();
      choose([&](double p, double q) { see(static_cast<Float>(p), static_cast<Float>(q)); }, a, b,
             static_cast<int>(random() % 121) - 60);
    }
  };
  in_every_format(of);
}

#define KERNEL(name) [](auto... x) { return kernel::name(x...); }

}  // namespace

BOOST_AUTO_TEST_SUITE(math_accuracy)

// Sums, differences, products, quotients and roots of 128 digits: cut off, and the last digit set where something was.
BOOST_AUTO_TEST_CASE(wide_numbers) {
  mpfr_set_emin(-100'000);
  mpfr_set_emax(100'000);
  mpfr_t x, y, exact, ours;
  for (mpfr_ptr number : {x, y, exact, ours}) mpfr_init2(number, 128);
  random_bits random;
  auto const digits = [&] {  // also few of them, so that results are exact, and ones and zeros in rows
    std::uint64_t const all = random(), choice = random();
    return choice % 3 == 0 ? all : choice % 3 == 1 ? all << (choice >> 58) : ~(all << (choice >> 58));
  };
  auto const set = [](mpfr_ptr number, kernel::wide from) {
    if (from.digits == 0) return void(mpfr_set_zero(number, 1));
    mpfr_set_uj(number, static_cast<std::uint64_t>(from.digits >> 64), MPFR_RNDN);
    mpfr_mul_2si(number, number, 64, MPFR_RNDN);
    mpfr_t lower;
    mpfr_init2(lower, 64);
    mpfr_set_uj(lower, static_cast<std::uint64_t>(from.digits), MPFR_RNDN);
    mpfr_add(number, number, lower, MPFR_RNDN);
    mpfr_clear(lower);
    mpfr_mul_2si(number, number, from.exponent, MPFR_RNDN);
  };
  long wrong = 0;
  auto const see = [&](kernel::wide result, int direction) {
    if (direction != 0) {
      if (!(result.digits & 1)) ++wrong;
      set(ours, result);
      if (mpfr_equal_p(ours, exact)) return;
      --result.digits;
    }
    set(ours, result);
    if (!mpfr_equal_p(ours, exact)) ++wrong;
  };
  for (int i = 0; i < 100'000; ++i) {
    auto const upper = [&] { return digits() | std::uint64_t{1} << 63; };
    kernel::wide const a(kernel::joined(upper(), digits()), static_cast<int>(random() % 140), false);
    kernel::wide const b(kernel::joined(upper(), i % 5 ? digits() : 0), static_cast<int>(random() % 140), false);
    set(x, a);
    set(y, b);
    see(a + b, mpfr_add(exact, x, y, MPFR_RNDZ));
    if (!magnitude_less(a, b)) see(a - b, mpfr_sub(exact, x, y, MPFR_RNDZ));
    see(a * b, mpfr_mul(exact, x, y, MPFR_RNDZ));
    see(a / b, mpfr_div(exact, x, y, MPFR_RNDZ));
    see(sqrt(a), mpfr_sqrt(exact, x, MPFR_RNDZ));
  }
  BOOST_TEST(wrong == 0);
  for (mpfr_ptr number : {x, y, exact, ours}) mpfr_clear(number);
}

BOOST_AUTO_TEST_CASE(exponentials) {
  auto const at = [](auto& x) {
    x.between(-1, 1).between(-800, 800).between(-110, 110).near(0.5).near(-0.5).near(1).near(-709.78).near(709.78).near(-745.13);
    for (int i = -1080; i < 1030; i += 10) x.near(i);
    for (int i = -46; i < 40; ++i) x.near(i);
  };
  check("exp", 1000, KERNEL(exp), mpfr_exp, at, everywhere);
  check("exp2", 1000, KERNEL(exp2), mpfr_exp2, at, everywhere);
  check("exp10", 1000, KERNEL(exp10), mpfr_exp10, at, everywhere);
  check("expm1", 1000, KERNEL(expm1), mpfr_expm1, at, everywhere);
}

BOOST_AUTO_TEST_CASE(logarithms) {
  auto const at = [](auto& x) {
    x.between(0, 1).between(0, 3).between(0, 1e9).near(1).near(1.41421356).near(0.70710678);
    for (int i = -20; i < 20; ++i) x.near(std::ldexp(1, i)).near(std::pow(10, i));
  };
  auto const positive = [](auto x) { return x > 0; };
  check("log", 2000, KERNEL(log), mpfr_log, at, positive);
  check("log2", 2000, KERNEL(log2), mpfr_log2, at, positive);
  check("log10", 2000, KERNEL(log10), mpfr_log10, at, positive);
  check("log1p", 5000, KERNEL(log1p), mpfr_log1p, [](auto& x) {
    x.between(-1, 1).between(-1e-3, 1e-3).near(-1).near(0.25).near(-0.25).near(0.125).near(1).near(1e16);
  }, [](auto x) { return x > -1; });
}

BOOST_AUTO_TEST_CASE(powers) {
  auto const at = [](auto& x) { x.between(-10, 10).near(1).near(4).near(0.5).near(-8).near(-27); };
  check("sqrt", 20000, KERNEL(sqrt), mpfr_sqrt, at, [](auto x) { return x >= 0; });
  check("cbrt", 5000, KERNEL(cbrt), mpfr_cbrt, at, everywhere);
  check2("hypot", 10000, KERNEL(hypot), mpfr_hypot, [](auto see, double a, double b, int n) {
    see(a, b);
    see(a, std::ldexp(b, n));
    // sides that are whole, so that the result is often exact or in the middle between two numbers
    double const p = std::round(a * 0x1p26), q = std::round(b * 0x1p26);
    see((p - q) * (p + q), 2 * p * q);
  }, everywhere);
  check2("pow", 8000, KERNEL(pow), mpfr_pow, [](auto see, double a, double b, int n) {
    see(std::fabs(a) * 10, b * 300);
    see(1 + std::ldexp(a, -std::abs(n)), std::ldexp(b, n));
    see(a * 100, n);
    see(std::round(a * 50) / 8, n);                                         // exact, and ties
    see(std::round(a * 4096) * std::round(a * 4096) / 65536, n / 2 + 0.5);  // of squares to halves
    see(2, n * 20 + std::round(b * 10));
    // fifth powers of 54 and of 25 digits, by way of the logarithm
    double const p = 1553 + 2 * std::round(std::fabs(a) * 114), q = n % 2 ? 29 : 31;
    see(p * p * p * p, 1.25);
    see(q * q * q * q, 1.25);
  }, [](auto x, auto y) {
    return (x > 0 || y == std::trunc(y)) && !(x == 0 && y < 0 && std::isfinite(y));
  });
}

BOOST_AUTO_TEST_CASE(lengths_in_space) {
  auto const of = [&]<class Float>(Float) {
    record seen("hypot of three");
    random_bits random;
    mpfr_set_emin(-100'000);
    mpfr_set_emax(100'000);
    mpfr_t sum, square;
    mpfr_init2(sum, 6000);
    mpfr_init2(square, 6000);
    for (int i = 0; i < 5000; ++i) {
      std::array<Float, 3> side{};
      mpfr_set_zero(sum, 1);
      for (Float& s : side) {
        s = static_cast<Float>(std::ldexp(static_cast<double>(random() >> 11) - 0x1p52, static_cast<int>(random() % 140) - 100));
        mpfr_set_d(square, static_cast<double>(s), MPFR_RNDN);
        mpfr_sqr(square, square, MPFR_RNDN);
        mpfr_add(sum, sum, square, MPFR_RNDN);
      }
      mpfr_t root;
      mpfr_init2(root, std::numeric_limits<Float>::digits);
      mpfr_sqrt(root, sum, MPFR_RNDN);
      seen.see(kernel::hypot(side[0], side[1], side[2]), static_cast<Float>(mpfr_get_d(root, MPFR_RNDN)), side[0], side[1], side[2]);
      mpfr_clear(root);
    }
    mpfr_clear(sum);
    mpfr_clear(square);
  };
  of(double{});
  of(float{});
}

BOOST_AUTO_TEST_CASE(trigonometric) {
  auto const at = [](auto& x) {
    x.between(-1, 1).between(-100, 100).between(-1e9, 1e9).near(0.5).near(1e-8).near(1e22).near(1e300);
    x.near(0x1.6ac5b262ca1ffp+849);  // the double that is nearest to a multiple of pi / 2
    for (int i = 1; i < 20; ++i) x.near(i * 0.78539816339744831);
  };
  auto const finite = [](auto x) { return std::fabs(x) <= std::numeric_limits<double>::max(); };
  check("sin", 3000, KERNEL(sin), mpfr_sin, at, finite);
  check("cos", 3000, KERNEL(cos), mpfr_cos, at, finite);
  check("tan", 3000, KERNEL(tan), mpfr_tan, at, finite);
#if MPFR_VERSION >= MPFR_VERSION_NUM(4, 2, 0)
  auto const halves = [](auto& x) {
    x.between(-1, 1).between(-100, 100);
    for (int i = -20; i < 20; ++i) x.near(i * 0.25);
  };
  check("sinpi", 3000, KERNEL(sinpi), mpfr_sinpi, halves, finite);
  check("cospi", 3000, KERNEL(cospi), mpfr_cospi, halves, finite);
#endif
}

BOOST_AUTO_TEST_CASE(inverse_trigonometric) {
  auto const at = [](auto& x) {
    x.between(-1, 1).between(-1e-3, 1e-3).between(-10, 10).near(1).near(-1).near(0.5).near(0.70710678118654752);
    for (int i = 1; i < 10; ++i) x.near(i * 0.125);
  };
  auto const inside = [](auto x) { return std::fabs(x) <= 1; };
  check("asin", 5000, KERNEL(asin), mpfr_asin, at, inside);
  check("acos", 5000, KERNEL(acos), mpfr_acos, at, inside);
  check("atan", 5000, KERNEL(atan), mpfr_atan, at, everywhere);
  check2("atan2", 5000, KERNEL(atan2), mpfr_atan2, [](auto see, double a, double b, int n) {
    see(a, b);
    see(a, std::ldexp(b, n));
    see(std::ldexp(std::round(a * 64), -1074), std::round(b * 64));  // quotients in the middle between subnormal numbers
    see(std::ldexp(std::round(a * 64), -149), std::round(b * 64));
  }, everywhere);
}

BOOST_AUTO_TEST_CASE(hyperbolic) {
  auto const at = [](auto& x) {
    x.between(-1, 1).between(-1e-3, 1e-3).between(-30, 30).between(-800, 800).near(0.25).near(0.5).near(1).near(2);
    x.near(710.47).near(89.4).near(18.5).near(1e16).near(1e-8);
  };
  check("sinh", 3000, KERNEL(sinh), mpfr_sinh, at, everywhere);
  check("cosh", 3000, KERNEL(cosh), mpfr_cosh, at, everywhere);
  check("tanh", 3000, KERNEL(tanh), mpfr_tanh, at, everywhere);
  check("asinh", 3000, KERNEL(asinh), mpfr_asinh, at, everywhere);
  check("acosh", 3000, KERNEL(acosh), mpfr_acosh, at, [](auto x) { return x >= 1; });
  check("atanh", 3000, KERNEL(atanh), mpfr_atanh, at, [](auto x) { return std::fabs(x) < 1; });
}

BOOST_AUTO_TEST_CASE(error_functions) {
  auto const at = [](auto& x) {
    x.between(-1, 1).between(-7, 7).between(0, 30).near(1).near(2).near(4).near(8).near(-4).near(26.5).near(27.2).near(10.05);
  };
  check("erf", 1500, KERNEL(erf), mpfr_erf, at, everywhere);
  check("erfc", 1500, KERNEL(erfc), mpfr_erfc, at, everywhere);
}

BOOST_AUTO_TEST_CASE(gamma_functions) {
  auto const at = [](auto& x) {
    x.between(-40, 40).between(-5, 5).between(-190, 180).near(1).near(2).near(3).near(0.5).near(32).near(171.62).near(35.04);
    // zeros of lgamma
    x.near(-2.4570247382208006).near(-2.7476826467274127).near(-3.1435808883499798).near(-3.9552942848585979);
    x.near(-4.0393618397404893).near(-9.9999997244323477).near(-10.0000002755731);
    for (int i = -30; i < 30; ++i) x.near(i);
  };
  auto const no_pole = [](auto x) { return x > 0 || (std::isfinite(x) && x != std::trunc(x)); };
  check("tgamma", 400, KERNEL(tgamma), mpfr_gamma, at, no_pole);
  check("lgamma", 400, KERNEL(lgamma), oracle::lgamma, at, [](auto x) { return x > 0 || (x > -1000 && x != std::trunc(x)); });
}

BOOST_AUTO_TEST_SUITE_END()
