#pragma once

#include <nabla/graph/lanes.hpp>
#include <nabla/graph/loop_plan.hpp>

namespace nabla::detail {

// Runs a program as the loops that loop_plan.hpp found.

/// Where the record of a body's execution stands: known to the compiler, or reached by a loop of loops.
template <class Recipe, std::uint32_t Offset>
struct known_record {
  NABLA_ALWAYS_INLINE constexpr std::uint32_t operator[](std::uint32_t i) const {
    return looped<Recipe>::value.data[looped<Recipe>::value.records + Offset + i];
  }
};
/// Of what is reached only the references are read, once, before anything is written.
template <class Recipe, std::uint32_t Number>
struct reached_record {
  static constexpr auto const& plan = looped<Recipe>::value;
  static constexpr loop_body body = plan.bodies[Number];

  NABLA_ALWAYS_INLINE constexpr explicit reached_record(std::uint32_t const* record) {
    for (std::uint32_t r = 0; r < body.references; ++r) references[r] = record[plan.data[body.reference_list + r]];
  }
  NABLA_ALWAYS_INLINE constexpr std::uint32_t operator[](std::uint32_t i) const {
    std::uint32_t const reference = plan.data[body.layout + 2 * i], added = plan.data[body.layout + 2 * i + 1];
    return reference == no_node ? added : references[reference] + added;
  }

  std::uint32_t references[body.references + 1]{};
};

/// Inputs of which those from number Least to number Most are read.
template <std::uint32_t Least, std::uint32_t Most, class Inputs>
NABLA_ALWAYS_INLINE constexpr Inputs const& inputs_between(Inputs const& inputs) {
  return inputs;
}
/// Inputs that stand one behind the other; see placed_inputs.
template <class Vector, class T>
NABLA_ALWAYS_INLINE Vector lanes_from(T const* inputs, std::size_t k) {
  return Vector::load(inputs + k);
}

/// A body with its code for a scalar T.
template <class Recipe, std::uint32_t Number, class T, class Inputs, class Outputs>
struct body_code {
  static constexpr auto const& plan = looped<Recipe>::value;
  static constexpr loop_body body = plan.bodies[Number];

  template <std::uint32_t J>
  using step_code = typename stored_computation<typename looped<Recipe>::recipe, plan.data[body.instructions + J], leaf_context<leaves_of_loops, 0>>::type;
  template <std::uint32_t J>
  static constexpr std::uint32_t const* leaves_of = plan.data + body.leaves + plan.data[body.first_leaves + J];

  static constexpr std::uint32_t import_storage(std::uint32_t i) { return plan.data[body.import_list + 2 * i]; }
  static constexpr std::uint32_t import_access(std::uint32_t i) { return plan.data[body.import_list + 2 * i + 1]; }
  static constexpr std::uint32_t carried_step(std::uint32_t i) { return plan.data[body.carry_list + 3 * i]; }
  static constexpr std::uint32_t initial_storage(std::uint32_t i) { return plan.data[body.carry_list + 3 * i + 1]; }
  static constexpr std::uint32_t carrying_of(std::uint32_t i) { return plan.data[body.carry_list + 3 * i + 2]; }
  static constexpr std::uint32_t exported_step(std::uint32_t i) { return plan.data[body.export_list + 3 * i]; }
  static constexpr std::uint32_t export_storage(std::uint32_t i) { return plan.data[body.export_list + 3 * i + 1]; }
  static constexpr std::uint32_t export_access(std::uint32_t i) { return plan.data[body.export_list + 3 * i + 2]; }
  static constexpr std::uint32_t first_carry = body.steps + body.imports;

  Inputs inputs;
  T* memory;
  Outputs outputs;

  template <std::uint32_t Access>
  NABLA_ALWAYS_INLINE static constexpr std::size_t place(std::size_t first, std::uint32_t stride, std::size_t k) {
    if constexpr (Access == fixed_access || Access == last_access) {
      return first;
    } else if constexpr (Access == forward_access) {
      return first + k;
    } else if constexpr (Access == backward_access) {
      return first - k;
    } else if constexpr (Access == strided_access) {
      return first + k * static_cast<std::size_t>(static_cast<std::int32_t>(stride));  // backward too
    } else {
      return plan.data[first + k];
    }
  }

