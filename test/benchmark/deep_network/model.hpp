#pragma once

#include <array>
#include <cmath>
#include <type_traits>

#include "../harness/sum.hpp"

// W15: a network 2-32-32-1 with tanh in its two hidden layers and the square of the error as loss; by all 1185 weights. A layer's
// weights stand row by row, each row followed by its bias. Parameters: two inputs and the target. The order of sums is free.
struct deep_network {
  static constexpr int wide = 32, second_begin = 3 * wide, last_begin = second_begin + wide * (wide + 1);
  static constexpr int variables = last_begin + wide + 1, parameters = 3, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& w, P const& p) const {
    using std::tanh;
    using T = std::decay_t<decltype(w[0])>;
    std::array<T, wide> first, second;
    auto const row = [&w](int begin, std::array<T, wide> const& inputs) {
      std::array<T, wide + 1> terms;
      for (int j = 0; j < wide; ++j) terms[j] = w[begin + j] * inputs[j];
      terms[wide] = w[begin + wide];
      return T(sum(terms));
    };
    for (int i = 0; i < wide; ++i) first[i] = tanh(T(w[3 * i] * p[0] + w[3 * i + 1] * p[1] + w[3 * i + 2]));
    for (int i = 0; i < wide; ++i) second[i] = tanh(row(second_begin + i * (wide + 1), first));
    T const error = row(last_begin, second) - p[2];
    return T(error * error);
  }
};

#define GRADIENTS(K) K(deep_network, deep_network)
