#pragma once

#include <nabla/graph/leaf_code.hpp>
#include <nabla/graph/pairs.hpp>

namespace nabla::detail {

// The graph of a function that was traced from a loop is the same few steps again and again, at shifted operands. Here they are
// recognised, and what was one long list becomes bodies that run in loops: code that does not grow with the number of
// iterations, fits the instruction cache, and can use the vector units.
//
// How it goes. Every operation of the program is a step; its shape is what it does, its leaves are what it does it with. Two
// stretches of p steps are iterations of one loop where their steps have the same shapes, and where each leaf is, in both, the
// value of a step at the same distance (of this iteration, or of the one before: then it is carried), or any input or
// value from further back (then it is imported from memory). The order of the steps is that of the program: a loop computes in
// the order in which the steps were written, so that recurrences and sums are what they were, bit for bit. Steps of one
// body keep their values in registers; what others need is exported to memory, the values of one step over the iterations one
// behind the other, in the order in which they are first asked for.
// Where a value is imported from, or exported to, is affine in the iteration as a rule, and a list otherwise. All of it
// is data, of which each execution of a body has a record, so that loops whose bodies are equal share their code, and a sequence
// of them that repeats is a loop of loops: of two dimensions, of triangles, of layers.

/// A loop has so many iterations at least, and makes so many steps unnecessary; what is less stays straight-line code.
inline constexpr std::uint32_t least_iterations = 4;
inline constexpr std::uint32_t least_steps_saved = 48;
/// The longest body that is looked for.
inline constexpr std::uint32_t longest_period = 512;
/// Straight-line steps between loops are bodies of one iteration, of so many steps at most.
inline constexpr std::uint32_t longest_straight_body = 32;
/// Steps whose shapes, one after the other, are looked for again.
inline constexpr std::uint32_t length_of_search = 6;

/// How a place depends on the iteration.
enum access : std::uint32_t { fixed_access, forward_access, backward_access, strided_access, listed_access, last_access };
enum storage : std::uint32_t { in_inputs, in_memory, in_outputs };

/// How a value goes from one iteration to the next. A step that continues itself, as the sum of a loop, takes one iteration after the
/// other; in any order where it is a `sum`.
enum carrying : std::uint32_t { shifted_carry, ordered_carry, unordered_carry };

/// What is known of a body; the lists stand in the plan's data.
struct loop_body {
  std::uint32_t steps = 0, imports = 0, carries = 0, exports = 0;
  std::uint32_t is_loop = 0;
  std::uint32_t is_vectorisable = 0;   // computed for several iterations at once
  std::uint32_t instructions = 0;      // of each step
  std::uint32_t first_leaves = 0;      // of each step
  std::uint32_t leaves = 0;            // places among the body's values: its steps, its imports, its carried values
  std::uint32_t import_list = 0;       // two numbers each: storage, access
  std::uint32_t carry_list = 0;        // three: the step that is carried, where the initial value is stored, carrying
  std::uint32_t export_list = 0;       // three: step, storage, access
  std::uint32_t order = 0;             // the steps as vectors are computed: a value before the carried one that it becomes
  std::uint32_t earlier = 0;           // of each step, whether vectors compute it for the iterations before
  std::uint32_t has_pairs = 0;         // of steps that are computed side by side
  std::uint32_t partners = 0;          // of each value, the one beside it
  std::uint32_t layout = 0;            // of the numbers of a record: see find_layouts
  std::uint32_t references = 0;        // numbers of a record that others are told by, each by its place in it
  std::uint32_t reference_list = 0;
  std::uint64_t hash = 0;

  constexpr std::uint32_t values() const { return steps + imports + carries; }
  // A record: the iterations, two numbers (first place, stride) for an import, one for an initial value, two for an export.
  constexpr std::uint32_t record_of_import(std::uint32_t i) const { return 1 + 2 * i; }
  constexpr std::uint32_t record_of_carry(std::uint32_t i) const { return 1 + 2 * imports + i; }
  constexpr std::uint32_t record_of_export(std::uint32_t i) const { return 1 + 2 * imports + carries + 2 * i; }
  constexpr std::uint32_t record_size() const { return record_of_export(exports); }

  friend constexpr bool operator==(loop_body const&, loop_body const&) = default;
};

/// A program as loops. `control` is what runs in which order: a body's number, or a loop over what follows: no_node, how often, and
/// how many numbers it takes.
struct loop_layout {
  bool is_regular = false;
  std::uint32_t body_count = 0, data_size = 0;
  std::uint32_t places = 0;                      // of memory
  std::uint32_t loops = 0;                       // executed, those of loops once
  std::uint32_t control = 0, control_size = 0;
  std::uint32_t records = 0;
  std::uint32_t late = 0, late_groups = 0;       // what no body writes

  friend constexpr bool operator==(loop_layout const&, loop_layout const&) = default;
};
template <std::size_t Bodies, std::size_t Data>
struct loop_plan : loop_layout {
  static constexpr std::size_t most_bodies = Bodies, most_data = Data;

  loop_body bodies[Bodies + 1]{};
  std::uint32_t data[Data + 1]{};