  // The first and the last place, of all executions, of an import or export.
  static constexpr std::uint32_t least_place(std::uint32_t n) { return plan.data[body.layout + 2 * (body.record_size() + n)]; }
  static constexpr std::uint32_t last_place(std::uint32_t n) { return plan.data[body.layout + 2 * (body.record_size() + n) + 1]; }

  template <std::uint32_t I>
  NABLA_ALWAYS_INLINE constexpr decltype(auto) inputs_of() const {
    return inputs_between<least_place(I), last_place(I)>(inputs);
  }
  /// Whether all outputs of an export stand in a row.
  template <std::uint32_t I>
  static constexpr bool is_row = [] {
    constexpr std::uint32_t least = least_place(body.imports + I), last = last_place(body.imports + I);
    return last != no_node && Outputs::has_row(least, last - least + 1);
  }();
  template <std::uint32_t I>
  NABLA_ALWAYS_INLINE constexpr auto row_of(std::size_t at) const {
    constexpr std::uint32_t least = least_place(body.imports + I);
    return outputs.row(least) + (at - least);
  }

  template <std::uint32_t Storage>
  NABLA_ALWAYS_INLINE constexpr decltype(auto) stored(std::size_t at) const {
    if constexpr (Storage == in_inputs) {
      return inputs[at];
    } else {
      return static_cast<T const&>(memory[at]);
    }
  }

  template <std::uint32_t I, class Record>
  NABLA_ALWAYS_INLINE constexpr decltype(auto) imported(Record const& record, std::size_t k) const {
    constexpr std::uint32_t number = body.record_of_import(I);
    std::size_t const at = place<import_access(I)>(record[number], record[number + 1], k);
    if constexpr (import_storage(I) == in_inputs) {
      return inputs_of<I>()[at];
    } else {
      return static_cast<T const&>(memory[at]);
    }
  }
  template <std::uint32_t I, class Record>
  NABLA_ALWAYS_INLINE constexpr void export_value(Record const& record, std::size_t k, T const& value) const {
    constexpr std::uint32_t at = body.record_of_export(I);
    std::size_t const to = place<export_access(I)>(record[at], record[at + 1], k);
    if constexpr (export_storage(I) == in_outputs) {
      if constexpr (is_row<I>) {
        *row_of<I>(to) = math::with_value(value);
      } else {
        outputs.at(to) = math::with_value(value);
      }
    } else {
      memory[to] = value;
    }
  }

  // ---- one iteration after the other

  template <std::uint32_t I, bool Fixed, class Record>
  NABLA_ALWAYS_INLINE constexpr void import_into([[maybe_unused]] T* values, [[maybe_unused]] Record const& record, [[maybe_unused]] std::size_t k) const {
    if constexpr ((import_access(I) == fixed_access) == Fixed) values[body.steps + I] = imported<I>(record, k);
  }
  template <bool Fixed, class Record, std::uint32_t... I>
  NABLA_ALWAYS_INLINE constexpr void import_all([[maybe_unused]] T* values, Record const& record, [[maybe_unused]] std::size_t k, std::integer_sequence<std::uint32_t, I...>) const {
    [[maybe_unused]] bool const in_order[] = {true, (import_into<I, Fixed>(values, record, k), true)...};
  }
  template <std::uint32_t I, bool Last, class Record>
  NABLA_ALWAYS_INLINE constexpr void export_from([[maybe_unused]] T const* values, [[maybe_unused]] Record const& record,
                                                 [[maybe_unused]] std::size_t k) const {
    if constexpr ((export_access(I) == last_access) == Last) export_value<I>(record, k, values[exported_step(I)]);
  }
  template <bool Last, class Record, std::uint32_t... I>
  NABLA_ALWAYS_INLINE constexpr void export_all(T const* values, Record const& record, std::size_t k, std::integer_sequence<std::uint32_t, I...>) const {
    [[maybe_unused]] bool const in_order[] = {true, (export_from<I, Last>(values, record, k), true)...};
  }
  template <std::uint32_t... J>
  NABLA_ALWAYS_INLINE static constexpr void compute_all(T* values, std::integer_sequence<std::uint32_t, J...>) {
    [[maybe_unused]] bool const in_order[] = {true, (values[J] = step_code<J>::template run<T>(static_cast<T const*>(values), leaves_of<J>), true)...};
  }
  template <class Record, std::uint32_t... I>
  NABLA_ALWAYS_INLINE constexpr void begin_carries([[maybe_unused]] T* values, [[maybe_unused]] Record const& record,
                                                   std::integer_sequence<std::uint32_t, I...>) const {
    [[maybe_unused]] bool const in_order[] = {
        true, (values[first_carry + I] = stored<initial_storage(I)>(record[body.record_of_carry(I)]), true)...};
  }
  template <std::uint32_t... I>
  NABLA_ALWAYS_INLINE static constexpr void carry_all([[maybe_unused]] T* values, std::integer_sequence<std::uint32_t, I...>) {
    [[maybe_unused]] bool const in_order[] = {true, (values[first_carry + I] = values[carried_step(I)], true)...};
  }

