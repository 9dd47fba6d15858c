#pragma once

// Values and gradients that are loops, by nabla and by hand, each in a file of its own. in: the variables. out: the value, then the partials.
//
// grid: half the square of the difference of each two neighbours in a grid, and u^4 / 4 - u of each point, the terms in any order.
// network: numbers 2-24-24-1 with x / sqrt(1 + x^2) in its hidden layers and the square of the error as loss, by all weights, a row of them after the
// other, each followed by its bias; behind them, in `in`, the two inputs and the target.
inline constexpr int side = 16, points = side * side;
inline constexpr int wide = 24, second_begin = 3 * wide, last_begin = second_begin + wide * (wide + 1), weights = last_begin + wide + 1;

extern "C" void grid_nabla(double const* in, double* out);
extern "C" void grid_hand(double const* in, double* out);
extern "C" void network_nabla(double const* in, double* out);
extern "C" void network_hand(double const* in, double* out);