  /// Whether another has the same bodies, whatever the numbers in their records are.
  template <std::size_t OtherBodies, std::size_t OtherData>
  constexpr bool is_like(loop_plan<OtherBodies, OtherData> const& other) const {
    loop_layout same = other;
    same.places = places;
    same.data_size = data_size;
    same.records = records;
    same.late = late;
    same.loops = loops;
    if (!is_regular || !(static_cast<loop_layout const&>(*this) == same)) return false;
    for (std::size_t i = 0; i < body_count; ++i) {
      if (!(bodies[i] == other.bodies[i])) return false;
    }
    return true;
  }
};

/// What a step of a loop is given: values of other steps, and variables. Numbers and conditions are part of the step.
struct leaves_of_loops {
  static constexpr bool is_leaf(instruction const& operand) {
    return operand.operation == variable_kind || (operand.count > 0 && !operand.is_condition);
  }
};

/// Operations that are computed for several iterations at once.
constexpr bool is_lanewise(std::uint64_t operation) {
  switch (operation) {
    case kind_of_operation<plus>:
    case kind_of_operation<minus>:
    case kind_of_operation<times>:
    case kind_of_operation<divides>:
    case kind_of_operation<negate>:
    case kind_of_operation<sum_op>:
    case kind_of_operation<sqrt_op>: return true;
    default: return false;
  }
}

/// A program of so many instructions is looked at here and there first: whether one of a few comes again soon, with so many behind it.
inline constexpr std::uint32_t least_size_of_samples = 1024;
inline constexpr std::uint32_t samples = 12;
inline constexpr std::uint32_t length_of_sample = 16;

/// Whether some instructions of a long program follow each other again soon. Where nothing repeats, looking for loops would take longer than making the
/// program did.
template <class Program>
constexpr bool repeats_somewhere(Program const& program) {
  auto const size = static_cast<std::uint32_t>(program.size.instructions);
  if (size < least_size_of_samples) return true;
  instruction const* const instructions = program.instructions;
  auto const is_number = [&](std::uint32_t at) { return instructions[at].count == 0 && instructions[at].operation != variable_kind; };
  auto const are_alike = [&](std::uint32_t at, std::uint32_t later) {
    for (std::uint32_t i = 0; i < length_of_sample; ++i) {
      instruction const& here = instructions[at + i];
      instruction const& there = instructions[later + i];
      if (here.operation != there.operation || here.count != there.count) return false;
      for (std::uint32_t k = 0; k < here.count; ++k) {
        std::uint32_t const a = program.operands[here.first + k], b = program.operands[there.first + k];
        if (a != b && (is_number(a) || is_number(b))) return false;
      }
    }
    return true;
  };
  std::uint32_t leaves = 0;  // stand first, where there are many
  while (leaves < size && instructions[leaves].count == 0) ++leaves;
  std::uint32_t const last = size - length_of_sample;
  for (std::uint32_t sample = 1; sample <= samples; ++sample) {
    std::uint32_t const at = leaves + (size - leaves) / (samples + 1) * sample, end = at + longest_period < last ? at + longest_period : last;
    std::uint64_t const operation = instructions[at].operation, next = instructions[at + 1].operation;
    for (std::uint32_t later = at + 1; later <= end; ++later) {
      if (instructions[later].operation == operation && instructions[later + 1].operation == next && are_alike(at, later)) return true;
    }
  }
  return false;
}

/// Recognises the loops of a program.
template <class Program>
class loop_planner {
 public:
  static constexpr std::uint32_t input_bit = std::uint32_t{1} << 31;

  constexpr explicit loop_planner(Program const& program) : program_(program) {
    for (std::uint32_t at = 0; at < program.size.instructions && !has_conditions_; ++at) has_conditions_ = program.instructions[at].is_condition;
    if (has_conditions_) return;
    read_steps();
    find_loops();
  }

  /// Whether loops make half of the steps unnecessary at least. Choices are left to straight-line code, which computes what is chosen
  /// alone.
  constexpr bool is_regular() const { return !has_conditions_ && 2 * saved_ >= steps_.size(); }

  template <class Plan>
  constexpr void write(Plan& plan) {
    mark_outputs();
    find_places();
    for (block& b : blocks_) describe(b);
    write_plan(plan);
  }

 private:
  /// A run of steps: `count` times `period`.
  struct block {
    std::uint32_t first = 0, period = 0, count = 0;
    std::uint32_t body = 0;
  };
  /// Where a leaf of a body comes from.
  struct origin {
    std::uint32_t kind = 0;  // of: own, carried, imported
    std::uint32_t value = 0;
  };
  enum : std::uint32_t { own, carried, imported };

  // ---- steps

  /// The steps, their leaves, and their shapes. In one loop over plain arrays: each call is a cost of the compilation here.
  constexpr void read_steps() {
    std::size_t const size = program_.size.instructions;
    growable<std::uint64_t> numbers(program_.size.constants + 1, 0);
    for (std::size_t i = 0; i < program_.size.constants; ++i) {
      rational const& number = program_.constants[i];
      numbers[i] = hash_join(static_cast<std::uint64_t>(number.numerator), static_cast<std::uint64_t>(number.denominator));
    }
    step_of_.resize(size, no_node);
    steps_.resize(size, 0);
    first_leaf_.resize(size + 1, 0);
    shapes_.resize(size, 0);
    leaves_.resize(program_.size.operands, 0);
    instruction const* const instructions = program_.instructions;
    std::uint32_t const* const operands = program_.operands;
    std::uint64_t const* const number = numbers.data();
    std::uint32_t* const step_of = step_of_.data();
    std::uint32_t* const steps = steps_.data();
    std::uint32_t* const first_leaf = first_leaf_.data();
    std::uint32_t* const leaves = leaves_.data();
    std::uint64_t* const shapes = shapes_.data();
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
    std::uint32_t step_count = 0, leaf_count = 0;
    for (std::uint32_t at = 0; at < size; ++at) {
      instruction const& step = instructions[at];
      if (step.count == 0) continue;
      std::uint64_t shape = step.operation + step.count;
      first_leaf[step_count] = leaf_count;
      for (std::uint32_t k = step.first, end = k + step.count; k < end; ++k) {
        std::uint32_t const leaf = operands[k];
        instruction const& operand = instructions[leaf];
        std::uint64_t part = 5;
        if (operand.count > 0) {
          leaves[leaf_count++] = step_of[leaf];
        } else if (operand.operation == variable_kind) {
          leaves[leaf_count++] = input_bit + operand.first;
        } else {
          part = operand.operation == constant_kind || operand.operation == number_leaf.id ? number[operand.first] : operand.operation;
        }
        shape = (shape ^ shape >> 32) * factor + part;
      }
      shapes[step_count] = shape;
      steps[step_count] = at;
      step_of[at] = step_count++;
    }
    first_leaf[step_count] = leaf_count;
    steps_.shrink(step_count);
    shapes_.shrink(step_count);
    leaves_.shrink(leaf_count);
    first_leaf_.shrink(step_count + 1);
  }

  // ---- loops

  constexpr void find_loops() {
    auto const size = static_cast<std::uint32_t>(steps_.size());
    growable<std::uint32_t> const next_places = next_alike();
    std::uint32_t const* const next = next_places.data();
    std::uint32_t unrolled = no_node, end_of_unrolled = 0;  // a period that is made of loops, and where it ends to be one
    for (std::uint32_t t = 0; t < size;) {
      if (next[t] - t > longest_period) {  // none, too
        ++t;
        continue;
      }
      block found = find_loop(next, t, t < end_of_unrolled ? unrolled : longest_period + 1);
      if (found.count > 0 && found.period > least_steps_saved) {
        if (block const inner = loop_within(next, t, found); inner.count > 0) {
          unrolled = found.period;
          end_of_unrolled = found.first + found.count * found.period;
          found = inner;
        }
      }
      if (found.count == 0) {
        ++t;
        continue;
      }
      add_straight(found.first);
      blocks_.push(found);
      saved_ += (found.count - 1) * found.period;
      t = done_ = found.first + found.count * found.period;
    }
    add_straight(size);
  }