  /// A function, and no lambda, that must be inlined: where it is called by itself the values and places of a body are in memory, not in registers.
  template <class Record>
  NABLA_ALWAYS_INLINE constexpr void run_iteration(T* values, Record const& record, std::size_t k) const {
    import_all<false>(values, record, k, std::make_integer_sequence<std::uint32_t, body.imports>{});
    compute_all(values, std::make_integer_sequence<std::uint32_t, body.steps>{});
    export_all<false>(values, record, k, std::make_integer_sequence<std::uint32_t, body.exports>{});
    carry_all(values, std::make_integer_sequence<std::uint32_t, body.carries>{});
  }

  // ---- steps side by side

  static constexpr bool has_pairs = has_lanes<T> && body.has_pairs != 0;
  using pair = iteration_lanes<T, 2 * sizeof(T)>;

  static constexpr std::uint32_t partner_of(std::uint32_t value) { return plan.data[body.partners + value]; }

  template <std::uint32_t J>
  NABLA_ALWAYS_INLINE static void compute_pair(T* values, pair* pairs) {
    constexpr std::uint32_t partner = partner_of(J), leaves = plan.data[body.first_leaves + J + 1] - plan.data[body.first_leaves + J];
    if constexpr (partner == no_node) {
      values[J] = step_code<J>::template run<T>(static_cast<T const*>(values), leaves_of<J>);
    } else if constexpr (partner < J) {
      pair operands[leaves];
      std::uint32_t places[leaves];
      for (std::uint32_t n = 0; n < leaves; ++n) {
        std::uint32_t const leaf = leaves_of<partner>[n];
        operands[n] = leaf == leaves_of<J>[n] ? pair(values[leaf]) : pairs[leaf];
        places[n] = n;
      }
      pairs[partner] = step_code<J>::template run<pair>(static_cast<pair const*>(operands), places);
      values[partner] = pairs[partner][0];
      values[J] = pairs[partner][1];
    }
  }
  template <std::uint32_t... J>
  NABLA_ALWAYS_INLINE static void compute_pairs(T* values, pair* pairs, std::integer_sequence<std::uint32_t, J...>) {
    [[maybe_unused]] bool const in_order[] = {true, (compute_pair<J>(values, pairs), true)...};
  }
  /// The first of a pair of carried values.
  static constexpr bool is_first_carry(std::uint32_t i) {
    std::uint32_t const partner = partner_of(first_carry + i);
    return partner != no_node && carried_step(i) < carried_step(partner - first_carry);
  }
  template <class Record, std::uint32_t... Carry>
  NABLA_ALWAYS_INLINE void run_pairs(T* values, Record const& record, std::size_t count, std::integer_sequence<std::uint32_t, Carry...> carries) const {
    pair pairs[body.values()];
    [[maybe_unused]] bool const begun[] = {
        is_first_carry(Carry) && (pairs[first_carry + Carry].values = typename pair::vector{values[first_carry + Carry], values[partner_of(first_carry + Carry)]}, true)...};
    std::size_t k = 0;
    do {
      import_all<false>(values, record, k, std::make_integer_sequence<std::uint32_t, body.imports>{});
      compute_pairs(values, pairs, std::make_integer_sequence<std::uint32_t, body.steps>{});
      export_all<false>(values, record, k, std::make_integer_sequence<std::uint32_t, body.exports>{});
      carry_all(values, carries);
      [[maybe_unused]] bool const carried[] = {is_first_carry(Carry) && (pairs[first_carry + Carry] = pairs[carried_step(Carry)], true)...};
    } while (++k < count);
  }

