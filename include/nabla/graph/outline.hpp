#pragma once

#include <nabla/graph/trace.hpp>

namespace nabla::detail {

// Code with a loop of many iterations is recorded as many nodes, those of each iteration like those of the one before. What follows from them,
// derivatives, the order of a program, its loops, is the same for each: it is found on a few iterations and said of all of them
// (stretch.hpp), so that the time of compilation is hardly more than that of recording.
//
// The outline of a recorded function is what comes before its longest loop, one iteration, and what comes behind it. Each operand of an
// iteration is fixed, or as many nodes back in each iteration, or an argument a stride further in each. The function with fewer iterations has
// fewer arguments, by the strides. What is named outside of the loop, one of its nodes or an argument, is counted from the first where it is among
// the first few, and from the last where it is among the last few; where it is between them there is no outline. Sums of any number of terms, and
// the outputs, may go through all iterations.

/// A function is outlined where it has so many arguments, nodes and iterations at least; fewer of long iterations, which are loops themselves as a rule:
/// the rows of a grid.
inline constexpr std::size_t least_arguments_of_outline = 96;
inline constexpr std::size_t least_nodes_of_outline = 512;
inline constexpr std::size_t least_iterations_of_outline = 64;
inline constexpr std::size_t long_iteration = 256, least_long_iterations = 40;
/// Most nodes of an outline, and the longest period that is looked for.
inline constexpr std::size_t largest_outline = 4096;
inline constexpr std::size_t longest_period_of_outline = 1024;
/// How many of the first, and of the last, iterations may be named outside of the loop.
inline constexpr std::uint32_t named_iterations = 8;

/// Who an operand is; its number is counted within that.
enum class named_as : std::uint32_t {
  before,      // a node before the loop
  from_first,  // a node of the loop, from its first one on
  from_last,   // back from its end
  back,        // of an iteration: so many nodes back
  behind,      // a node behind the loop
  argument,           // the first kind of arguments: those by which one differentiates
  argument_from_last, // back from their end
  moving_argument,    // of an iteration: a stride further in each
  parameter,          // the second kind
  parameter_from_last,
  moving_parameter,
  each,  // nodes of each iteration, from the iteration of this number on; a second operand says how many iterations at the end have none, a third how many
         // nodes of an iteration, and as many behind it which
};
struct outline_operand {
  named_as who = named_as::before;
  std::uint32_t number = 0;
};
struct outline_node {
  operation_info const* operation = nullptr;
  rational number{};  // of a leaf
  std::uint32_t first = 0, count = 0;
};

struct outline_sizes {
  std::size_t nodes = 0, operands = 0, outputs = 0;
};
template <outline_sizes Room>
struct outline {
  bool is_regular = false;
  std::size_t recorded = 0;  // nodes of the function
  outline_sizes size{};
  std::uint32_t arguments = 0, parameters = 0;
  std::uint32_t stride = 0, parameter_stride = 0;
  std::uint32_t iterations = 0;
  std::uint32_t before = 0, period = 0;  // nodes before the loop, and of an iteration
  std::uint32_t terms = 0;  // of an iteration in a sum over all of them, the fewest; 0 without such a sum
  outline_node nodes[Room.nodes + 1]{};
  outline_operand operands[Room.operands + 1]{};
  outline_operand outputs[Room.outputs + 1]{};

  /// How many arguments, and parameters, the function has with so many iterations.
  constexpr std::uint32_t arguments_for(std::size_t count) const { return arguments - stride * static_cast<std::uint32_t>(iterations - count); }
  constexpr std::uint32_t parameters_for(std::size_t count) const { return parameters - parameter_stride * static_cast<std::uint32_t>(iterations - count); }
};

/// Finds the outline of a graph that begins with its arguments and parameters.
class outline_finder {
 public:
  constexpr outline_finder(graph const& g, growable<node_id> const& outputs, std::size_t arguments, std::size_t parameters)
      : g_(g), nodes_(g.nodes()), operands_(g.all_operands()), outputs_(outputs), size_(static_cast<node_id>(g.size())),
        arguments_(static_cast<std::uint32_t>(arguments)), leaves_(static_cast<std::uint32_t>(arguments + parameters)) {
    if (size_ >= leaves_ + least_nodes_of_outline) find_loop();
  }