  /// A loop that begins at a step, of a shorter period than the bound.
  constexpr block find_loop(std::uint32_t const* next, std::uint32_t t, std::uint32_t bound) {
    std::uint32_t later = t;
    for (int tries = 0; tries < 4; ++tries) {
      later = next[later];
      if (later == no_node || later - t >= bound) break;
      if (block const found = loop_from(t, later - t); found.count > 0) return found;
    }
    return {};
  }

  /// The first of the loops that an iteration of a loop is made of, if they make half of it: they are taken, and run in a loop, where their iterations
  /// written out are a long body.
  constexpr block loop_within(std::uint32_t const* next, std::uint32_t t, block const& outer) {
    block first;
    std::uint32_t const end = t + outer.period, bound = outer.period / least_iterations + 1;
    std::uint32_t saved = 0;
    for (std::uint32_t u = t; u < end;) {
      block const inner = find_loop(next, u, bound);
      if (inner.count == 0) {
        ++u;
        continue;
      }
      if (first.count == 0) first = inner;
      u = inner.first + inner.count * inner.period;
      saved += (inner.count - 1) * inner.period;
    }
    return 2 * saved >= outer.period ? first : block{};
  }

  /// The next place, for each step, where steps of the same shapes follow each other.
  constexpr growable<std::uint32_t> next_alike() const {
    std::size_t const size = steps_.size();
    growable<std::uint32_t> next(size, no_node);
    std::size_t buckets = 64;
    while (buckets < size) buckets *= 2;
    growable<std::uint32_t> last(buckets, no_node);
    growable<std::uint64_t> sums(size + length_of_search + 1, 0);
    std::uint64_t const* const shape = shapes_.data();
    std::uint64_t* const sum = sums.data();
    // Of polynomials in a number, the one of a few terms is the difference of two of many.
    constexpr std::uint64_t base = 0x9E3779B97F4A7C15u;
    std::uint64_t power = 1;
    for (std::uint32_t i = 0; i < length_of_search; ++i) power *= base;
    for (std::size_t t = size; t-- > 0;) {
      sum[t] = sum[t + 1] * base + shape[t];
      std::uint64_t const here = t + length_of_search <= size ? sum[t] - sum[t + length_of_search] * power : sum[t];
      std::uint32_t& head = last.data()[(here ^ here >> 32) & (buckets - 1)];
      next.data()[t] = head;
      head = static_cast<std::uint32_t>(t);
    }
    return next;
  }

  constexpr bool is_input(std::uint32_t source) const { return source >= input_bit; }

  /// Whether step s + p does in a loop that begins at t what step s does an iteration before.
  constexpr bool is_repeated(std::uint32_t s, std::uint32_t p, std::uint32_t t) const {
    std::uint32_t const q = s + p;
    if (shapes_.data()[s] != shapes_.data()[q]) return false;
    std::uint32_t const* const here = leaves_.data() + first_leaf_.data()[s];
    std::uint32_t const* const there = leaves_.data() + first_leaf_.data()[q];
    std::uint32_t const count = first_leaf_.data()[q + 1] - first_leaf_.data()[q];
    for (std::uint32_t i = 0; i < count; ++i) {
      std::uint32_t const a = here[i], b = there[i];
      if (b >= input_bit) {
        if (a < input_bit) return false;
        continue;
      }
      if (b - a == p) continue;
      std::uint32_t const distance = q - b;
      if (b >= t && s < t + distance) {  // carried out of the first iteration, in which something else stands for it
        if (is_input(a) ? distance <= p : a < t) continue;
        return false;
      }
      if (is_input(a) || distance < 2 * p || s - a < 2 * p) return false;
    }
    return true;
  }

  constexpr block loop_from(std::uint32_t t, std::uint32_t p) {
    // Where steps come again for a while and no more, those behind the first of them ask the same: the step that ends it for all of them is remembered.
    std::uint32_t& end = ends_.data()[p];
    if (end - t < (least_iterations - 1) * p) return {};
    std::uint32_t length = repeated_from(t, p);
    if (!is_worthwhile(1 + length / p, p)) {
      if (t + length + p >= steps_.size() || shapes_[t + length] != shapes_[t + length + p]) end = t + length;
      return {};
    }
    // Few places are tried, so that one before may have been passed over.
    while (t > done_ && is_repeated(t - 1, p, t - 1)) {
      std::uint32_t const longer = repeated_from(t - 1, p);
      if (longer <= length) break;
      length = longer;
      --t;
    }
    std::uint32_t const shift = quietest_boundary(t, p, length);
    return {t + shift, p, 1 + (length - shift) / p};
  }
  /// How many steps from one on are repeated a period later.
  constexpr std::uint32_t repeated_from(std::uint32_t t, std::uint32_t p) const {
    auto const size = static_cast<std::uint32_t>(steps_.size());
    std::uint32_t length = 0;
    while (t + length + p < size && is_repeated(t + length, p, t)) ++length;
    return length;
  }
  constexpr bool is_worthwhile(std::uint32_t count, std::uint32_t p) const {
    return count >= least_iterations && (program_.stands_for_many || (count - 1) * p >= least_steps_saved);
  }

  /// Where in a period the iterations begin so that the fewest values are carried from one to the next.
  constexpr std::uint32_t quietest_boundary(std::uint32_t t, std::uint32_t p, std::uint32_t length) const {
    growable<std::int32_t> change(p + 1, 0);
    growable<std::uint32_t> reach(p, 0);  // by offset: how far behind it the last user of its value is
    for (std::uint32_t s = t + p; s < t + 2 * p; ++s) {
      for (std::uint32_t i = first_leaf_[s]; i < first_leaf_[s + 1]; ++i) {
        if (is_input(leaves_[i]) || s - leaves_[i] >= p) continue;
        std::uint32_t& known = reach[(leaves_[i] + p - t) % p];
        if (s - leaves_[i] > known) known = s - leaves_[i];
      }
    }
    for (std::uint32_t from = 0; from < p; ++from) {
      if (reach[from] == 0) continue;
      // A boundary behind the source and before its last user is crossed.
      std::uint32_t const c = (from + reach[from]) % p;
      ++change[from + 1];
      --change[c + 1];
      if (c <= from) ++change[0];
    }
    std::uint32_t best = 0;
    std::int32_t crossing = 0, least = 0;
    for (std::uint32_t r = 0; r < p; ++r) {
      crossing += change[r];
      if (r > length || !is_worthwhile(1 + (length - r) / p, p)) break;
      if (r == 0 || crossing < least) {
        least = crossing;
        best = r;
      }
    }
    return best;
  }