  // ---- iterations side by side

  static constexpr bool has_vectors = [] {
    if constexpr (has_lanes<T>) {
      return body.is_vectorisable != 0;
    } else {
      return false;
    }
  }();
  /// How many vectors of a body run interleaved, so that sums in any order do not wait for each other.
  static constexpr std::uint32_t strands = [] {
    for (std::uint32_t i = 0; i < body.carries; ++i) {
      if (carrying_of(i) == unordered_carry) return body.steps <= 4 ? 4u : body.steps <= 16 ? 2u : 1u;
    }
    return 1u;
  }();

  template <std::uint32_t I, class Vector, class Record>
  NABLA_ALWAYS_INLINE Vector imported_vector(Record const& record, std::size_t k) const {
    constexpr std::uint32_t access = import_access(I), width = Vector::count;
    std::size_t const first = record[body.record_of_import(I)];
    if constexpr (access == fixed_access) {
      return Vector(T(imported<I>(record, k)));
    } else if constexpr ((access == forward_access || access == backward_access) &&
                         (import_storage(I) == in_memory || requires { lanes_from<Vector>(inputs_of<I>(), std::size_t{}); })) {
      std::size_t const at = access == forward_access ? first + k : first - k - (width - 1);
      Vector const found = [&] {
        if constexpr (import_storage(I) == in_memory) {
          return Vector::load(memory + at);
        } else {
          return lanes_from<Vector>(inputs_of<I>(), at);
        }
      }();
      if constexpr (access == forward_access) {
        return found;
      } else {
        return found.reversed();
      }
    } else {
      Vector result;
      for (std::uint32_t l = 0; l < width; ++l) result.values[l] = imported<I>(record, k + l);
      return result;
    }
  }
  template <std::uint32_t I, bool Fixed, class Vector, class Record>
  NABLA_ALWAYS_INLINE void import_into([[maybe_unused]] Vector* values, [[maybe_unused]] Record const& record, [[maybe_unused]] std::size_t k) const {
    if constexpr ((import_access(I) == fixed_access) == Fixed) values[body.steps + I] = imported_vector<I, Vector>(record, k);
  }
  template <bool Fixed, class Vector, class Record, std::uint32_t... I>
  NABLA_ALWAYS_INLINE void import_vectors(Vector* values, Record const& record, std::size_t k, std::integer_sequence<std::uint32_t, I...>) const {
    [[maybe_unused]] bool const in_order[] = {true, (import_into<I, Fixed>(values, record, k), true)...};
  }
  template <std::uint32_t I, class Vector, class Record>
  NABLA_ALWAYS_INLINE void export_vector([[maybe_unused]] Vector const* values, [[maybe_unused]] Record const& record, [[maybe_unused]] std::size_t k) const {
    constexpr std::uint32_t access = export_access(I), width = Vector::count;
    Vector const& value = values[exported_step(I)];
    std::size_t const first = record[body.record_of_export(I)];
    if constexpr (access == last_access) {
      return;
    } else if constexpr (access == forward_access || access == backward_access) {
      std::size_t const at = access == forward_access ? first + k : first - k - (width - 1);
      Vector const in_order = [&] {
        if constexpr (access == forward_access) {
          return value;
        } else {
          return value.reversed();
        }
      }();
      if constexpr (export_storage(I) == in_memory) {
        in_order.store(memory + at);
      } else if constexpr (is_row<I>) {
        in_order.store(row_of<I>(at));
      } else if (Outputs::has_row(at, width)) {
        in_order.store(outputs.row(at));
      } else {
        for (std::uint32_t l = 0; l < width; ++l) export_value<I>(record, k + l, value[l]);
      }
    } else {
      for (std::uint32_t l = 0; l < width; ++l) export_value<I>(record, k + l, value[l]);
    }
  }
  template <class Vector, class Record, std::uint32_t... I>
  NABLA_ALWAYS_INLINE void export_vectors(Vector const* values, Record const& record, std::size_t k, std::integer_sequence<std::uint32_t, I...>) const {
    [[maybe_unused]] bool const in_order[] = {true, (export_vector<I>(values, record, k), true)...};
  }

