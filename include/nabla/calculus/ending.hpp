#pragma once

#include <nabla/calculus/destination.hpp>
#include <nabla/calculus/write.hpp>

namespace nabla::detail {

// How the call of a functor ends (evaluate.hpp): its result is returned, or written.

/// What a functor makes of its program's outputs.
template <class Self, bool Packed>
struct finish_of {
  using recipe = typename Self::recipe;

  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto finish(Values const& values) {
    if constexpr (Packed) {
      return Self::pack_entries(values);
    } else {
      return Self::pack(values);
    }
  }
};
template <class Self, bool Packed, class T>
using result_of =
    decltype(finish_of<Self, Packed>::finish(std::declval<std::array<T, signature_of<typename Self::recipe>::value.size.outputs> const&>()));

/// More results than wait for each other in registers.
inline constexpr std::size_t many_results = 16;

/// A functor that says what its outputs are (`outputs`) has them stored where they belong, once, where its program runs in blocks or
/// its result is made by a loop, or is long: then each is stored when it is there. Where a short program gives a short result, the compiler sees
/// through all copies; and of a symmetric matrix it stores two entries at a time once all are there.
template <class Self, bool Packed, class T>
constexpr bool stores_directly() {
  if constexpr (takes_plain_numbers<T> || !std::is_default_constructible_v<T> || !requires { typename Self::outputs; }) {
    return false;
  } else {
    using matrix = typename Self::outputs::last;
    return !runs_at_once<typename Self::recipe, T> || (Packed ? matrix::entries : matrix::rows * matrix::columns) > longest_list ||
           (matrix::entries > many_results && !matrix::is_symmetric);
  }
}

template <class Result>
inline constexpr bool has_value = requires(Result& result) { result.value; };
template <class Result>
inline constexpr bool has_gradient_and_hessian = requires(Result& result) { result.hessian; };

/// Where the outputs belong in a result.
template <class Outputs, bool Packed, class Result>
NABLA_ALWAYS_INLINE constexpr auto sink_of_result(Result& result) {
  constexpr layout given = Packed ? layout::packed : layout::matrix;
  if constexpr (has_gradient_and_hessian<Result>) {
    return joined(sink_of_value(result.value), sink_of_part<typename Outputs::jacobian, layout::vector>(result.gradient),
                  sink_of_part<typename Outputs::last, given>(result.hessian));
  } else if constexpr (has_value<Result>) {
    return joined(sink_of_value(result.value), sink_of_part<typename Outputs::last, given>(derivatives_of(result)));
  } else {
    return sink_of_part<typename Outputs::last, given>(result);
  }
}

/// What a program has computed, of which the caller makes the result.
template <class Values>
struct unfinished {
  Values values;
};
template <class T>
inline constexpr bool is_unfinished = false;
template <class Values>
inline constexpr bool is_unfinished<unfinished<Values>> = true;

/// The call gives the result, or what the result is made of: the functor itself then finishes it, near the user's call, so that a
/// refusal of a domain error is short.
template <class Self, bool Packed>
struct result_returned : finish_of<Self, Packed> {
  template <class T>
  static constexpr bool writes_where_told = false;  // to what is made here, and so no input

  template <class T, class Inputs>
  NABLA_ALWAYS_INLINE constexpr auto run(Inputs inputs) const {
    if constexpr (stores_directly<Self, Packed, T>()) {
      result_of<Self, Packed, T> result;
      run_program_into<typename Self::recipe, T>(inputs, sink_of_result<typename Self::outputs, Packed>(result));
      return result;
    } else {
      return unfinished<std::array<T, compiled<typename Self::recipe>::value.size.outputs>>{
          outputs_returned<typename Self::recipe>{}.template run<T>(inputs)};
    }
  }
  constexpr auto refuse() const { return this->finish(refused<typename Self::recipe>{}); }
};

template <class Result>
NABLA_ALWAYS_INLINE constexpr auto& derivatives_in(Result& result) {
  if constexpr (has_value<Result>) {
    return derivatives_of(result);
  } else {
    return result;
  }
}

template <class T>
inline constexpr layout layout_of_array = layout::vector;
template <class T, std::size_t Rows, std::size_t Columns>
inline constexpr layout layout_of_array<std::array<std::array<T, Columns>, Rows>> = layout::matrix;

/// The call writes what was computed where the user keeps it, and gives the value, if there is one.
template <class Self, bool Packed, class Out>
struct result_written : finish_of<Self, Packed> {
  Out& out;
  NABLA_ALWAYS_INLINE constexpr explicit result_written(Out& to) : out(to) {}