  constexpr void add_straight(std::uint32_t end) {
    for (; done_ < end; done_ += longest_straight_body) {
      blocks_.push({done_, end - done_ < longest_straight_body ? end - done_ : longest_straight_body, 1});
    }
    done_ = end;
  }

  // ---- values that leave their bodies

  /// What a leaf of step `offset` of a body is, in the iterations that have one before them.
  constexpr origin origin_of(block const& b, std::uint32_t offset, std::uint32_t leaf) const {
    std::uint32_t const s = b.first + offset + (b.count > 1 ? b.period : 0);
    std::uint32_t const source = leaves_[first_leaf_[s] + leaf];
    if (is_input(source)) return {imported, source};
    std::uint32_t const distance = s - source;
    if (distance <= offset) return {own, offset - distance};
    if (b.count > 1 && distance <= offset + b.period) return {carried, offset + b.period - distance};
    return {imported, source};
  }
  constexpr std::uint32_t source_at(block const& b, std::uint32_t offset, std::uint32_t leaf, std::uint32_t k) const {
    return leaves_.data()[first_leaf_.data()[b.first + k * b.period + offset] + leaf];
  }
  constexpr std::uint32_t leaf_count(block const& b, std::uint32_t offset) const {
    return first_leaf_[b.first + offset + 1] - first_leaf_[b.first + offset];
  }

  /// An output that is a value of its own is written by its body, where all iterations write one.
  constexpr void mark_outputs() {
    std::size_t const size = steps_.size();
    output_of_.resize(size, no_node);
    place_.resize(size, no_node);
    is_needed_.resize(size, 0);
    for (std::uint32_t o = 0; o < program_.size.outputs; ++o) {
      std::uint32_t const step = step_of_[program_.outputs[o]];
      if (step != no_node && output_of_[step] == no_node) output_of_[step] = o;
    }
    for (block const& b : blocks_) {
      for (std::uint32_t j = 0; j < b.period; ++j) {
        bool all = true;
        for (std::uint32_t k = 0; k < b.count; ++k) all = all && output_of_.data()[b.first + k * b.period + j] != no_node;
        for (std::uint32_t k = 0; k < b.count && !all; ++k) output_of_.data()[b.first + k * b.period + j] = no_node;
      }
    }
    for (std::uint32_t o = 0; o < program_.size.outputs; ++o) {
      std::uint32_t const step = step_of_[program_.outputs[o]];
      if (step != no_node && output_of_[step] != o) is_needed_[step] = 1;
      if (step == no_node || output_of_[step] != o) late_.push(o);
    }
  }

  /// Places of memory for all values that leave their bodies. Those that are imported one after the other stand one after the other.
  constexpr void find_places() {
    for (block const& b : blocks_) {
      for (std::uint32_t j = 0; j < b.period; ++j) {
        std::uint32_t const count = leaf_count(b, j);
        for (std::uint32_t i = 0; i < count; ++i) {
          origin const from = origin_of(b, j, i);
          if (from.kind == imported && !is_input(from.value)) {
            place_list(b, j, i);
          } else if (from.kind == carried && !is_input(source_at(b, j, i, 0))) {
            is_needed_[source_at(b, j, i, 0)] = 1;
          }
        }
      }
    }
    for (std::uint32_t s = 0; s < steps_.size(); ++s) {
      if (is_needed_.data()[s] && place_.data()[s] == no_node) place_.data()[s] = places_++;
    }
  }
  constexpr void place_list(block const& b, std::uint32_t j, std::uint32_t i) {
    std::uint32_t const first = source_at(b, j, i, 0), last = source_at(b, j, i, b.count - 1);
    bool is_free = first != last;
    for (std::uint32_t k = 0; k < b.count; ++k) {
      std::uint32_t const source = source_at(b, j, i, k);
      is_needed_.data()[source] = 1;
      is_free = is_free && place_.data()[source] == no_node;
    }
    if (!is_free) return;
    std::uint32_t const low = first < last ? first : last, high = first < last ? last : first;
    block const& lowest = block_with(low);
    block const& highest = block_with(high);
    // The values of one step of a loop stand together, whoever asks for which of them first: so it stores all of them one behind the other.
    bool const is_within = lowest.first == highest.first && (high - low) % lowest.period == 0;
    for (std::uint32_t s = lowest.first + (low - lowest.first) % lowest.period; s < (is_within ? high : low); s += lowest.period) place_if_new(s);
    for (std::uint32_t k = 0; k < b.count; ++k) place_if_new(source_at(b, j, i, first < last ? k : b.count - 1 - k));
    for (std::uint32_t s = high + highest.period; s < highest.first + highest.period * highest.count; s += highest.period) place_if_new(s);
    // The last values of a loop may be asked for before it goes back.
    std::uint32_t const end = first < last ? last : first, step = b.count > 1 ? end - source_at(b, j, i, first < last ? b.count - 2 : 1) : 0;
    for (std::uint32_t s = end + step; step > 0 && s < place_.size() && shapes_[s] == shapes_[end] && is_needed_[s] && place_[s] == no_node; s += step) place_[s] = places_++;
  }

  constexpr void place_if_new(std::uint32_t step) {
    std::uint32_t& place = place_.data()[step];
    if (place == no_node) place = places_++;
  }
  constexpr block const& block_with(std::uint32_t step) const {
    std::size_t low = 0, high = blocks_.size();
    while (high - low > 1) {
      std::size_t const middle = low + (high - low) / 2;
      (blocks_[middle].first <= step ? low : high) = middle;
    }
    return blocks_[low];
  }

  // ---- bodies and records