  template <outline_sizes Room>
  constexpr void write(outline<Room>& result) {
    if (!is_many()) return;
    is_regular_ = find_strides();
    node_id const end = loop_ + count_ * period_;
    if (!is_regular_) return;
    result.arguments = arguments_;
    result.parameters = leaves_ - arguments_;
    result.stride = stride_;
    result.parameter_stride = parameter_stride_;
    result.iterations = count_;
    result.before = loop_ - leaves_;
    result.period = period_;
    for (node_id id = leaves_; id < size_ && is_regular_; ++id) {
      if (id == loop_ + period_) id = end;
      if (id == size_) break;
      node const& from = nodes_[id];
      outline_node to{from.operation, {}, static_cast<std::uint32_t>(size_of_operands_), 0};
      if (from.count == 0) to.number = g_.constant_value(id);
      if (id >= loop_ && id < end) {
        for (std::uint32_t k = 0; k < from.count; ++k) add(result, moving(id, operands_[from.first + k], operands_[nodes_[id + period_].first + k]));
      } else if (from.kind == kind_of_operation<sum_op> && from.count > 2) {
        std::uint32_t const terms = add_list(result, operands_ + from.first, from.count);
        if (result.terms == 0 || terms < result.terms) result.terms = terms;
      } else {
        for (std::uint32_t k = 0; k < from.count; ++k) add(result, named(operands_[from.first + k]));
      }
      to.count = static_cast<std::uint32_t>(size_of_operands_) - to.first;
      if (result.size.nodes < Room.nodes) result.nodes[result.size.nodes] = to;
      ++result.size.nodes;
    }
    result.size.operands = size_of_operands_;
    std::size_t const behind = size_of_operands_;
    add_list(result, outputs_.data(), static_cast<std::uint32_t>(outputs_.size()));
    result.size.outputs = size_of_operands_ - behind;
    for (std::size_t k = 0; k < result.size.outputs && k < Room.outputs && behind + k < Room.operands; ++k) result.outputs[k] = result.operands[behind + k];
    result.is_regular = is_regular_ && result.size.nodes <= Room.nodes && size_of_operands_ <= Room.operands && result.size.outputs <= Room.outputs;
  }

 private:
  /// The loop in which the middle of the graph is. New nodes have new operands, in order: where nodes have a period, their operands have one.
  constexpr void find_loop() {
    node_id const middle = static_cast<node_id>(leaves_ + (size_ - leaves_) / 2);
    node const* const nodes = nodes_;
    int tries = 0;
    for (std::uint32_t period = 1; period <= longest_period_of_outline && middle >= leaves_ + 2 * period && tries < 64; ++period) {
      if (nodes[middle].kind != nodes[middle - period].kind) continue;
      ++tries;
      std::uint32_t const step = nodes[middle].first - nodes[middle - period].first;
      if (step == 0 || !has_period(middle, period, step)) continue;
      period_ = period;
      count_ = 0;
      growable<std::uint32_t> moves(step, 0);
      std::uint32_t const* const moved = moves.data();
      std::uint32_t const begin = nodes[middle].first - step;
      for (std::uint32_t t = 0; t < step; ++t) moves[t] = operands_[begin + step + t] - operands_[begin + t];
      node_id first = middle;
      while (first >= leaves_ + period && is_alike(first, step, begin, moved)) --first;
      if (middle - first < period) continue;
      node_id last = middle + 1;
      while (last < size_ && is_alike(last, step, begin, moved)) ++last;
      loop_ = first + 1 - period;
      count_ = (last - loop_) / period;
      if (is_many()) return;
      // A loop that ends soon may be part of the iterations of another one.
      if (count_ >= named_iterations && period < last - loop_) {
        period = last - loop_;
        tries = 0;
      }
    }
  }
  /// Whether what is found has iterations enough, and leaves not much beside it.
  constexpr bool is_many() const {
    if (count_ < (period_ < long_iteration ? least_iterations_of_outline : least_long_iterations)) return false;
    return size_ - leaves_ - (count_ - 1) * period_ <= largest_outline;
  }
  /// Whether the nodes of a period before the middle move from the period before as they move to the next: where nothing repeats, few of them say so.
  constexpr bool has_period(node_id middle, std::uint32_t period, std::uint32_t step) const {
    node const* const nodes = nodes_;
    node_id const* const operands = operands_;
    for (node_id id = middle - 1; id > middle - period; --id) {
      node const& here = nodes[id];
      node const& before = nodes[id - period];
      if (here.kind != before.kind || here.count != before.count || here.first - before.first != step) return false;
      for (std::uint32_t at = here.first, end = at + here.count; at < end; ++at) {
        if (operands[at] - operands[at - step] != operands[at + step] - operands[at]) return false;
      }
    }
    return true;
  }
  /// Whether a node does what the one a period before does, with operands that are moved as those of all other iterations.
  constexpr bool is_alike(node_id id, std::uint32_t step, std::uint32_t begin, std::uint32_t const* moves) const {
    node const& here = nodes_[id];
    node const& before = nodes_[id - period_];
    std::uint32_t const count = here.count, first = here.first;
    if (here.kind != before.kind || count != before.count || count == 0 || first - before.first != step) return false;
    // Before `begin` too: a multiple of the step that is beyond all operands.
    std::uint32_t place = first >= begin ? (first - begin) % step : (step - (begin - first) % step) % step;
    for (std::uint32_t at = first, end = first + count; at < end; ++at) {
      if (operands_[at] - operands_[at - step] != moves[place]) return false;
      if (++place == step) place = 0;
    }
    return true;
  }

