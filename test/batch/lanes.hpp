#pragma once

#include <nabla/batch.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstddef>
#include <cstring>
#include <limits>
#include <vector>

// What a batch asks of a type of packs: its functions right for every argument, and the value of a lane independent of the others.

namespace batch_lanes {

template <class T>
double units(T value, long double exact) {
  T const nearest = static_cast<T>(exact);
  if (value != value || nearest != nearest) return (value != value) == (nearest != nearest) ? 0 : 1e300;
  if (value == nearest) return std::signbit(value) == std::signbit(nearest) || exact != 0 ? 0 : 1e300;
  if (std::isinf(value) || std::isinf(nearest)) return 1e300;
  T const size = std::fabs(nearest);
  long double const unit = static_cast<long double>(std::nextafter(size, std::numeric_limits<T>::infinity())) - size;
  return static_cast<double>(std::fabs((value - exact) / unit));
}

template <class T>
std::vector<T> special_numbers() {
  using limits = std::numeric_limits<T>;
  return {T(0),  -T(0),    T(1),     T(-1),     T(0.5),         T(-0.5),       T(2),           T(-2),           T(3),  limits::min(), -limits::min(), limits::denorm_min(),
          T(-5) * limits::denorm_min(), limits::min() / 2,      limits::epsilon(), T(1e-20),   limits::max(),    -limits::max(),   limits::infinity(), -limits::infinity(),
          limits::quiet_NaN(),          T(1e30),  T(-1e30), T(1e9), T(88), T(-104), T(710), T(-745), T(4477), T(1e5), T(12345.678), T(62.8), T(-63)};
}

template <class Pack>
using number = typename nabla::detail::lanes<Pack>::value_type;

/// f of packs against the exact function at special numbers and in [from, to]. Each value is computed twice: in a pack of its own, and among others that are special.
template <class Pack, class Function, class Exact>
void check_function(char const* name, Function f, Exact exact, double from, double to, double allowed) {
  using lanes = nabla::detail::lanes<Pack>;
  using T = number<Pack>;
  std::vector<T> points = special_numbers<T>();
  std::size_t const special = points.size();
  for (int k = 0; k <= 500; ++k) points.push_back(static_cast<T>(from + (to - from) * k / 500));
  for (std::size_t k = 0; k < points.size(); ++k) {
    T mixed[lanes::width], results[lanes::width];
    for (std::size_t lane = 0; lane < lanes::width; ++lane) mixed[lane] = points[(k + lane * 7) % special];
    std::size_t const at = k % lanes::width;
    mixed[at] = points[k];
    f(lanes::load(mixed)).store(results);
    T const among_others = results[at];
    f(lanes(points[k])).store(results);
    T const alone = results[at];
    bool const same = std::memcmp(&alone, &among_others, sizeof(T) > 10 ? 10 : sizeof(T)) == 0 || (alone != alone && among_others != among_others);
    BOOST_TEST(same, name << " of " << points[k] << ": " << alone << " alone, " << among_others << " among others");
    double const off = units(alone, exact(static_cast<long double>(points[k])));
    BOOST_TEST(off <= allowed, name << " of " << points[k] << " is " << alone << ", " << off << " units in the last place off");
  }
}

template <class Pack>
void check_functions() {
#define CHECK(function_, from_, to_, allowed_) \
  check_function<Pack>(#function_, [](auto const& x) { return function_(x); }, [](long double x) { return std::function_(x); }, from_, to_, allowed_)
  CHECK(sqrt, 0, 4, 0.501);
  CHECK(cbrt, -4, 4, 4);
  CHECK(exp, -4, 4, 2);
  CHECK(exp2, -4, 4, 2);
  CHECK(expm1, -1, 1, 3);
  CHECK(log, 0.1, 4, 2);
  CHECK(log2, 0.1, 4, 2.5);
  CHECK(log10, 0.1, 4, 2.5);
  CHECK(log1p, -0.9, 4, 2);
  CHECK(asin, -1, 1, 3);
  CHECK(acos, -1, 1, 3);
  CHECK(atan, -4, 4, 3);
  CHECK(sinh, -4, 4, 3);
  CHECK(cosh, -4, 4, 3);
  CHECK(tanh, -4, 4, 3);
  CHECK(asinh, -4, 4, 4);
  CHECK(acosh, 1, 4, 4);
  CHECK(atanh, -1, 1, 4);
  CHECK(erf, -4, 4, 2);
  CHECK(erfc, -4, 8, 5);
  // tgamma of the C library errs by 5 units and more, and lgamma more near its zeros: theirs are the reference, lane by lane.
#undef CHECK
}

/// Functions with zeros that no floating-point number is: an error of so many units in the last place of 1 counts, too.
template <class Pack>
void check_periodic() {
  using T = number<Pack>;
  auto const near_one = [](auto function) {
    return [function](long double x) { return function(x); };
  };
  auto const check = [&](char const* name, auto f, auto exact) {
    // Away from zeros in units of the result: the reference is replaced by the value where it is within 2 units of 1.
    using lanes = nabla::detail::lanes<Pack>;
    check_function<Pack>(name, f,
                         [&](long double x) {
                           T results[lanes::width];
                           f(lanes(static_cast<T>(x))).store(results);
                           long double const right = exact(x);
                           bool const close = std::fabs(results[0] - right) <= 1.5L * std::numeric_limits<T>::epsilon() * std::fmax(1.0L, std::fabs(right) * 2) &&
                                              std::fabs(right) < 0.25L && x != 0;
                           return close ? static_cast<long double>(results[0]) : right;
                         },
                         -30, 30, 3);
  };
  check("sin", [](auto const& x) { return sin(x); }, near_one([](long double x) { return std::sin(x); }));
  check("cos", [](auto const& x) { return cos(x); }, near_one([](long double x) { return std::cos(x); }));
  check("tan", [](auto const& x) { return tan(x); }, near_one([](long double x) { return std::tan(x); }));
}

/// Functions of two numbers where they are delicate, and the C library's own otherwise.
template <class Pack>
void check_two() {
  using lanes = nabla::detail::lanes<Pack>;
  using T = number<Pack>;
  T const infinity = std::numeric_limits<T>::infinity();
  T const numbers[] = {0, -T(0), 1, -1, 2, T(0.5), T(-0.5), -2, 3, infinity, -infinity, T(1e-5), T(2.789)};
  for (T a : numbers) {
    for (T b : numbers) {
      T result[lanes::width];
      auto const same = [&](T expected) {
        return result[0] != result[0] ? expected != expected : result[0] == expected && std::signbit(result[0]) == std::signbit(expected);
      };
      pow(lanes(a), lanes(b)).store(result);
      BOOST_TEST(same(std::pow(a, b)), "pow of " << a << ", " << b << " is " << result[0]);
      atan2(lanes(a), lanes(b)).store(result);
      BOOST_TEST(same(std::atan2(a, b)), "atan2 of " << a << ", " << b << " is " << result[0]);
      hypot(lanes(a), lanes(b)).store(result);
      BOOST_TEST(same(std::hypot(a, b)), "hypot of " << a << ", " << b << " is " << result[0]);
    }
  }
  T result[lanes::width];
  for (T a : {T(0.5), T(1), T(2), T(-2.5), T(30), T(1e30)}) {
    tgamma(lanes(a)).store(result);
    BOOST_TEST((result[0] == std::tgamma(a)), "tgamma of " << a << " is " << result[0]);
    lgamma(lanes(a)).store(result);
    BOOST_TEST((result[0] == std::lgamma(a)), "lgamma of " << a << " is " << result[0]);
  }
}

/// Comparisons, choices, loading and storing.
template <class Pack>
void check_choices() {
  using lanes = nabla::detail::lanes<Pack>;
  using T = number<Pack>;
  T a[lanes::width + 1], b[lanes::width + 1], result[lanes::width + 2];
  for (unsigned trial = 0; trial < 200; ++trial) {
    for (std::size_t k = 0; k <= lanes::width; ++k) {
      a[k] = static_cast<T>((trial * 7 + k * 5 + k * k * trial) % 4);
      b[k] = static_cast<T>((trial * 3 + k * 11) % 4);
    }
    lanes const u = lanes::load(a + 1), v = lanes::load(b + 1);
    auto const check = [&](char const* name, lanes const& chosen, auto holds) {
      chosen.store(result + 1);
      for (std::size_t k = 0; k < lanes::width; ++k) {
        T const expected = holds(a[k + 1], b[k + 1]) ? a[k + 1] + 10 : b[k + 1] - 10;
        BOOST_TEST(result[k + 1] == expected, name << " at " << k << " of trial " << trial);
      }
    };
    lanes const then = u + lanes(10), otherwise = v - lanes(10);
    check("<", select(u < v, then, otherwise), [](T p, T q) { return p < q; });
    check("<=", select(u <= v, then, otherwise), [](T p, T q) { return p <= q; });
    check(">", select(u > v, then, otherwise), [](T p, T q) { return p > q; });
    check(">=", select(u >= v, then, otherwise), [](T p, T q) { return p >= q; });
    check("==", select(u == v, then, otherwise), [](T p, T q) { return p == q; });
    check("!", select(!(u < v), then, otherwise), [](T p, T q) { return !(p < q); });
    check("&&", select(u < v && u > lanes(0), then, otherwise), [](T p, T q) { return p < q && p > 0; });
    check("||", select(u < v || u == lanes(3), then, otherwise), [](T p, T q) { return p < q || p == 3; });
  }
}

template <class Pack>
void check_pack() {
  check_choices<Pack>();
  check_functions<Pack>();
  check_periodic<Pack>();
  check_two<Pack>();
}

}  // namespace batch_lanes