  struct line {
    std::uint32_t how = fixed_access, first = 0, stride = 0;
  };
  /// How a list of places depends on the iteration.
  template <class At>
  constexpr line line_of(std::uint32_t count, At at) {
    std::uint32_t const first = at(0);
    if (count == 1) return {fixed_access, first, 0};
    std::uint32_t const stride = at(1) - first;
    bool is_affine = true;
    for (std::uint32_t k = 2; k < count && is_affine; ++k) is_affine = at(k) == first + k * stride;
    if (!is_affine) {
      auto const list = static_cast<std::uint32_t>(lists_.size());
      for (std::uint32_t k = 0; k < count; ++k) lists_.push(at(k));
      return {listed_access, list, 0};
    }
    return {stride == 0   ? fixed_access
            : stride == 1 ? forward_access
            : stride == no_node ? backward_access
                                : strided_access,
            first, stride};
  }

  /// The same import has one place among the values of a body.
  struct imported_value {
    std::uint32_t kind;
    line at;
  };
  constexpr std::uint32_t place_in(std::uint32_t source) const { return is_input(source) ? source - input_bit : place_[source]; }

  constexpr std::uint32_t find_import(block const& b, growable<imported_value>& imports, std::uint32_t j, std::uint32_t i) {
    std::uint32_t const kind = is_input(source_at(b, j, i, 0)) ? in_inputs : in_memory;
    std::size_t const lists = lists_.size();
    line const at = line_of(b.count, [&](std::uint32_t k) { return place_in(source_at(b, j, i, k)); });
    for (std::uint32_t n = 0; n < imports.size(); ++n) {
      imported_value const& known = imports[n];
      if (known.kind != kind || known.at.how != at.how) continue;
      bool equal = true;
      if (at.how == listed_access) {
        for (std::uint32_t k = 0; k < b.count && equal; ++k) equal = lists_[known.at.first + k] == lists_[at.first + k];
        if (equal) lists_.shrink(lists);
      } else {
        equal = known.at.first == at.first && known.at.stride == at.stride;
      }
      if (equal) return n;
    }
    imports.push({kind, at});
    return static_cast<std::uint32_t>(imports.size() - 1);
  }

  struct carry {
    std::uint32_t step, initial_kind, initial_place, how;
  };

  constexpr void describe(block& b) {
    growable<imported_value> imports;
    growable<carry> carries;
    growable<std::uint32_t> leaves, firsts, kinds;
    loop_body body;
    body.steps = b.period;
    body.is_loop = b.count > 1;
    bool is_vectorisable = b.count > 1;
    std::uint64_t hash = hash_join(b.period, body.is_loop);
    for (std::uint32_t j = 0; j < b.period; ++j) {
      firsts.push(static_cast<std::uint32_t>(leaves.size()));
      hash = hash_join(hash, shapes_[b.first + j]);
      instruction const& step = program_.instructions[steps_[b.first + j]];
      is_vectorisable = is_vectorisable && is_lanewise(step.operation) && step.alternatives == 0;
      std::uint32_t const count = leaf_count(b, j);
      for (std::uint32_t i = 0; i < count; ++i) {
        origin const from = origin_of(b, j, i);
        kinds.push(from.kind);
        if (from.kind == own) {
          leaves.push(from.value);
        } else if (from.kind == imported) {
          for (std::uint32_t k = 0; k < b.count && is_vectorisable && !is_input(from.value); ++k) is_vectorisable = source_at(b, j, i, k) < b.first;
          leaves.push(find_import(b, imports, j, i));
        } else {
          std::uint32_t const initial = source_at(b, j, i, 0);
          std::uint32_t const kind = is_input(initial) ? in_inputs : in_memory, place = place_in(initial);
          std::uint32_t n = 0;
          while (n < carries.size() && !(carries[n].step == from.value && carries[n].initial_kind == kind && carries[n].initial_place == place)) ++n;
          if (n == carries.size()) {
            bool const is_own = from.value == j;
            carries.push({from.value, kind, place,
                          !is_own                                          ? shifted_carry
                          : step.operation == kind_of_operation<sum_op> ? unordered_carry
                                                                           : ordered_carry});
          } else if (from.value != j) {
            // A running value that others read too: of each iteration.
            if (carries[n].how != shifted_carry) carries[n].how = ordered_carry;
          }
          leaves.push(n);
        }
      }
    }
    for (std::uint32_t n = 0; n < leaves.size(); ++n) {
      if (kinds[n] == imported) leaves[n] += b.period;
      if (kinds[n] == carried) leaves[n] += b.period + static_cast<std::uint32_t>(imports.size());
    }
    firsts.push(static_cast<std::uint32_t>(leaves.size()));
    body.imports = static_cast<std::uint32_t>(imports.size());
    body.carries = static_cast<std::uint32_t>(carries.size());
    mark_running_values(b, carries, leaves, kinds, firsts);

    growable<std::uint32_t> record, lists;
    record.push(b.count);
    for (imported_value const& i : imports) {
      hash = hash_join(hash, i.kind * 8 + i.at.how);
      lists.push(i.kind);
      lists.push(i.at.how);
      record.push(i.at.first);
      record.push(i.at.stride);
    }
    for (carry const& c : carries) {
      hash = hash_join(hash, (c.step * 2 + c.initial_kind) * 4 + c.how);
      lists.push(c.step);
      lists.push(c.initial_kind);
      lists.push(c.how);
      record.push(c.initial_place);
    }
    for (std::uint32_t j = 0; j < b.period; ++j) {
      describe_exports(b, j, body, hash, lists, record);
    }
    for (std::uint32_t leaf : leaves) hash = hash_join(hash, leaf);
    growable<std::uint32_t> order;
    if (is_vectorisable) is_vectorisable = find_order(b.period, body.imports, carries, leaves, firsts, order);
    growable<std::uint32_t> earlier(is_vectorisable ? b.period : 0, 1);
    if (is_vectorisable) find_earlier(body, carries, lists, leaves, firsts, earlier);
    growable<std::uint32_t> partners;
    if (b.count > 1 && !is_vectorisable) {
      growable<std::uint64_t> shapes;
      growable<char> is_asked(body.values(), 0);
      for (std::uint32_t j = 0; j < b.period; ++j) shapes.push(is_lanewise(program_.instructions[steps_[b.first + j]].operation) ? shapes_[b.first + j] : 0);
      for (std::uint32_t n = 2 * body.imports + 3 * body.carries; n < lists.size(); n += 3) {
        if (lists[n + 2] != last_access) is_asked[lists[n]] = 1;
      }
      step_pairs<carry>{shapes, body.imports, carries, leaves, firsts}.find(is_asked, partners);
    }
    body.has_pairs = partners.size() > 0;
    body.is_vectorisable = is_vectorisable;
    body.hash = hash_join(hash, is_vectorisable);

    // The first body of its kind.
    b.body = 0;
    while (b.body < bodies_.size() && bodies_[b.body].hash != body.hash) ++b.body;
    if (b.body == bodies_.size()) {
      body.instructions = append(b.period, [&](std::uint32_t j) { return steps_[b.first + j]; });
      body.first_leaves = append(firsts);
      body.leaves = append(leaves);
      body.import_list = append(lists);
      body.carry_list = body.import_list + 2 * body.imports;
      body.export_list = body.carry_list + 3 * body.carries;
      body.order = append(order);
      body.earlier = append(earlier);
      body.partners = append(partners);
      bodies_.push(body);
    }
    auto const first = static_cast<std::uint32_t>(records_.size());
    // Places in lists are counted from the lists' beginning, which is known at the end.
    for (std::uint32_t number : record) records_.push(number);
    for (std::uint32_t i = 0; i < body.imports; ++i) {
      if (imports[i].at.how == listed_access) list_entries_.push(first + body.record_of_import(i));
    }
    for (std::uint32_t i = 0; i < body.exports; ++i) {
      if (lists[2 * body.imports + 3 * body.carries + 3 * i + 2] == listed_access) list_entries_.push(first + body.record_of_export(i));
    }
  }