  /// The carried value of a step that continues itself; none for others.
  template <std::uint32_t J>
  static constexpr std::uint32_t running_carry = [] {
    for (std::uint32_t i = 0; i < body.carries; ++i) {
      if (carried_step(i) == J && carrying_of(i) != shifted_carry) return i;
    }
    return no_node;
  }();

  /// A step that continues itself, lane after lane.
  template <std::uint32_t J, std::uint32_t Carry, class Vector>
  NABLA_ALWAYS_INLINE static Vector run_in_order(Vector* values, T& running) {
    constexpr std::uint32_t leaves = plan.data[body.first_leaves + J + 1] - plan.data[body.first_leaves + J];
    Vector result;
    for (std::uint32_t l = 0; l < Vector::count; ++l) {
      T lane[body.values()];
      for (std::uint32_t i = 0; i < leaves; ++i) {
        std::uint32_t const leaf = leaves_of<J>[i];
        lane[leaf] = leaf == first_carry + Carry ? running : values[leaf][l];
      }
      running = step_code<J>::template run<T>(static_cast<T const*>(lane), leaves_of<J>);
      result.values[l] = running;
    }
    return result;
  }

  /// Whether vectors compute a step for the iterations before: into values of their own, with what those import.
  static constexpr bool is_earlier(std::uint32_t j) { return plan.data[body.earlier + j] != 0; }
  static constexpr bool has_earlier = [] {
    for (std::uint32_t j = 0; j < body.steps && body.is_vectorisable; ++j) {
      if (is_earlier(j)) return true;
    }
    return false;
  }();
  /// Whether a step that is computed so reads an import.
  template <std::uint32_t I>
  static constexpr bool is_imported_earlier = [] {
    for (std::uint32_t j = 0; j < body.steps && body.is_vectorisable; ++j) {
      for (std::uint32_t n = plan.data[body.first_leaves + j]; n < plan.data[body.first_leaves + j + 1]; ++n) {
        if (is_earlier(j) && plan.data[body.leaves + n] == body.steps + I) return true;
      }
    }
    return false;
  }();
  template <std::uint32_t I, class Vector, class Record>
  NABLA_ALWAYS_INLINE void import_earlier([[maybe_unused]] Vector* earlier, [[maybe_unused]] Record const& record, [[maybe_unused]] std::size_t k) const {
    if constexpr (is_imported_earlier<I>) earlier[body.steps + I] = imported_vector<I, Vector>(record, k - 1);
  }
  template <class Vector, class Record, std::uint32_t... I>
  NABLA_ALWAYS_INLINE void import_all_earlier(Vector* earlier, Record const& record, std::size_t k, std::integer_sequence<std::uint32_t, I...>) const {
    [[maybe_unused]] bool const in_order[] = {true, (import_earlier<I>(earlier, record, k), true)...};
  }

