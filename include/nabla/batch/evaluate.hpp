#pragma once

#include <nabla/batch/chunks.hpp>
#include <nabla/batch/kernel.hpp>

namespace nabla {

namespace detail {

template <class G, class... Arguments>
inline constexpr bool takes_an_array_of_points_for_each_variable = [] {
  if constexpr ((batch_argument<Arguments> && ...)) {
    return form_of_batch(typename positional_t<G>::arguments{}, batch_entries<entry_of<Arguments>()...>{}) != call_form::none;
  } else {
    return false;
  }
}();

/// The checks of a call that types decide; each failure is one message.
template <class G, class Pack, class... Arguments>
constexpr bool check_batch() {
  constexpr bool known = std::is_void_v<Pack> || known_pack<Pack>;
  static_assert(known, "nabla: batch<Pack> takes a pack that nabla::pack_traits knows; for xsimd include nabla/adapt/xsimd.hpp");
  if constexpr (!known || !check_positional<G>()) {
    return false;
  } else {
    constexpr bool fits = takes_an_array_of_points_for_each_variable<G, Arguments...>;
    static_assert(fits, "nabla: a batch takes for each variable an array of float or double, a value a point, or one number for all; in the "
                        "order of the arguments, or one list of all arrays, or a list for each family");
    if constexpr (!fits) {
      return false;
    } else {
      using shape = batch_shape<typename positional_t<G>::arguments, batch_entries<entry_of<Arguments>()...>>;
      constexpr bool moves = shape::first_moving != shape::variables;
      static_assert(moves, "nabla: a batch has an array of points among its arguments; at one point call the function itself");
      return moves;
    }
  }
}

template <class G, class Pack>
struct batch_functor {
  /// See `batch`.
  template <class Out, class... Arguments>
    requires(!execution_policy<Out>)
  void into(Out&& out, Arguments const&... arguments) const {
    evaluate(in_this_thread{}, out, arguments...);
  }
  template <execution_policy Policy, class Out, class... Arguments>
  void into(Policy&& policy, Out&& out, Arguments const&... arguments) const {
    evaluate(static_cast<Policy&&>(policy), out, arguments...);
  }

 private:
  template <class Policy, class Out, class... Arguments>
  static void evaluate(Policy&& policy, Out& out, Arguments const&... arguments) {
    if constexpr (check_batch<G, Pack, Arguments...>()) {
      using call = kernel_of<G, Pack, Out, Arguments...>;
      using kernel = typename call::type;
      using shape = typename call::shape;
      batch_inputs<typename call::number, shape> const inputs(arguments...);
      batch_outputs<typename call::number, kernel::entries> const outputs(out, shape::first_moving, inputs);

      typename kernel::loop_inputs const loop(inputs.data);

      constexpr std::size_t chunk = 1024;  // packs
      std::size_t const full = inputs.points / kernel::width;
      for_each_chunk(static_cast<Policy&&>(policy), (full + chunk - 1) / chunk, [&](std::size_t k) {
        kernel::evaluate(outputs.data, loop.data, k * chunk, k * chunk + chunk < full ? k * chunk + chunk : full);
      });
      if (std::size_t const done = full * kernel::width; done != inputs.points) evaluate_rest<kernel>(outputs.data, loop.data, done, inputs.points);
    }
  }

  template <class Kernel, class Outputs>
  static void evaluate_rest(Outputs const& outputs, typename Kernel::input_addresses const& inputs, std::size_t done, std::size_t points) {
    typename Kernel::staged const last(inputs, done, points);
    std::array<typename Kernel::number, Kernel::entries * Kernel::width> results;
    typename Kernel::output_addresses to;
    for (std::size_t k = 0; k < Kernel::entries; ++k) to[k] = &results[k * Kernel::width];
    Kernel::evaluate(to, last.data, 0, 1);
    for (std::size_t k = 0; k < Kernel::entries; ++k) {
      for (std::size_t point = done; point < points; ++point) outputs[k][point] = to[k][point - done];
    }
  }
};

}  // namespace detail

/// A function, or its derivatives, at all points of arrays, a SIMD pack of points at a time.
///
///     constexpr auto F = nabla::function(f, x, y);
///     batch(F).into(values, xs, ys)                             xs, ys, values: arrays of n numbers each
///     batch(value_and_gradient(F)).into(outputs, inputs)        outputs: value, df/dx, df/dy; inputs: xs, ys
///     batch(gradient(G)).into(outputs, xs, ps)                  G a trace<N, P>: xs a list of N arrays, ps of P arrays or P numbers
///     batch(F).into(std::execution::par, values, xs, 3.0)       chunks of points in threads; one number for all points
///     batch<Pack>(F)                                            packs of another library: pack_traits
///
/// Structure of arrays: one array a variable and one a result, each of a value a point. An array is anything contiguous with data() and
/// size(), of any alignment; a list of them anything with [] and size(), or an Eigen matrix, a point a row, stored by columns.
/// The results stand in this order: the value; the gradient; a Jacobian or Hessian row by row, the Hessian with both of its triangles.
///
/// @param G   nabla::function, a traced function, or a vector-valued operator of one; called by position
/// @return    a functor whose `into` has arguments as G has, an array or one number in place of each number
/// @cost      one evaluation of the joint program a pack, without what depends on no array: that is computed once (invariants.hpp).
///            Polynomials, quotients, roots and choices run at the speed of the vector units; of std::experimental::simd's functions
///            only sin and cos do (standard_pack.hpp), so for exp, log ... see adapt/xsimd.hpp. Of a choice (select) both branches
///            are evaluated. No heap but with a policy: 8 bytes a chunk
/// @refuses   arrays of different sizes: std::invalid_argument, before anything is written; numbers of different types; what is
///            called by name
/// @law       the value at a point depends neither on its place, nor on the other points, nor on the policy: all points go
///            through the same code. It is G's own to a few units in the last place (of functions; of sums and products
///            where the compiler contracts them)                                                        test/batch
///
/// An output may be the same array as an input: every point is read before it is written. Arrays that overlap otherwise give no
/// certain result.
template <class Pack = void, class G>
constexpr auto batch(G const&) {
  return detail::batch_functor<G, Pack>{};
}

}  // namespace nabla