  /// A value that continues itself in any order is asked for by nobody while the loop runs.
  constexpr void mark_running_values(block const& b, growable<carry>& carries, growable<std::uint32_t> const& leaves,
                                     growable<std::uint32_t> const& kinds, growable<std::uint32_t> const& firsts) const {
    for (std::uint32_t j = 0; j < b.period; ++j) {
      for (std::uint32_t n = firsts[j]; n < firsts[j + 1]; ++n) {
        for (carry& c : carries) {
          bool const reads_value = kinds[n] == own && leaves[n] == c.step;
          if (reads_value && c.how == unordered_carry) c.how = ordered_carry;
        }
      }
    }
    for (carry& c : carries) {
      if (c.how != unordered_carry) continue;
      for (std::uint32_t k = 0; k + 1 < b.count; ++k) {
        std::uint32_t const s = b.first + k * b.period + c.step;
        if (is_needed_[s] || output_of_[s] != no_node) c.how = ordered_carry;
      }
    }
  }

  constexpr void describe_exports(block const& b, std::uint32_t j, loop_body& body, std::uint64_t& hash, growable<std::uint32_t>& lists,
                                  growable<std::uint32_t>& record) {
    auto const step_at = [&](std::uint32_t k) { return b.first + k * b.period + j; };
    auto const add = [&](std::uint32_t kind, line at) {
      hash = hash_join(hash, (j * 4 + kind) * 8 + at.how);
      lists.push(j);
      lists.push(kind);
      lists.push(at.how);
      record.push(at.first);
      record.push(at.stride);
      ++body.exports;
    };
    if (output_of_[step_at(0)] != no_node) add(in_outputs, line_of(b.count, [&](std::uint32_t k) { return output_of_.data()[step_at(k)]; }));
    std::uint32_t needed = 0;
    for (std::uint32_t k = 0; k < b.count; ++k) needed += is_needed_.data()[step_at(k)] ? 1 : 0;
    if (needed == 0) return;
    std::uint32_t const last = step_at(b.count - 1);
    if (b.count > 1 && needed == 1 && is_needed_[last]) return add(in_memory, {last_access, place_[last], 0});
    // What nobody asks for goes to a place behind all others, if it has none of its own.
    add(in_memory, line_of(b.count, [&](std::uint32_t k) { return place_.data()[step_at(k)] != no_node ? place_.data()[step_at(k)] : places_; }));
  }

  /// An order in which each step comes behind those that it needs of the same iteration, and behind those whose values of the iteration
  /// before it needs, which for several iterations at once are mostly the same values; false where there is none.
  constexpr bool find_order(std::uint32_t steps, std::uint32_t imports, growable<carry> const& carries, growable<std::uint32_t> const& leaves,
                            growable<std::uint32_t> const& firsts, growable<std::uint32_t>& order) const {
    for (carry const& running : carries) {
      for (carry const& other : carries) {
        if (running.how != shifted_carry && other.how == shifted_carry && other.step == running.step) return false;
      }
    }
    growable<char> state(steps, 0);  // 1: begun, 2: in the order
    growable<std::uint32_t> open, next(firsts);
    for (std::uint32_t root = 0; root < steps; ++root) {
      if (state[root]) continue;
      open.push(root);
      state[root] = 1;
      while (open.size() > 0) {
        std::uint32_t const j = open.back();
        if (next[j] == firsts[j + 1]) {
          state[j] = 2;
          order.push(j);
          open.shrink(open.size() - 1);
          continue;
        }
        std::uint32_t leaf = leaves[next[j]++];
        if (leaf >= steps + imports) {
          carry const& c = carries[leaf - steps - imports];
          if (c.how != shifted_carry && c.step == j) continue;
          if (c.how != shifted_carry) return false;  // a running value before it is continued
          leaf = c.step;
        }
        if (leaf >= steps || state[leaf] == 2) continue;
        if (state[leaf] == 1) return false;
        state[leaf] = 1;
        open.push(leaf);
      }
    }
    return true;
  }

  /// What only the iteration after it uses, and follows from what is imported, is computed for that one when its turn has come: then no lanes are
  /// shifted.
  static constexpr void find_earlier(loop_body const& body, growable<carry> const& carries, growable<std::uint32_t> const& lists, growable<std::uint32_t> const& leaves,
                                     growable<std::uint32_t> const& firsts, growable<std::uint32_t>& earlier) {
    for (std::uint32_t i = 0; i < body.exports; ++i) {
      std::uint32_t const at = 2 * body.imports + 3 * body.carries + 3 * i;
      if (lists[at + 2] != last_access) earlier[lists[at]] = 0;
    }
    for (carry const& c : carries) {
      if (c.how != shifted_carry) earlier[c.step] = 0;
    }
    for (bool changes = true; changes;) {
      changes = false;
      for (std::uint32_t j = 0; j < body.steps; ++j) {
        for (std::uint32_t n = firsts[j]; n < firsts[j + 1]; ++n) {
          std::uint32_t const leaf = leaves[n];
          bool const is_carried = leaf >= body.steps + body.imports;
          // A step that is not earlier, or its operand, where one is and the other is not.
          if (earlier[j] && (is_carried || (leaf < body.steps && !earlier[leaf]))) {
            earlier[j] = 0;
            changes = true;
          } else if (!earlier[j] && leaf < body.steps && earlier[leaf]) {
            earlier[leaf] = 0;
            changes = true;
          }
        }
      }
    }
    // Steps that nobody uses are where they were.
    growable<char> is_used(body.steps, 0);
    for (carry const& c : carries) is_used[c.step] = 1;
    for (std::uint32_t leaf : leaves) {
      if (leaf < body.steps) is_used[leaf] = 1;
    }
    for (std::uint32_t j = 0; j < body.steps; ++j) earlier[j] = earlier[j] && is_used[j];
  }