  template <std::uint32_t I, std::uint32_t J, class Vector>
  NABLA_ALWAYS_INLINE static void shift([[maybe_unused]] Vector* values, [[maybe_unused]] Vector* before) {
    if constexpr (carried_step(I) == J && carrying_of(I) == shifted_carry) {
      values[first_carry + I] = values[J].behind(before[I]);
      before[I] = values[J];
    }
  }
  template <std::uint32_t I, std::uint32_t J, class Vector>
  NABLA_ALWAYS_INLINE static void carry_earlier([[maybe_unused]] Vector* values, [[maybe_unused]] Vector const* earlier) {
    if constexpr (carried_step(I) == J) values[first_carry + I] = earlier[J];
  }
  template <std::uint32_t J, class Vector, std::uint32_t... I>
  NABLA_ALWAYS_INLINE static void compute_vector(Vector* values, [[maybe_unused]] Vector* earlier, [[maybe_unused]] Vector* before, [[maybe_unused]] T* running,
                                                 std::integer_sequence<std::uint32_t, I...>) {
    constexpr std::uint32_t own = running_carry<J>;
    if constexpr (is_earlier(J)) {
      earlier[J] = step_code<J>::template run<Vector>(static_cast<Vector const*>(earlier), leaves_of<J>);
      [[maybe_unused]] bool const in_order[] = {true, (carry_earlier<I, J>(values, earlier), true)...};
    } else if constexpr (own == no_node) {
      values[J] = step_code<J>::template run<Vector>(static_cast<Vector const*>(values), leaves_of<J>);
      [[maybe_unused]] bool const in_order[] = {true, (shift<I, J>(values, before), true)...};
    } else if constexpr (carrying_of(own) == ordered_carry) {
      values[J] = run_in_order<J, own>(values, running[own]);
    } else {
      values[first_carry + own] = step_code<J>::template run<Vector>(static_cast<Vector const*>(values), leaves_of<J>);
    }
  }
  template <class Vector, std::uint32_t... J>
  NABLA_ALWAYS_INLINE static void compute_vectors(Vector* values, Vector* earlier, Vector* before, T* running, std::integer_sequence<std::uint32_t, J...>) {
    [[maybe_unused]] bool const in_order[] = {
        true, (compute_vector<plan.data[body.order + J]>(values, earlier, before, running, std::make_integer_sequence<std::uint32_t, body.carries>{}), true)...};
  }
  template <std::uint32_t J>
  NABLA_ALWAYS_INLINE static void compute_earlier([[maybe_unused]] T* values) {
    if constexpr (is_earlier(J)) values[J] = step_code<J>::template run<T>(static_cast<T const*>(values), leaves_of<J>);
  }
  template <std::uint32_t I, class Vector>
  NABLA_ALWAYS_INLINE static void begin_vector([[maybe_unused]] Vector* values, [[maybe_unused]] Vector* before, [[maybe_unused]] T* running, T const& initial) {
    if constexpr (carrying_of(I) == shifted_carry && !is_earlier(carried_step(I))) before[I] = Vector(initial);
    if constexpr (carrying_of(I) == ordered_carry) running[I] = initial;
    if constexpr (carrying_of(I) == unordered_carry) values[first_carry + I] = Vector(T(0));
  }
  template <std::uint32_t I, class Vector>
  NABLA_ALWAYS_INLINE static void end_vector([[maybe_unused]] Vector (*values)[body.values()], [[maybe_unused]] Vector const* before, [[maybe_unused]] T const* running, T* scalars) {
    T& carry = scalars[first_carry + I];
    if constexpr (carrying_of(I) == shifted_carry && is_earlier(carried_step(I))) {
      carry = scalars[carried_step(I)];
    } else if constexpr (carrying_of(I) == shifted_carry) {
      carry = before[I].last();
    }
    if constexpr (carrying_of(I) == ordered_carry) carry = running[I];
    if constexpr (carrying_of(I) == unordered_carry) {
      Vector total = values[0][first_carry + I];
      for (std::uint32_t s = 1; s < strands; ++s) total.values += values[s][first_carry + I].values;
      carry += total.sum();
    }
  }
  template <class Vector, class Record, std::uint32_t... Export>
  NABLA_ALWAYS_INLINE void run_vector(Vector* values, Vector* before, T* running, Record const& record, std::size_t k,
                                      std::integer_sequence<std::uint32_t, Export...> exports) const {
    constexpr std::make_integer_sequence<std::uint32_t, body.imports> imports;
    [[maybe_unused]] Vector earlier[has_earlier ? body.steps + body.imports : 1];
    import_vectors<false>(values, record, k, imports);
    import_all_earlier(earlier, record, k, imports);
    compute_vectors(values, earlier, before, running, std::make_integer_sequence<std::uint32_t, body.steps>{});
    export_vectors(values, record, k, exports);
  }
  /// As many iterations as fill vectors.
  ///
  /// @param k  the iteration that is next: not the first, where something is computed for the iterations before
  /// @return   the one that is next then
  template <class Record, std::uint32_t... Carry, std::uint32_t... Step, std::uint32_t... Export>
  NABLA_ALWAYS_INLINE std::size_t run_vectors([[maybe_unused]] T* scalars, [[maybe_unused]] Record const& record, std::size_t k, std::size_t count,
                                                std::integer_sequence<std::uint32_t, Carry...>, std::integer_sequence<std::uint32_t, Step...>,
                                                std::integer_sequence<std::uint32_t, Export...> exports) const {
    using vector = iteration_lanes<T>;
    constexpr std::uint32_t width = vector::count;
    constexpr std::make_integer_sequence<std::uint32_t, body.imports> imports;
    if (k + width > count) return k;
    vector values[strands][body.values()];
    [[maybe_unused]] vector before[body.carries + 1];
    [[maybe_unused]] T running[body.carries + 1];
    for (std::uint32_t s = 0; s < strands; ++s) {
      [[maybe_unused]] bool const in_order[] = {true, (begin_vector<Carry>(values[s], before, running, scalars[first_carry + Carry]), true)...};
      import_vectors<true>(values[s], record, 0, imports);
    }
    for (; k + strands * width <= count; k += strands * width) {
      for (std::uint32_t s = 0; s < strands; ++s) run_vector(values[s], before, running, record, k + s * width, exports);
    }
    if constexpr (strands > 1) {
      for (; k + width <= count; k += width) run_vector(values[0], before, running, record, k, exports);
    }
    if constexpr (has_earlier) {
      import_all<false>(scalars, record, k - 1, imports);
      [[maybe_unused]] bool const in_order[] = {true, (compute_earlier<plan.data[body.order + Step]>(scalars), true)...};
    }
    [[maybe_unused]] bool const in_order[] = {true, (end_vector<Carry>(values, before, running, scalars), true)...};
    return k;
  }

