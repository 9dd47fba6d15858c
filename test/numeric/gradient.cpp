#include <nabla/numeric/gradient.hpp>

#include "reference.hpp"
#include "support.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <complex>
#include <limits>
#include <span>
#include <vector>

namespace {

using namespace nabla::numeric;

// evenly spaced, as numpy.gradient: integers become double
static_assert(gradient({1, 2, 3, 5}) == std::array{1.0, 1.0, 1.5, 2.0});
static_assert(gradient(std::array{1, 2, 3, 5}) == std::array{1.0, 1.0, 1.5, 2.0});
static_assert(gradient(std::array{1, 2, 3, 5}, 2) == std::array{0.5, 0.5, 0.75, 1.0});
static_assert(gradient({1, 2, 3, 5}, 2.0) == std::array{0.5, 0.5, 0.75, 1.0});
static_assert(gradient({5, 3, 2, 1}, -1) == std::array{2.0, 1.5, 1.0, 1.0});
static_assert(gradient({3, 7}) == std::array{4.0, 4.0});
static_assert(gradient({2u, 1u, 0u}) == std::array{-1.0, -1.0, -1.0});

// the examples of numpy's documentation
static_assert(gradient({1, 2, 4, 7, 11, 16}) == std::array{1.0, 1.5, 2.5, 3.5, 4.5, 5.0});
static_assert(gradient({1, 2, 4, 7, 11, 16}, 2) == std::array{0.5, 0.75, 1.25, 1.75, 2.25, 2.5});
static_assert(gradient({0, 1, 4, 9, 16}, edge_order<1>) == std::array{1.0, 2.0, 4.0, 6.0, 7.0});
static_assert(gradient({0, 1, 4, 9, 16}, edge_order<2>) == std::array{0.0, 2.0, 4.0, 6.0, 8.0});
static_assert(gradient(std::array{0, 1, 4, 9, 16}, edge_order<2>) == std::array{0.0, 2.0, 4.0, 6.0, 8.0});
static_assert(gradient(std::array{0, 1, 4, 9, 16}, std::array{0, 1, 2, 3, 4}, edge_order<2>) ==
              std::array{0.0, 2.0, 4.0, 6.0, 8.0});

// parabolas are exact inside, and at the ends with edge_order<2>, on any coordinates
constexpr std::array coordinates{-2.0, -1.5, 0.0, 2.0, 2.5};
constexpr std::array parabola{4.0, 2.25, 0.0, 4.0, 6.25};
static_assert(gradient(parabola, coordinates) == std::array{-3.5, -3.0, 0.0, 4.0, 4.5});
static_assert(gradient(parabola, coordinates, edge_order<2>) == std::array{-4.0, -3.0, 0.0, 4.0, 5.0});

// scalars and containers
static_assert(std::is_same_v<decltype(gradient(std::array{1.f, 2.f}, 0.5)), std::array<float, 2>>);
static_assert(std::is_same_v<decltype(gradient(std::array{1.L, 2.L}, 0.5)), std::array<long double, 2>>);
static_assert(gradient(std::vector{1, 2, 3, 5}) == std::vector{1.0, 1.0, 1.5, 2.0});
#ifndef __clang__  // cannot evaluate the std::complex of libstdc++
static_assert(gradient(std::array{std::complex<double>(1, 2), std::complex<double>(3, 1)}, 2) ==
              std::array{std::complex<double>(1, -0.5), std::complex<double>(1, -0.5)});
#endif

constexpr bool written_in_place() {
  int const samples[] = {1, 2, 3, 5};
  std::array<double, 4> out{};
  gradient_into(out, samples);
  if (out != gradient(samples)) return false;
  gradient_into(std::span(out), std::span(samples), 2);
  if (out != gradient(samples, 2)) return false;
  gradient_into(std::span(out), std::span(samples), std::array{0, 1, 3, 4}, edge_order<2>);
  if (out != gradient(samples, std::array{0, 1, 3, 4}, edge_order<2>)) return false;
  gradient_into(out, samples, edge_order<2>);
  return out == gradient(samples, edge_order<2>);
}
static_assert(written_in_place());

template <class Result>
void near_reference(Result const& result, std::array<double, 6> const& wanted) {
  BOOST_REQUIRE(result.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i)
    BOOST_TEST(std::abs(result[i] - wanted[i]) <= 4e-15 * (1 + std::abs(wanted[i])), "at " << i << ": " << result[i]);
}

/// The largest error of the gradient of exp on n samples of [0, 1], at the ends and between them.
template <int Edge, class Coordinates>
std::pair<double, double> errors(int n, Coordinates const& coordinate) {
  std::vector<double> places, samples;
  for (int i = 0; i <= n; ++i) {
    places.push_back(coordinate(static_cast<double>(i) / n));
    samples.push_back(std::exp(places.back()));
  }
  auto const result = gradient(samples, places, edge_order<Edge>);
  std::pair<double, double> worst{};
  for (std::size_t i = 0; i < result.size(); ++i) {
    bool const end = i == 0 || i + 1 == result.size();
    double& error = end ? worst.first : worst.second;
    error = std::max(error, std::abs(result[i] - std::exp(places[i])));
  }
  return worst;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_gradient)

BOOST_AUTO_TEST_CASE(the_same_at_run_time) {
  BOOST_TEST((gradient({1, 2, 3, 5}) == std::array{1.0, 1.0, 1.5, 2.0}));
  BOOST_TEST((gradient(std::vector<int>{1, 2, 3, 5}, 2) == std::vector{0.5, 0.5, 0.75, 1.0}));
  BOOST_TEST((gradient(parabola, coordinates, edge_order<2>) == std::array{-4.0, -3.0, 0.0, 4.0, 5.0}));
  BOOST_TEST(written_in_place());
}

BOOST_AUTO_TEST_CASE(uneven_coordinates_against_exact_fractions) {
  namespace r = reference;  // the first is numpy's documented example: 1, 3, 3.5, 6.7, 6.9, 2.5
  near_reference(gradient(r::samples, r::places), r::places_gradient_1);
  near_reference(gradient(r::samples, r::places, edge_order<2>), r::places_gradient_2);
  near_reference(gradient(r::samples, r::falling_places), r::falling_places_gradient_1);
  near_reference(gradient(r::samples, std::vector(r::falling_places.begin(), r::falling_places.end()), edge_order<2>),
                 r::falling_places_gradient_2);
}

BOOST_AUTO_TEST_CASE(even_coordinates_are_a_spacing) {
  std::vector<double> const samples{0.3, 0.1, 2.5, 7, -1}, places{1, 1.25, 1.5, 1.75, 2};
  auto const by_places = gradient(samples, places, edge_order<2>);
  auto const by_spacing = gradient(samples, 0.25, edge_order<2>);
  for (std::size_t i = 0; i < samples.size(); ++i) BOOST_TEST(std::abs(by_places[i] - by_spacing[i]) < 1e-13);
}

BOOST_AUTO_TEST_CASE(orders_of_convergence) {
  auto const even = [](double t) { return t; };
  auto const uneven = [](double t) { return t * (1 + t) / 2; };
  auto const order = [](double coarse, double fine) { return std::log2(coarse / fine); };
  for (int n : {64, 128}) {
    auto const check = [&]<int Edge, class C>(std::integral_constant<int, Edge>, C const& coordinate) {
      auto const coarse = errors<Edge>(n, coordinate), fine = errors<Edge>(2 * n, coordinate);
      BOOST_TEST(std::abs(order(coarse.first, fine.first) - Edge) < 0.1);
      BOOST_TEST(std::abs(order(coarse.second, fine.second) - 2) < 0.1);
    };
    check(std::integral_constant<int, 1>{}, even);
    check(std::integral_constant<int, 2>{}, even);
    check(std::integral_constant<int, 1>{}, uneven);
    check(std::integral_constant<int, 2>{}, uneven);
  }
}

BOOST_AUTO_TEST_CASE(other_scalars) {
  using complex = std::complex<double>;
  BOOST_TEST((gradient(std::vector{complex(1, 2), complex(3, 1)}, 2) == std::vector(2, complex(1, -0.5))));
  using real = boost::multiprecision::cpp_bin_float_50;
  using rational = boost::multiprecision::cpp_rational;
  BOOST_TEST((gradient(std::vector<real>{1, 2, 3, 5}, real(2)) == std::vector<real>{0.5, 0.5, 0.75, 1}));
  std::vector<rational> const places{0, rational(1, 3), 1, rational(5, 2)};
  std::vector<rational> squares, wanted;
  for (auto const& place : places) {
    squares.push_back(place * place);
    wanted.push_back(2 * place);
  }
  BOOST_TEST((gradient(squares, places, edge_order<2>) == wanted));
}

BOOST_AUTO_TEST_CASE(ieee_for_samples_that_are_not_finite) {
  auto const result = gradient(std::array{1.0, 2.0, std::numeric_limits<double>::quiet_NaN(), 4.0, 5.0, 6.0});
  BOOST_TEST(result[0] == 1);
  BOOST_TEST(std::isnan(result[1]));
  BOOST_TEST(result[2] == 1);
  BOOST_TEST(result[5] == 1);
}

BOOST_AUTO_TEST_CASE(bad_input) {
  using support::refusal;
  using numbers = std::vector<double>;
  double const nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
  std::string const at = "nabla::numeric::gradient: expected ";
  BOOST_TEST(refusal([] { gradient(numbers{}); }) == at + "at least 2 samples, but 0 came");
  BOOST_TEST(refusal([] { gradient(numbers{1}); }) == at + "at least 2 samples, but 1 came");
  BOOST_TEST(refusal([] { gradient(numbers{1, 2}, edge_order<2>); }) == at + "at least 3 samples, but 2 came");
  BOOST_TEST(refusal([] { gradient(numbers{1, 2, 3}, numbers{1, 2}); }) ==
             at + "3 coordinates, one for each sample, but 2 came");
  BOOST_TEST(refusal([] { gradient(numbers{1, 2}, 0); }) == at + "a finite spacing other than 0, but the spacing is 0");
  BOOST_TEST(refusal([&] { gradient(numbers{1, 2}, nan); }) ==
             at + "a finite spacing other than 0, but the spacing is NaN");
  BOOST_TEST(refusal([&] { gradient(numbers{1, 2}, -infinity); }) ==
             at + "a finite spacing other than 0, but the spacing is -inf");
  std::string const monotonic = at + "finite, strictly monotonic coordinates, but coordinate ";
  BOOST_TEST(refusal([] { gradient(numbers{1, 2, 3}, numbers{0, 1, 1}); }) ==
             monotonic + "1 is 1 and coordinate 2 is 1");
  BOOST_TEST(refusal([] { gradient(numbers{1, 2, 3}, numbers{0, 1, 0.5}); }) ==
             monotonic + "1 is 1 and coordinate 2 is 0.5");
  BOOST_TEST(refusal([] { gradient(numbers{1, 2, 3}, numbers{2, 1, 1.5}); }) ==
             monotonic + "1 is 1 and coordinate 2 is 1.5");
  BOOST_TEST(refusal([] { gradient(numbers{1, 2}, numbers{1, 1}); }) == monotonic + "0 is 1 and coordinate 1 is 1");
  BOOST_TEST(refusal([&] { gradient(numbers{1, 2, 3}, numbers{0, nan, 2}); }) ==
             monotonic + "0 is 0 and coordinate 1 is NaN");
  BOOST_TEST(refusal([&] { gradient(numbers{1, 2, 3}, numbers{0, 1, infinity}); }) ==
             monotonic + "1 is 1 and coordinate 2 is inf");
  std::array<double, 2> out{};
  BOOST_TEST(refusal([&] { gradient_into(out, numbers{1, 2, 3}); }) ==
             "nabla::numeric::gradient_into: expected 3 places to write to, one for each sample, but 2 came");
}

BOOST_AUTO_TEST_SUITE_END()