  /// What the arguments that iterations read are moved by.
  constexpr bool find_strides() {
    for (node_id id = loop_; id < loop_ + period_; ++id) {
      for (std::uint32_t k = 0; k < nodes_[id].count; ++k) {
        node_id const here = operands_[nodes_[id].first + k], next = operands_[nodes_[id + period_].first + k];
        if (here == next || here >= leaves_) continue;
        std::uint32_t& stride = here < arguments_ ? stride_ : parameter_stride_;
        if (next < here || (stride != 0 && stride != next - here)) return false;
        stride = next - here;
      }
    }
    return true;
  }

  template <outline_sizes Room>
  constexpr void add(outline<Room>& result, outline_operand operand) {
    if (size_of_operands_ < Room.operands) result.operands[size_of_operands_] = operand;
    ++size_of_operands_;
  }

  /// An operand of the loop's first iteration.
  constexpr outline_operand moving(node_id user, node_id here, node_id next) {
    if (here == next) return named(here);
    if (here < arguments_) return {named_as::moving_argument, here};
    if (here < leaves_) return {named_as::moving_parameter, here - arguments_};
    if (next - here != period_) is_regular_ = false;
    return {named_as::back, user - here};
  }

  /// What is not moved.
  constexpr outline_operand named(node_id id) {
    if (id < leaves_) {
      bool const is_argument = id < arguments_;
      std::uint32_t const number = is_argument ? id : id - arguments_, end = is_argument ? arguments_ : leaves_ - arguments_;
      std::uint32_t const stride = is_argument ? stride_ : parameter_stride_;
      if (stride == 0 || number < named_iterations * stride) return {is_argument ? named_as::argument : named_as::parameter, number};
      if (end - number > named_iterations * stride) is_regular_ = false;
      return {is_argument ? named_as::argument_from_last : named_as::parameter_from_last, end - number};
    }
    if (id < loop_) return {named_as::before, id - leaves_};
    node_id const end = loop_ + count_ * period_;
    if (id >= end) return {named_as::behind, id - end};
    if (id - loop_ < named_iterations * period_) return {named_as::from_first, id - loop_};
    if (end - id > named_iterations * period_) is_regular_ = false;
    return {named_as::from_last, end - id};
  }

