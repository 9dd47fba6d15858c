// Two pictures: a function with its tangent, and the gradient field of a function of two variables over its contour
// lines, which the arrows cross at right angles. gnuplot draws; every number comes from the formulas.

#include <array>
#include <cstdio>
#include <stdexcept>
#include <vector>

#include <nabla/nabla.hpp>

#include "../support/gnuplot.hpp"

using namespace nabla::literals;

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

using points = std::vector<std::vector<double>>;

// 3x^2 - 4x and its tangent at 1, where it has the value -1 and the slope 2.
void draw_tangent() {
  constexpr auto f = 3_c * square(x) - 4_c * x;
  constexpr auto tangent = nabla::taylor<1>(f, x, 1_c);  // the Taylor polynomial of degree 1 is the tangent
  static_assert(tangent == 2_c * x - 3_c);
  static_assert(f(1) == -1 && tangent(1) == -1 && derivative(f)(1) == 2);

  points curve, line;
  for (int i = -20; i <= 50; ++i) {
    double const at = i / 20.0;
    curve.push_back({at, f(at)});
    line.push_back({at, tangent(at)});
  }
  std::string const names[] = {support::gnuplot_string("f(x) = " + std::string(to_string(f))),
                               support::gnuplot_string("tangent at 1: " + std::string(to_string(tangent)))};
  support::draw("tour_tangent.svg", "720,520",
                support::data_block("curve", curve) + support::data_block("line", line) +
                    "set title 'A function and its tangent'\nset xlabel 'x'\nset ylabel 'f(x)'\n"
                    "set key top center spacing 1.4\nset grid linecolor '#dddddd'\n"
                    "set xrange [-1:2.5]\nset yrange [-5:9]\n"
                    "plot $curve with lines linewidth 2 linecolor '#0060ad' title " + names[0] +
                    ", $line with lines linewidth 1.5 dashtype 2 linecolor '#d95319' title " + names[1] +
                    ", '+' every ::::0 using (1):(-1) with points pointtype 7 linecolor 'black' title '(1, -1)'");
  std::printf("tour_tangent.svg: f = %s with its tangent %s\n", to_string(f).data(), to_string(tangent).data());
}

// A saddle: the gradient points away from x = 0 and towards y = 0.
void draw_gradient_field() {
  constexpr auto f = square(x) - square(y);
  constexpr auto slopes = gradient(f, x, y);
  static_assert(slopes(x = 1, y = 1) == std::array{2.0, -2.0});
  // (y, x) runs along the contour line through (x, y); the gradient is orthogonal to it.
  static_assert(slopes[x] * y + slopes[y] * x == 0_c);

  points heights, arrows;
  for (int i = -40; i <= 40; ++i) {
    for (int j = -40; j <= 40; ++j) heights.push_back({i / 20.0, j / 20.0, f(x = i / 20.0, y = j / 20.0)});
    heights.push_back({});
  }
  for (int i = -5; i <= 5; ++i) {
    for (int j = -5; j <= 5; ++j) {
      double const at_x = i * 0.36, at_y = j * 0.36;
      auto const [by_x, by_y] = slopes(x = at_x, y = at_y);
      if (by_x != 0 || by_y != 0) arrows.push_back({at_x, at_y, 0.07 * by_x, 0.07 * by_y});
    }
  }
  support::draw("tour_gradient_field.svg", "640,660",
                support::data_block("heights", heights) + support::data_block("arrows", arrows) +
                    "set contour base\nset cntrparam levels incremental -3.5, 0.5, 3.5\nunset surface\n"
                    "set table $contours\nsplot $heights using 1:2:3\nunset table\n"
                    "set title 'The gradient of x^2 - y^2 across its contour lines'\n"
                    "set xlabel 'x'\nset ylabel 'y'\n"
                    "set size ratio -1\nset xrange [-2.2:2.2]\nset yrange [-2.2:2.2]\nset key above\n"
                    "plot $contours using 1:2 with lines linewidth 1 linecolor '#7fb2d9' "
                    "title 'contour lines, 0.5 apart', "
                    "$arrows with vectors filled head linewidth 1.5 linecolor '#d95319' "
                    "title 'gradient, 0.07 of its length'");
  std::printf("tour_gradient_field.svg: f = %s with its gradient (%s, %s)\n", to_string(f).data(),
              to_string(slopes[x]).data(), to_string(slopes[y]).data());
}

}  // namespace

int main() try {
  draw_tangent();
  draw_gradient_field();
} catch (std::runtime_error const& why) {
  std::fprintf(stderr, "%s\n", why.what());
  return 4;
}
