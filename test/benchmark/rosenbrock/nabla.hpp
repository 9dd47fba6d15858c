#pragma once

#include "../harness/nabla.hpp"

#include "model.hpp"

/// The generic code that the other peers run.
template <template <int> class Model, std::size_t N>
static constexpr auto traced() {
  return nabla::trace<N>([](auto const& x) { return Model<int(N)>()(x, nullptr); });
}
