#pragma once

#include <array>

#include <nabla/graph/cost.hpp>
#include <nabla/graph/forward.hpp>
#include <nabla/graph/program.hpp>
#include <nabla/graph/reverse.hpp>

namespace nabla {

/// Where a matrix can be other than zero, as constant data: the structure of a Jacobian, or of the lower triangle of a Hessian.
/// Entry k of the packed values stands at (rows[k], columns[k]); row by row, and by column within a row. Those of row i are the
/// entries row_starts[i] to row_starts[i + 1] - 1, so that `row_starts`, `columns` and the packed values are the matrix in
/// compressed rows (CSR).
///
/// An entry is left out where it is the constant 0 once the identities of the derivative code are applied, at every point alike:
/// such zeros are never evaluated. One that is 0 only here and there is an entry.
template <std::size_t Rows, std::size_t Columns, std::size_t NonZeros>
struct sparsity_pattern {
  std::array<std::size_t, NonZeros> rows{};
  std::array<std::size_t, NonZeros> columns{};
  std::array<std::size_t, Rows + 1> row_starts{};

  /// Number of entries.
  static constexpr std::size_t size() { return NonZeros; }
  static constexpr std::size_t row_count() { return Rows; }
  static constexpr std::size_t column_count() { return Columns; }
};

namespace detail {

/// An entry of a sparse matrix of nodes.
struct matrix_entry {
  std::uint32_t row;
  std::uint32_t column;
  node_id node;
};

/// Stable, by one of the two indices, in as many steps as there are entries and indices.
constexpr void sort_by(std::uint32_t matrix_entry::*index, std::size_t indices, growable<matrix_entry> const& from,
                       growable<matrix_entry>& to) {
  growable<std::uint32_t> place(indices + 1, 0);
  for (matrix_entry const& entry : from) ++place[entry.*index + 1];
  for (std::size_t i = 0; i < indices; ++i) place[i + 1] += place[i];
  to.resize(from.size(), {});
  for (matrix_entry const& entry : from) to[place[entry.*index]++] = entry;
}

/// The partials of some outputs by some inputs, without those that are 0, row by row. Of a symmetric matrix the lower triangle
/// alone. Made by a reverse sweep an output (by rows) or by a forward sweep an input (by columns).
class sparse_partials {
 public:
  constexpr sparse_partials(graph& g, growable<node_id> const& written, growable<node_id> const& inputs, bool symmetric)
      : g_(g), inputs_(inputs), outputs_(smooth_outputs(g, written)), size_(extent_of(outputs_)), symmetric_(symmetric) {}

  /// Gives up, with what there is, where the sweeps visit more nodes than `limit`.
  ///
  /// @return  how many nodes the sweeps visited
  constexpr std::size_t by_rows(growable<matrix_entry>& result, std::size_t limit = no_limit) {
    reverse_sweeps sweeps(g_, size_, inputs_, outputs_.size() == 1 ? sweep_count::one : sweep_count::several);
    growable<matrix_entry> unordered, by_column;
    growable<swept> found;
    std::size_t visits = 0;
    for (std::uint32_t i = 0; i < outputs_.size() && visits <= limit; ++i) {
      found.shrink(0);
      sweeps.seed(outputs_[i], g_.one());
      visits += sweeps.run(found, last_of_row(i));
      for (swept const& adjoint : found) push(unordered, i, adjoint.number, adjoint.node);
    }
    sort_by(&matrix_entry::column, inputs_.size(), unordered, by_column);
    sort_by(&matrix_entry::row, outputs_.size(), by_column, result);
    return visits;
  }
  constexpr std::size_t by_columns(growable<matrix_entry>& result, std::size_t limit = no_limit) {
    forward_sweeps sweeps(g_, size_, outputs_);
    growable<matrix_entry> unordered;
    growable<swept> found;
    std::size_t visits = 0;
    for (std::uint32_t j = 0; j < inputs_.size() && visits <= limit; ++j) {
      found.shrink(0);
      sweeps.seed(inputs_[j], g_.one());
      visits += sweeps.run(found, first_of_column(j));
      for (swept const& tangent : found) push(unordered, tangent.number, j, tangent.node);
    }
    sort_by(&matrix_entry::row, outputs_.size(), unordered, result);
    return visits;
  }

