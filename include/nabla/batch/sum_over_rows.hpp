#pragma once

#include <nabla/batch/evaluate.hpp>

namespace nabla {

namespace detail {

/// Sum of k numbers at `values`, by halves.
template <class T>
T pairwise_sum(T const* values, std::size_t count, std::size_t stride) {
  if (count == 1) return *values;
  std::size_t const half = count - count / 2;
  return pairwise_sum(values, half, stride) + pairwise_sum(values + half * stride, count - half, stride);
}

template <class G, class Pack>
struct row_sum_functor {
  /// See `sum_over_rows`.
  template <class First, class... Arguments>
    requires(!execution_policy<First>)
  auto operator()(First const& first, Arguments const&... arguments) const {
    return evaluate(in_this_thread{}, first, arguments...);
  }
  template <execution_policy Policy, class... Arguments>
  auto operator()(Policy&& policy, Arguments const&... arguments) const {
    return evaluate(static_cast<Policy&&>(policy), arguments...);
  }

 private:
  template <class Policy, class... Arguments>
  static auto evaluate(Policy&& policy, Arguments const&... arguments) {
    if constexpr (check_batch<G, Pack, Arguments...>()) {
      using call = kernel_of<G, Pack, void, Arguments...>;
      using kernel = typename call::type;
      using shape = typename call::shape;
      using number = typename call::number;
      constexpr std::size_t chunk = 256, outputs = kernel::outputs;  // packs
      batch_inputs<number, shape> const inputs(arguments...);
      typename kernel::loop_inputs const loop(inputs.data);

      std::size_t const full = inputs.points / kernel::width, done = full * kernel::width;
      std::size_t const chunks = (full + chunk - 1) / chunk, parts = chunks + (done != inputs.points ? 1 : 0);
      std::vector<number> sums(parts * outputs);
      for_each_chunk(static_cast<Policy&&>(policy), chunks, [&](std::size_t k) {
        sum_of_packs<kernel>(&sums[k * outputs], loop.data, k * chunk, k * chunk + chunk < full ? k * chunk + chunk : full, kernel::width);
      });
      if (done != inputs.points) {
        typename kernel::staged const last(loop.data, done, inputs.points);
        sum_of_packs<kernel>(&sums[chunks * outputs], last.data, 0, 1, inputs.points - done);
      }
      std::array<number, outputs> result{};
      if (parts != 0) {
        for (std::size_t k = 0; k < outputs; ++k) result[k] = pairwise_sum(&sums[k], parts, outputs);
      }
      return positional_t<G>::finish(result);
    }
  }

  /// Sums of the first `used` lanes of packs of points.
  template <class Kernel>
  static void sum_of_packs(typename Kernel::number* sums, typename Kernel::input_addresses const& inputs, std::size_t first, std::size_t last,
                           std::size_t used) {
    std::array<typename Kernel::scalar, Kernel::outputs> lanes_of;
    Kernel::sum(lanes_of, inputs, first, last);
    for (std::size_t k = 0; k < Kernel::outputs; ++k) {
      typename Kernel::number values[Kernel::width];
      lanes_of[k].store(values);
      sums[k] = pairwise_sum(values, used, 1);
    }
  }
};

}  // namespace detail

/// Sum over rows of data of a function and its derivatives, in one pass: what a fit or a likelihood minimises.
///
///     constexpr auto F = nabla::function(square(y - a * exp(-k * t)), a, k, t, y);
///     auto [value, gradient] = nabla::sum_over_rows(value_and_gradient(F, a, k))(2.0, 0.5, ts, ys);
///
///     constexpr auto L = nabla::trace<N, P>(callable);                     by N unknowns, of P columns of data
///     sum_over_rows(value_and_gradient(L))(x, columns)                     x: N numbers; columns: P arrays of a value a row
///     sum_over_rows(value_and_gradient(L))(std::execution::par, x, columns)
///
/// The arguments are G's own, in its order; those given as arrays of a value a row are the data, those given as numbers are the same for all rows.
///
/// @return    as G's result: a number, a std::array, { value, gradient } ...; 0 where there are no rows
/// @cost      one evaluation of the joint program a pack of rows, without what depends on no column, as log(deviation): that is computed once;
///            an addition for each of its outputs (of a Hessian the distinct entries); a few numbers of heap for every 256 packs
/// @refuses   columns of different sizes: std::invalid_argument
/// @law       calling this is the permission to re-associate the sum. Its order is fixed: sums of 16 packs, of 16 of those, then by
///            halves, so that the result depends on the width of the packs, never on threads or policies. Each term is rounded as in
///            `batch`; the additions contribute at most 32 + log2(n / 256) roundings to a term (pairwise summation log2(n), a plain loop n)
///            test/batch/sum_over_rows.cpp
/// @source    Castaldo, Whaley & Chronopoulos, Reducing floating point error in dot product using the superblock family of algorithms (2008)
template <class Pack = void, class G>
constexpr auto sum_over_rows(G const&) {
  return detail::row_sum_functor<G, Pack>{};
}

}  // namespace nabla