  /// A list of nodes, in which there may be some of each iteration: how many, 1 where there are none.
  template <outline_sizes Room>
  constexpr std::uint32_t add_list(outline<Room>& result, node_id const* list, std::uint32_t count) {
    node_id const end = loop_ + count_ * period_;
    std::uint32_t fewest = 0;
    for (std::uint32_t k = 0; k < count && is_regular_;) {
      std::uint32_t of_each = 1, length = 0;
      if (list[k] >= loop_ && list[k] < end) {
        std::uint32_t const last = list[k] + period_;
        while (last < end && k + of_each < count && of_each < period_ && list[k + of_each] != last) ++of_each;
        for (std::uint32_t at = k + of_each; at < count && list[at] - list[at - of_each] == period_ && list[at] < end; ++at) ++length;
        length = length / of_each + 1;
      }
      if (length > 2 * named_iterations) {
        std::uint32_t const iteration = (list[k] - loop_) / period_, left = count_ - iteration - length;
        if (iteration > named_iterations || left > named_iterations) is_regular_ = false;
        add(result, {named_as::each, iteration});
        add(result, {named_as::each, left});
        add(result, {named_as::each, of_each});
        for (std::uint32_t i = 0; i < of_each; ++i) {
          node_id const in_iteration = list[k + i] - loop_ - iteration * period_;
          if (in_iteration >= period_) is_regular_ = false;
          add(result, {named_as::each, in_iteration});
        }
        k += length * of_each;
        if (fewest == 0 || of_each < fewest) fewest = of_each;
      } else {
        add(result, named(list[k++]));
      }
    }
    return fewest > 0 ? fewest : 1;
  }

  graph const& g_;
  node const* nodes_;
  node_id const* operands_;
  growable<node_id> const& outputs_;
  node_id size_;
  std::uint32_t arguments_, leaves_;
  std::uint32_t stride_ = 0, parameter_stride_ = 0;
  node_id loop_ = 0;
  std::uint32_t period_ = 0, count_ = 0;
  std::size_t size_of_operands_ = 0;
  bool is_regular_ = false;
};

template <outline_sizes To, outline_sizes From>
constexpr outline<To> without_spare_room(outline<From> const& from) {
  outline<To> to;
  to.is_regular = from.is_regular;
  to.size = from.size;
  to.arguments = from.arguments;
  to.parameters = from.parameters;
  to.stride = from.stride;
  to.parameter_stride = from.parameter_stride;
  to.iterations = from.iterations;
  to.before = from.before;
  to.period = from.period;
  to.terms = from.terms;
  for (std::size_t i = 0; i < To.nodes; ++i) to.nodes[i] = from.nodes[i];
  for (std::size_t i = 0; i < To.operands; ++i) to.operands[i] = from.operands[i];
  for (std::size_t i = 0; i < To.outputs; ++i) to.outputs[i] = from.outputs[i];
  return to;
}

template <class Source>
struct outline_maker {
  static constexpr auto make() {
    outline<outline_sizes{largest_outline, 2 * largest_outline, 256}> result;
    graph g;
    growable<node_id> outputs;
    Source::build(g, outputs);
    result.recorded = g.size();
    if (!g.asks_beyond()) outline_finder(g, outputs, Source::variables::length, Source::parameters::length).write(result);
    return result;
  }
};

/// The outline of what a source records, if it has one.
template <class Source>
struct outlined {
  using attempted = attempt<outline_maker<Source>>;