  /// Whether the sweeps visit no more nodes than `limit`, which costs a fraction of making them.
  constexpr bool visits_by_rows_within(std::size_t limit) {
    reverse_sweeps sweeps(g_, size_, inputs_, sweep_count::several);
    std::size_t visits = 0;
    for (std::uint32_t i = 0; i < outputs_.size() && visits <= limit; ++i) visits += sweeps.count_visits(outputs_[i], last_of_row(i));
    return visits <= limit;
  }
  constexpr bool visits_by_columns_within(std::size_t limit) {
    forward_sweeps sweeps(g_, size_, outputs_);
    std::size_t visits = 0;
    for (std::uint32_t j = 0; j < inputs_.size() && visits <= limit; ++j) visits += sweeps.count_visits(inputs_[j], first_of_column(j));
    return visits <= limit;
  }

 private:
  static constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

  constexpr std::uint32_t last_of_row(std::uint32_t i) const { return symmetric_ ? i : reverse_sweeps::all; }
  constexpr std::uint32_t first_of_column(std::uint32_t j) const { return symmetric_ ? j : 0; }
  constexpr void push(growable<matrix_entry>& entries, std::uint32_t row, std::uint32_t column, node_id node) const {
    if (!g_.is_constant(node, 0)) entries.push({row, column, node});
  }

  graph& g_;
  growable<node_id> const& inputs_;
  growable<node_id> outputs_;
  std::size_t size_;
  bool symmetric_;
};

/// Most nodes that all sweeps of one direction visit for the other to be made too. What is made in vain is thrown away.
inline constexpr std::size_t most_visits_tried = 256;

/// Which direction the sweeps take. One output has one reverse sweep, and one input one forward sweep. Otherwise the direction with
/// fewer sweeps is first: reverse where there are not more outputs than inputs, forward for the rows of a Hessian. The other is
/// taken where its code, with what runs beside it, has fewer operations; that is counted where the sweeps are small, and
/// supposed of large ones that visit less than half as many nodes. Of large ones of which there are as many, forward sweeps are taken if
/// they visit not many more: they run side by side, along with the value, and nothing has to be kept for them.
constexpr void append_sparse_partials(graph& g, growable<node_id> const& outputs, growable<node_id> const& inputs, bool symmetric,
                                      growable<node_id> const& beside, growable<matrix_entry>& result) {
  sparse_partials partials(g, outputs, inputs, symmetric);
  bool const rows_first = !symmetric && outputs.size() <= inputs.size();
  growable<matrix_entry> first, second;
  std::size_t const visits = rows_first ? partials.by_rows(first) : partials.by_columns(first);
  bool second_is_better = false;
  if (outputs.size() > 1 && inputs.size() > 1) {
    if (visits > most_visits_tried || g.stands_for_many()) {
      bool const is_square = outputs.size() == inputs.size();
      second_is_better = rows_first ? partials.visits_by_columns_within(is_square ? visits + visits / 4 : visits / 2)
                                    : partials.visits_by_rows_within(visits / 2);
      if (second_is_better) rows_first ? partials.by_columns(second) : partials.by_rows(second);
    } else if ((rows_first ? partials.by_columns(second, most_visits_tried) : partials.by_rows(second, most_visits_tried)) <=
               most_visits_tried) {
      auto const cost = [&](growable<matrix_entry> const& entries) {
        growable<node_id> nodes(beside);
        for (matrix_entry const& entry : entries) nodes.push(entry.node);
        return count_operations(g, nodes);
      };
      second_is_better = cost(second) < cost(first);
    }
  }
  if (!symmetric && inputs.size() > 1 && rows_first == second_is_better) g.add_tangents();
  for (matrix_entry const& entry : second_is_better ? second : first) result.push(entry);
}

struct place {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

/// Where the outputs of a joint evaluation, after the values, stand in their matrices: those of the Jacobian, then those of the
/// Hessian.
struct entry_places {
  growable<place> all;
  std::size_t jacobian = 0;
};

}  // namespace detail

}  // namespace nabla
