#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;

/// A scalar that is always made from a number: there is no other way to have one.
struct interval {
  double low, high;
  constexpr explicit interval(double at) : low(at), high(at) {}
  constexpr interval(double l, double h) : low(l), high(h) {}
  friend constexpr interval operator+(interval a, interval b) { return {a.low + b.low, a.high + b.high}; }
  friend constexpr interval operator*(interval a, interval b) { return {a.low * b.low, a.high * b.high}; }
};

// "Every other scalar is used as it is": a formula needs its operations, and to make its constants of numbers, no more.
constexpr auto f = 3_c * x * x + x + 1_c;
static_assert(f(interval(1, 2)).high == 15 && derivative(f)(interval(1, 2)).low == 7);

}  // namespace