  static constexpr auto make() {
    if constexpr (attempted::holds) {
      return without_spare_room<attempted::value.is_regular ? attempted::value.size : outline_sizes{}>(attempted::value);
    } else {
      return outline<outline_sizes{}>{};
    }
  }
  static constexpr auto value = make();
};

/// What a source that was recorded is estimated by.
template <class Source>
constexpr std::size_t estimate_of_recorded() {
  if constexpr (outlined<Source>::attempted::holds) {
    constexpr std::size_t half = outlined<Source>::attempted::value.recorded / 2;
    return half > Source::estimate ? half : Source::estimate;
  } else {
    return Source::estimate;
  }
}
template <class Source>
inline constexpr std::size_t estimate_of = Source::estimate;
template <class Callable, std::size_t N, std::size_t P>
  requires(N + P >= least_arguments_of_outline)
inline constexpr std::size_t estimate_of<trace_source<Callable, N, P>> = estimate_of_recorded<trace_source<Callable, N, P>>();

/// The source with fewer iterations.
template <class Source, std::size_t Iterations>
struct told_source {
  static constexpr auto const& whole = outlined<Source>::value;
  using variables = member_variables<"x", whole.arguments_for(Iterations)>;
  using parameters = member_variables<"p", whole.parameters_for(Iterations)>;
  using arguments = typename trace_arguments<variables::length, parameters::length>::type;
  using value = told_source;
  static constexpr bool is_vector = Source::is_vector;
  static constexpr goal purpose = goal::run;
  static constexpr std::size_t outputs = [] {
    std::size_t count = 0;
    for (std::size_t k = 0; k < whole.size.outputs; ++k, ++count) {
      if (whole.outputs[k].who != named_as::each) continue;
      std::size_t const of_each = whole.outputs[k + 2].number;
      count += (Iterations - whole.outputs[k].number - whole.outputs[k + 1].number) * of_each - 1;
      k += 2 + of_each;
    }
    return count;
  }();
  static constexpr std::size_t estimate = whole.before + Iterations * whole.period + whole.size.nodes + variables::length + parameters::length;

  static constexpr void build(graph& g, growable<node_id>& nodes) {
    g.stand_for_many();
    told_source told(g);
    told.add_list(nodes, whole.outputs, whole.size.outputs);
    g.end_primal();
  }

 private:
  constexpr explicit told_source(graph& g) : g_(g), arguments_(variables::nodes(g)), parameters_(parameters::nodes(g)) {
    std::size_t const behind = whole.before + whole.period;
    for (std::size_t i = 0; i < whole.before; ++i) add(whole.nodes[i], 0);
    for (std::uint32_t k = 0; k < Iterations; ++k) {
      for (std::size_t i = whole.before; i < behind; ++i) add(whole.nodes[i], k);
    }
    for (std::size_t i = behind; i < whole.size.nodes; ++i) add(whole.nodes[i], 0);
  }

  constexpr void add(outline_node const& from, std::uint32_t iteration) {
    if (from.operation->id == constant_kind) return made_.push(g_.constant(from.number));
    if (from.operation->id == number_leaf.id) return made_.push(g_.floating(std::bit_cast<double>(from.number.numerator)));
    operands_.shrink(0);
    add_list(operands_, whole.operands + from.first, from.count, iteration);
    made_.push(g_.apply(*from.operation, operands_.data(), operands_.size()));
  }
  constexpr void add_list(growable<node_id>& nodes, outline_operand const* list, std::size_t count, std::uint32_t iteration = 0) {
    for (std::size_t k = 0; k < count; ++k) {
      if (list[k].who != named_as::each) {
        nodes.push(node_of(list[k], iteration));
        continue;
      }
      std::size_t const of_each = list[k + 2].number;
      for (std::size_t i = list[k].number; i < Iterations - list[k + 1].number; ++i) {
        for (std::size_t n = 0; n < of_each; ++n) nodes.push(made_[whole.before + i * whole.period + list[k + 3 + n].number]);
      }
      k += 2 + of_each;
    }
  }
  constexpr node_id node_of(outline_operand operand, std::uint32_t iteration) const {
    std::size_t const number = operand.number, end = whole.before + Iterations * whole.period;
    switch (operand.who) {
      case named_as::before: return made_[number];
      case named_as::from_first: return made_[whole.before + number];
      case named_as::from_last: return made_[end - number];
      case named_as::back: return made_[made_.size() - number];
      case named_as::behind: return made_[end + number];
      case named_as::argument: return arguments_[number];
      case named_as::argument_from_last: return arguments_[variables::length - number];
      case named_as::moving_argument: return arguments_[number + iteration * whole.stride];
      case named_as::parameter: return parameters_[number];
      case named_as::parameter_from_last: return parameters_[parameters::length - number];
      default: return parameters_[number + iteration * whole.parameter_stride];
    }
  }

  graph& g_;
  growable<node_id> arguments_, parameters_, made_, operands_;
};

}  // namespace nabla::detail
