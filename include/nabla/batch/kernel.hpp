#pragma once

#include <nabla/batch/invariants.hpp>
#include <nabla/batch/pack.hpp>
#include <nabla/batch/positional.hpp>
#include <nabla/batch/standard_pack.hpp>

namespace nabla::detail {

/// Which of the variables are the same at all points.
template <class Shape>
struct fixed_variables {
  static constexpr std::size_t count = [] {
    std::size_t result = 0;
    for (bool moves : Shape::moves) result += !moves;
    return result;
  }();
  struct table {
    std::size_t variables[count + 1]{};
    std::size_t places[Shape::variables + 1]{};  // among the fixed
    constexpr table() {
      std::size_t at = 0;
      for (std::size_t k = 0; k < Shape::variables; ++k) {
        if (Shape::moves[k]) continue;
        variables[at] = k;
        places[k] = at++;
      }
    }
  };
  static constexpr table value{};
};

/// Packs of the variables that are the same at all points, made before the loop: in it each store could change the numbers.
template <class Pack, class Shape>
class fixed_packs {
 public:
  using scalar = lanes<Pack>;
  using number = typename scalar::value_type;
  using fixed = fixed_variables<Shape>;

  NABLA_ALWAYS_INLINE explicit fixed_packs(std::array<number const*, Shape::variables> const& data) {
    for (std::size_t i = 0; i < fixed::count; ++i) packs_[i] = scalar(*data[fixed::value.variables[i]]);
  }
  NABLA_ALWAYS_INLINE scalar const& operator[](std::size_t k) const { return packs_[fixed::value.places[k]]; }

 private:
  scalar packs_[fixed::count + 1];
};

/// The values of all variables at a pack of points, as an array that loads what is asked for.
template <class Pack, class Shape>
struct pack_of_points {
  using value_type = typename lanes<Pack>::value_type;
  static constexpr std::size_t extent = Shape::variables;

  std::array<value_type const*, Shape::variables> const& data;
  fixed_packs<Pack, Shape> const& fixed;
  std::size_t at;

  static constexpr std::size_t size() { return extent; }
  NABLA_ALWAYS_INLINE lanes<Pack> operator[](std::size_t k) const {
    return Shape::moves[k] ? lanes<Pack>::load(data[k] + at) : fixed[k];
  }
};

/// The loops of a batch. They are functions of their own, for which the last points are staged like any others: so all points go
/// through the same machine code, and the value at a point does not depend on where in the arrays it stands.
template <class Positional, class Pack, class CallShape>
struct batch_kernel {
  using scalar = lanes<Pack>;
  using number = typename scalar::value_type;
  using shape = loop_shape<typename Positional::recipe, CallShape>;
  using recipe = typename shape::recipe;
  using arguments = typename shape::arguments;
  using fixed = fixed_packs<Pack, shape>;
  static constexpr std::size_t width = scalar::width;
  static constexpr std::size_t variables = shape::variables;
  static constexpr std::size_t outputs = Positional::outputs;
  template <class T>
  using result = decltype(Positional::finish(std::declval<std::array<T, outputs> const&>()));
  static constexpr std::size_t entries = entry_count<result<number>>::value;

  using input_addresses = std::array<number const*, variables>;
  using output_addresses = std::array<number*, entries>;

  /// The inputs of the loop: those of the call, and what is the same at all points, computed here. As in the loop, in a pack: a value is the
  /// same whether a variable is given as a number or as an array.
  struct loop_inputs {
    static constexpr std::size_t invariants = variables - CallShape::variables;
    std::array<number, invariants + 1> values;
    input_addresses data;

    [[gnu::noinline]] explicit loop_inputs(std::array<number const*, CallShape::variables> const& given) {
      for (std::size_t k = 0; k < CallShape::variables; ++k) data[k] = given[k];
      if constexpr (invariants != 0) {
        fixed_packs<Pack, CallShape> const packs(given);
        auto const computed =
            run<before_loop<typename Positional::recipe, CallShape>, typename CallShape::arguments>(pack_of_points<Pack, CallShape>{given, packs, 0});
        for (std::size_t k = 0; k < invariants; ++k) {
          number lanes_of[width];
          computed[k].store(lanes_of);
          values[k] = lanes_of[0];
          data[CallShape::variables + k] = &values[k];
        }
      }
    }
    loop_inputs(loop_inputs const&) = delete;
  };