  template <class At>
  constexpr std::uint32_t append(std::uint32_t count, At at) {
    auto const first = static_cast<std::uint32_t>(data_.size());
    for (std::uint32_t i = 0; i < count; ++i) data_.push(at(i));
    return first;
  }
  constexpr std::uint32_t append(growable<std::uint32_t> const& list) {
    return append(static_cast<std::uint32_t>(list.size()), [&](std::uint32_t i) { return list[i]; });
  }

  // ---- loops of loops

  /// What runs: a body, or a loop over what does.
  struct item {
    std::uint64_t kind;
    std::uint32_t first, size;  // in the text
  };

  constexpr void write_control() {
    growable<item> items;
    for (block const& b : blocks_) {
      items.push({b.body, static_cast<std::uint32_t>(text_.size()), 1});
      text_.push(b.body);
    }
    while (roll(items)) {
    }
    for (item const& i : items) {
      for (std::uint32_t k = 0; k < i.size; ++k) control_.push(text_[i.first + k]);
    }
  }
  constexpr bool roll(growable<item>& items) {
    growable<item> rolled;
    std::size_t const size = items.size();
    for (std::size_t t = 0; t < size;) {
      std::size_t period = 0, count = 0;
      int tries = 0;
      for (std::size_t later = t + 1; later < size && later - t <= 64 && tries < 4 && count == 0; ++later) {
        if (items[later].kind != items[t].kind) continue;
        ++tries;
        period = later - t;
        std::size_t length = 0;
        while (t + length + period < size && items[t + length].kind == items[t + length + period].kind) ++length;
        if (length / period >= 2) count = 1 + length / period;
      }
      if (count == 0) {
        rolled.push(items[t++]);
        continue;
      }
      auto const first = static_cast<std::uint32_t>(text_.size());
      std::uint64_t kind = hash_join(no_node, count);
      text_.push(no_node);
      text_.push(static_cast<std::uint32_t>(count));
      text_.push(0);
      for (std::size_t k = t; k < t + period; ++k) {
        kind = hash_join(kind, items[k].kind);
        for (std::uint32_t n = 0; n < items[k].size; ++n) text_.push(text_[items[k].first + n]);
      }
      text_[first + 2] = static_cast<std::uint32_t>(text_.size()) - first;
      rolled.push({kind, first, text_[first + 2]});
      t += count * period;
    }
    bool const changed = rolled.size() < items.size();
    items.shrink(0);
    for (item const& i : rolled) items.push(i);
    return changed;
  }

  /// Outputs that no body writes, in groups: values in memory, variables, and each number that is an output.
  template <class Plan>
  constexpr void write_late(Plan& plan) {
    struct late_output {
      std::uint32_t storage, place, number;  // of a number: its instruction; 0 otherwise
    };
    growable<late_output> kinds;
    growable<std::uint32_t> order;
    for (std::uint32_t i = 0; i < late_.size(); ++i) {
      std::uint32_t const at = program_.outputs[late_[i]], step = step_of_[at];
      bool const is_variable = program_.instructions[at].operation == variable_kind;
      if (step != no_node) {
        kinds.push({in_memory, place_[step], 0});
      } else if (is_variable) {
        kinds.push({in_inputs, program_.instructions[at].first, 0});
      } else {
        kinds.push({in_outputs, 0, at});
      }
      order.push(i);
    }
    sort(order, [&](std::uint32_t i, std::uint32_t k) {
      return kinds[i].storage != kinds[k].storage ? kinds[i].storage < kinds[k].storage : kinds[i].number < kinds[k].number;
    });
    growable<std::uint32_t> groups;  // storage, number, outputs, where they are listed: output, place
    for (std::size_t n = 0; n < order.size();) {
      late_output const& kind = kinds[order[n]];
      auto const listed = static_cast<std::uint32_t>(data_.size());
      std::uint32_t count = 0;
      for (; n < order.size() && kinds[order[n]].storage == kind.storage && kinds[order[n]].number == kind.number; ++n, ++count) {
        data_.push(late_[order[n]]);
        data_.push(kinds[order[n]].place);
      }
      for (std::uint32_t number : {kind.storage, kind.number, count, listed}) groups.push(number);
    }
    plan.late = append(groups);
    plan.late_groups = static_cast<std::uint32_t>(groups.size() / 4);
  }