  template <class T>
  static constexpr layout given_as =
      Packed ? layout::packed
             : layout_of_array<std::remove_cvref_t<decltype(derivatives_in(std::declval<result_of<Self, Packed, T>&>()))>>;

  template <class T>
  static constexpr bool writes_where_told = [] {
    if constexpr (stores_directly<Self, Packed, T>()) {
      return stands_in_lines<T, typename Self::outputs::last, given_as<T>, Out>;
    } else {
      return false;
    }
  }();
  template <class T>
  NABLA_ALWAYS_INLINE bool touches(T const* first, T const* last) const {
    return lines<T>().touches(first, last);
  }

  template <class T, class Inputs>
  NABLA_ALWAYS_INLINE constexpr auto run(Inputs inputs) const {
    if constexpr (writes_where_told<T>) {
      using matrix = typename Self::outputs::last;
      using result = result_of<Self, Packed, T>;
      auto const sink = sink_of<matrix, given_as<T>>(lines<T>());
      if constexpr (has_value<result>) {
        decltype(result::value) value;
        run_program_into<typename Self::recipe, T>(inputs, joined(sink_of_value(value), sink));
        return value;
      } else {
        run_program_into<typename Self::recipe, T>(inputs, sink);
      }
    } else {
      return write_result(out, this->finish(math::with_value(outputs_returned<typename Self::recipe>{}.template run<T>(inputs))));
    }
  }
  constexpr auto refuse() const { return write_result(out, this->finish(refused<typename Self::recipe>{})); }

 private:
  template <class T>
  NABLA_ALWAYS_INLINE constexpr auto lines() const {
    return lines_of<T, typename Self::outputs::last, given_as<T>>(out);
  }
};

/// The call writes a gradient and a Hessian, and gives the value.
template <class Self, bool Packed, class Gradient, class Hessian>
struct both_written : finish_of<Self, Packed> {
  Gradient& gradient;
  Hessian& hessian;
  NABLA_ALWAYS_INLINE constexpr both_written(Gradient& first, Hessian& second) : gradient(first), hessian(second) {}

  static constexpr layout given = Packed ? layout::packed : layout::matrix;

  template <class T>
  static constexpr bool writes_where_told = [] {
    if constexpr (stores_directly<Self, Packed, T>()) {
      return stands_in_lines<T, typename Self::outputs::jacobian, layout::vector, Gradient> &&
             stands_in_lines<T, typename Self::outputs::hessian, given, Hessian>;
    } else {
      return false;
    }
  }();
  template <class T>
  NABLA_ALWAYS_INLINE bool touches(T const* first, T const* last) const {
    return gradient_lines<T>().touches(first, last) || hessian_lines<T>().touches(first, last);
  }

  template <class T, class Inputs>
  NABLA_ALWAYS_INLINE constexpr T run(Inputs inputs) const {
    if constexpr (writes_where_told<T>) {
      using gradient_matrix = typename Self::outputs::jacobian;
      using matrix = typename Self::outputs::hessian;
      check_room<matrix::columns>(gradient);
      check_room<Packed ? matrix::entries : matrix::rows * matrix::columns>(hessian);
      T value;
      run_program_into<typename Self::recipe, T>(
          inputs, joined(sink_of_value(value), sink_of<gradient_matrix, layout::vector>(gradient_lines<T>()),
                         sink_of<matrix, given>(hessian_lines<T>())));
      return value;
    } else {
      return write_result(gradient, hessian, this->finish(math::with_value(outputs_returned<typename Self::recipe>{}.template run<T>(inputs))));
    }
  }
  constexpr auto refuse() const { return write_result(gradient, hessian, this->finish(refused<typename Self::recipe>{})); }

 private:
  template <class T>
  NABLA_ALWAYS_INLINE constexpr auto gradient_lines() const {
    return lines_of<T, typename Self::outputs::jacobian, layout::vector>(gradient);
  }
  template <class T>
  NABLA_ALWAYS_INLINE constexpr auto hessian_lines() const {
    return lines_of<T, typename Self::outputs::hessian, given>(hessian);
  }
};

}  // namespace nabla::detail