  template <class Record>
  NABLA_ALWAYS_INLINE constexpr void run(Record const& record) const {
    constexpr std::make_integer_sequence<std::uint32_t, body.imports> imports;
    constexpr std::make_integer_sequence<std::uint32_t, body.steps> steps;
    constexpr std::make_integer_sequence<std::uint32_t, body.carries> carries;
    constexpr std::make_integer_sequence<std::uint32_t, body.exports> exports;
    T values[body.values()];
    if constexpr (!body.is_loop) {
      import_all<true>(values, record, 0, imports);
      compute_all(values, steps);
      export_all<false>(values, record, 0, exports);
    } else {
      std::size_t const count = record[0];
      begin_carries(values, record, carries);
      std::size_t k = 0;
      import_all<true>(values, record, 0, imports);
      if constexpr (has_vectors && has_earlier) run_iteration(values, record, k++);
      if constexpr (has_vectors) {
        // The last iteration is left, so that the last values are there.
        if (!std::is_constant_evaluated()) k = run_vectors(values, record, k, count - 1, carries, steps, exports);
      }
      if constexpr (has_pairs) {
        if (!std::is_constant_evaluated()) {
          run_pairs(values, record, count, carries);
          return export_all<true>(values, record, count - 1, exports);
        }
      }
      do {
        run_iteration(values, record, k);
      } while (++k < count);
      export_all<true>(values, record, count - 1, exports);
    }
  }
};

/// Runs what stands in the control from one place on, and says where the records of what follows begin.
template <class Recipe, class T, class Inputs, class Outputs>
struct loop_runner {
  static constexpr auto const& plan = looped<Recipe>::value;

  Inputs inputs;
  T* memory;
  Outputs outputs;

  static constexpr std::uint32_t control(std::uint32_t at) { return plan.data[plan.control + at]; }
  static constexpr std::uint32_t size_at(std::uint32_t at) { return control(at) == no_node ? control(at + 2) : 1; }
  static constexpr std::uint32_t items_between(std::uint32_t first, std::uint32_t last) {
    std::uint32_t count = 0;
    for (; first < last; first += size_at(first)) ++count;
    return count;
  }
  static constexpr std::uint32_t item(std::uint32_t first, std::uint32_t number) {
    for (; number > 0; --number) first += size_at(first);
    return first;
  }
  static constexpr std::uint32_t records_between(std::uint32_t first, std::uint32_t last) {
    std::uint32_t size = 0;
    for (; first < last; first += size_at(first)) {
      size += control(first) == no_node ? control(first + 1) * records_between(first + 3, first + size_at(first)) : plan.bodies[control(first)].record_size();
    }
    return size;
  }