  /// What the records of a body, one after the other, say of their numbers: each is the same in all, or differs from an earlier one by the same in all,
  /// which is its reference, or is a reference itself. Two numbers each: which reference, no_node for none, and what is added to it. Behind them, of each
  /// import and export that is not listed, the first and the last place of all records. So code in a loop of loops reads few numbers, and knows the rest.
  constexpr void find_layouts() {
    growable<std::uint32_t> first_of(blocks_.size(), 0);
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      first_of[i] = begin;
      begin += bodies_[blocks_[i].body].record_size();
    }
    for (std::uint32_t number = 0; number < bodies_.size(); ++number) {
      loop_body& body = bodies_[number];
      growable<std::uint32_t> records;
      for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (blocks_[i].body == number) records.push(first_of[i]);
      }
      growable<std::uint32_t> layout, references, kinds;
      for (std::uint32_t e = 0; e < body.record_size(); ++e) {
        std::uint32_t const kind = kind_of_number(body, e);
        std::uint32_t reference = no_node, added = records_[records[0] + e];
        if (!differ_by_the_same(records, e, no_node)) {
          std::uint32_t r = 0;
          while (r < references.size() && !(kinds[r] == kind && differ_by_the_same(records, e, references[r]))) ++r;
          reference = r;
          if (r < references.size()) {
            added -= records_[records[0] + references[r]];
          } else {
            references.push(e);
            kinds.push(kind);
            added = 0;
          }
        }
        layout.push(reference);
        layout.push(added);
      }
      for (std::uint32_t i = 0; i < body.imports; ++i) push_extent(layout, records, body.record_of_import(i), data_[body.import_list + 2 * i + 1]);
      for (std::uint32_t i = 0; i < body.exports; ++i) push_extent(layout, records, body.record_of_export(i), data_[body.export_list + 3 * i + 2]);
      body.layout = append(layout);
      body.references = static_cast<std::uint32_t>(references.size());
      body.reference_list = append(references);
    }
  }
  /// The first and the last place that an import or export has in all records; of lists nothing is said.
  constexpr void push_extent(growable<std::uint32_t>& layout, growable<std::uint32_t> const& records, std::uint32_t e, std::uint32_t how) const {
    std::uint32_t least = no_node, most = 0;
    for (std::uint32_t record : records) {
      std::uint32_t const first = records_[record + e], last = first + (records_[record] - 1) * records_[record + e + 1];
      std::uint32_t const low = how == last_access || first < last ? first : last, high = how == last_access || first > last ? first : last;
      if (low < least) least = low;
      if (high > most) most = high;
    }
    layout.push(how == listed_access ? 0 : least);
    layout.push(how == listed_access ? no_node : most);
  }
  /// Numbers of one kind are told by each other: places of one storage, or in lists.
  constexpr std::uint32_t kind_of_number(loop_body const& body, std::uint32_t e) const {
    for (std::uint32_t i = 0; i < body.imports; ++i) {
      std::uint32_t const* const import = data_.data() + body.import_list + 2 * i;
      if (body.record_of_import(i) == e) return import[1] == listed_access ? 3 : import[0];
    }
    for (std::uint32_t i = 0; i < body.carries; ++i) {
      if (body.record_of_carry(i) == e) return data_[body.carry_list + 3 * i + 1];
    }
    for (std::uint32_t i = 0; i < body.exports; ++i) {
      std::uint32_t const* const place = data_.data() + body.export_list + 3 * i;
      if (body.record_of_export(i) == e) return place[2] == listed_access ? 3 : place[1];
    }
    return 4;
  }
  /// Whether number e of each record is the same, or as far from another in all of them.
  constexpr bool differ_by_the_same(growable<std::uint32_t> const& records, std::uint32_t e, std::uint32_t other) const {
    std::uint32_t const* const numbers = records_.data();
    std::uint32_t const distance = numbers[records[0] + e] - (other == no_node ? 0 : numbers[records[0] + other]);
    for (std::uint32_t record : records) {
      if (numbers[record + e] - (other == no_node ? 0 : numbers[record + other]) != distance) return false;
    }
    return true;
  }

  template <class Plan>
  constexpr void write_plan(Plan& plan) {
    write_control();
    find_layouts();
    plan.control = append(control_);
    plan.control_size = static_cast<std::uint32_t>(control_.size());
    auto const lists = static_cast<std::uint32_t>(data_.size());
    append(lists_);
    for (std::uint32_t entry : list_entries_) records_[entry] += lists;
    plan.records = append(records_);
    write_late(plan);
    plan.places = places_ + 1;
    for (block const& b : blocks_) plan.loops += b.count > 1;
    plan.body_count = static_cast<std::uint32_t>(bodies_.size());
    plan.data_size = static_cast<std::uint32_t>(data_.size());
    for (std::size_t i = 0; i < bodies_.size() && i < Plan::most_bodies; ++i) plan.bodies[i] = bodies_[i];
    for (std::size_t i = 0; i < data_.size() && i < Plan::most_data; ++i) plan.data[i] = data_[i];
    plan.is_regular = true;
  }

  Program const& program_;
  growable<std::uint32_t> step_of_;     // by instruction: the step that computes it
  growable<std::uint32_t> steps_;       // the instruction of each step
  growable<std::uint32_t> first_leaf_;  // of each step
  growable<std::uint32_t> leaves_;      // steps, or input_bit + input
  growable<std::uint64_t> shapes_;
  bool has_conditions_ = false;

  growable<std::uint32_t> ends_{longest_period + 1, no_node};  // of each period, a step that has not the shape of the one a period later
  growable<block> blocks_;
  std::uint32_t done_ = 0;  // steps that are in blocks
  std::size_t saved_ = 0;

  growable<std::uint32_t> output_of_, place_;
  growable<char> is_needed_;
  std::uint32_t places_ = 0;
  growable<std::uint32_t> late_;

  growable<loop_body> bodies_;
  growable<std::uint32_t> data_, lists_, records_, list_entries_, text_, control_;
};

/// The loops of a recipe's program, and the recipe whose program has the code of the bodies.
template <class Recipe>
struct looped {
  using recipe = Recipe;
  using program_type = std::remove_cvref_t<decltype(compiled<Recipe>::value)>;
  static constexpr std::size_t most_bodies = 64;
  static constexpr std::size_t most_data = 2048 + 4 * compiled<Recipe>::value.size.instructions;

  // A planner of what is no constant here: Clang evaluates the initialiser of each variable with a constexpr destructor, before it is run.
  template <std::size_t Bodies, std::size_t Data>
  static constexpr loop_plan<Bodies, Data> make(program_type const& program) {
    loop_plan<Bodies, Data> plan;
    loop_planner<program_type> planner(program);
    if (planner.is_regular()) planner.write(plan);
    return plan;
  }
  static constexpr auto made() {
    if constexpr (repeats_somewhere(compiled<Recipe>::value)) {
      return make<most_bodies, most_data>(compiled<Recipe>::value);
    } else {
      return loop_plan<0, 0>{};
    }
  }
  // No local of `shrunk_plan`: Clang would evaluate it twice.
  static constexpr auto plan = made();
  static constexpr auto shrunk_plan() {
    constexpr bool fits = plan.is_regular && plan.body_count <= most_bodies && plan.data_size <= most_data;
    loop_plan<fits ? plan.body_count : 0, fits ? plan.data_size : 0> result;
    if constexpr (fits) {
      static_cast<loop_layout&>(result) = plan;
      for (std::size_t i = 0; i < plan.body_count; ++i) result.bodies[i] = plan.bodies[i];
      for (std::size_t i = 0; i < plan.data_size; ++i) result.data[i] = plan.data[i];
    }
    return result;
  }
  static constexpr auto value = shrunk_plan();
};

template <class Recipe>
  requires(is_stretched<Recipe>)
struct looped<Recipe> {
  using recipe = typename few_iterations<Recipe>::code;
  static constexpr auto const& value = few_iterations<Recipe>::plan;
};

}  // namespace nabla::detail