  struct store_entry {
    output_addresses const& to;
    std::size_t at;
    NABLA_ALWAYS_INLINE void operator()(std::size_t k, scalar const& entry) const { entry.store(to[k] + at); }
  };

  /// The results at the packs of points from `first` to before `last`. All inputs of a point are read before its outputs are written.
  [[gnu::noinline]] static void evaluate(output_addresses const& outputs_at, input_addresses const& inputs_at, std::size_t first, std::size_t last) {
    // Copies that no store can change, so that addresses stay in registers.
    output_addresses const to = outputs_at;
    input_addresses const from = inputs_at;
    fixed const packs(from);
    for (std::size_t at = first * width; at != last * width; at += width) {
      visit_entries<0>(Positional::finish(run<recipe, arguments>(pack_of_points<Pack, shape>{from, packs, at})), store_entry{to, at});
    }
  }

  /// The sums over the packs of points from `first` to before `last` of the program's outputs, lane by lane: sums of `block` packs
  /// are summed.
  [[gnu::noinline]] static void sum(std::array<scalar, outputs>& sums, input_addresses const& inputs_at, std::size_t first, std::size_t last) {
    constexpr std::size_t block = 16;
    constexpr auto each = std::make_index_sequence<outputs>{};
    input_addresses const from = inputs_at;
    fixed const packs(from);
    std::array<scalar, outputs> total = zeros(each);
    while (first != last) {
      std::size_t const next = last - first < block ? last : first + block;
      std::array<scalar, outputs> part = zeros(each);
      for (std::size_t at = first * width; at != next * width; at += width) {
        add(part, run<recipe, arguments>(pack_of_points<Pack, shape>{from, packs, at}), each);
      }
      add(total, part, each);
      first = next;
    }
    sums = total;
  }

  /// One pack of points made of the last ones, the last of all standing in for those that are missing.
  struct staged {
    std::array<number, variables * width> values;
    input_addresses data;

    staged(input_addresses const& inputs_at, std::size_t first, std::size_t points) {
      for (std::size_t k = 0; k < variables; ++k) {
        for (std::size_t lane = 0; lane < width; ++lane) {
          std::size_t const point = first + lane < points ? first + lane : points - 1;
          values[k * width + lane] = inputs_at[k][shape::moves[k] ? point : 0];
        }
        data[k] = &values[k * width];
      }
    }
  };

 private:
  template <std::size_t... K>
  NABLA_ALWAYS_INLINE static std::array<scalar, outputs> zeros(std::index_sequence<K...>) {
    return {{(static_cast<void>(K), scalar(0))...}};
  }
  template <std::size_t... K>
  NABLA_ALWAYS_INLINE static void add(std::array<scalar, outputs>& sums, std::array<scalar, outputs> const& terms, std::index_sequence<K...>) {
    [[maybe_unused]] bool const in_order[] = {true, (sums[K] += terms[K], true)...};
  }
};

/// The type of the numbers of a call: of its packs, or of the arrays in it that hold a value a point.
template <class Pack, class Shape, class Out, class... Arguments, std::size_t... I>
constexpr auto number_of_batch(std::index_sequence<I...>) {
  if constexpr (std::is_void_v<Pack>) {
    return first_number<Out, std::conditional_t<Shape::entry_moves(I), Arguments const, int>...>();
  } else {
    return std::type_identity<typename pack_traits<Pack>::value_type>{};
  }
}

/// The kernel for the arguments of a call; `Out` is what results are written to, or void.
template <class G, class Pack, class Out, class... Arguments>
struct kernel_of {
  using program = positional_t<G>;
  using shape = batch_shape<typename program::arguments, batch_entries<entry_of<Arguments>()...>>;
  using number =
      typename decltype(number_of_batch<Pack, shape, std::conditional_t<std::is_void_v<Out>, int, Out>, Arguments...>(std::index_sequence_for<Arguments...>{}))::type;
  using type = batch_kernel<program, typename pack_of<Pack, number>::type, shape>;
};

}  // namespace nabla::detail