  // What runs once knows its records.
  template <std::uint32_t At, std::uint32_t Records>
  NABLA_ALWAYS_INLINE constexpr void run_once() const {
    if constexpr (control(At) == no_node) {
      std::uint32_t const* record = plan.data + plan.records + Records;
      repeat<At>(record);
    } else {
      body_code<Recipe, control(At), T, Inputs, Outputs>{inputs, memory, outputs}.run(known_record<Recipe, Records>{});
    }
  }
  template <std::uint32_t First, std::uint32_t Records, std::uint32_t... I>
  NABLA_ALWAYS_INLINE constexpr void run_items_once(std::integer_sequence<std::uint32_t, I...>) const {
    [[maybe_unused]] bool const in_order[] = {true, (run_once<item(First, I), Records + records_between(First, item(First, I))>(), true)...};
  }

  template <std::uint32_t At>
  NABLA_ALWAYS_INLINE constexpr void run_at(std::uint32_t const*& record) const {
    if constexpr (control(At) == no_node) {
      repeat<At>(record);
    } else {
      body_code<Recipe, control(At), T, Inputs, Outputs>{inputs, memory, outputs}.run(reached_record<Recipe, control(At)>(record));
      record += plan.bodies[control(At)].record_size();
    }
  }
  template <std::uint32_t First, std::uint32_t... I>
  NABLA_ALWAYS_INLINE constexpr void run_items(std::uint32_t const*& record, std::integer_sequence<std::uint32_t, I...>) const {
    [[maybe_unused]] bool const in_order[] = {true, (run_at<item(First, I)>(record), true)...};
  }
  template <std::uint32_t At>
  NABLA_ALWAYS_INLINE constexpr void repeat(std::uint32_t const*& record) const {
    for (std::uint32_t k = 0; k < control(At + 1); ++k) {
      run_items<At + 3>(record, std::make_integer_sequence<std::uint32_t, items_between(At + 3, At + control(At + 2))>{});
    }
  }

  /// Outputs that no body writes: a group of them.
  template <std::uint32_t I>
  NABLA_ALWAYS_INLINE constexpr void write_late() const {
    constexpr std::uint32_t storage = plan.data[plan.late + 4 * I], number = plan.data[plan.late + 4 * I + 1];
    constexpr std::uint32_t count = plan.data[plan.late + 4 * I + 2], list = plan.data[plan.late + 4 * I + 3];
    if constexpr (storage == in_outputs) {
      T const value = code_of<typename looped<Recipe>::recipe, number>::type::template run<T>(inputs, static_cast<T const*>(memory));
      for (std::uint32_t k = 0; k < count; ++k) outputs.at(plan.data[list + 2 * k]) = math::with_value(value);
    } else {
      for (std::uint32_t k = 0; k < count; ++k) {
        std::uint32_t const from = plan.data[list + 2 * k + 1];
        if constexpr (storage == in_memory) {
          outputs.at(plan.data[list + 2 * k]) = math::with_value(memory[from]);
        } else {
          outputs.at(plan.data[list + 2 * k]) = inputs[from];
        }
      }
    }
  }
  template <std::uint32_t... I>
  NABLA_ALWAYS_INLINE constexpr void write_late(std::integer_sequence<std::uint32_t, I...>) const {
    [[maybe_unused]] bool const in_order[] = {true, (write_late<I>(), true)...};
  }

  NABLA_ALWAYS_INLINE constexpr void run() const {
    run_items_once<0, 0>(std::make_integer_sequence<std::uint32_t, items_between(0, plan.control_size)>{});
    write_late(std::make_integer_sequence<std::uint32_t, plan.late_groups>{});
  }
};

/// Runs a program as loops; its scalar needs a default constructor.
template <class Recipe, class T, class Inputs, class Outputs>
NABLA_ALWAYS_INLINE constexpr void run_in_loops(Inputs inputs, Outputs outputs) {
  T memory[looped<Recipe>::value.places + 1];
  loop_runner<Recipe, T, Inputs, Outputs>{inputs, memory, outputs}.run();
}

}  // namespace nabla::detail
