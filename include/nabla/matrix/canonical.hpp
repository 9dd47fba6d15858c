#pragma once

#include <nabla/graph/proof.hpp>
#include <nabla/matrix/derived.hpp>

namespace nabla::detail {

/// Canonical form of graphs with shapes, on which proofs rest: a matrix is a sum of multiples of words, products of matrices that are
/// no sums, no products and no multiples; transposes stand at variables; scalars made of matrices are traces of words, equal up to
/// rotation and transposition, and sums over elements. What is element by element has the canonical form of scalars, in which words
/// are like variables.
///
/// Sound: each step gives a formula that is equal wherever both are defined. Elements are real or complex, products commute element
/// by element and not as matrices.
class matrix_canonical {
 public:
  constexpr explicit matrix_canonical(shaped_graph& sg) : sg_(sg), g_(sg.g), canonical_(sg.g, functions::separate), expand_(sg.g, canonical_) {}

  constexpr bool overflowed() const { return canonical_.overflowed(); }

  constexpr node_id operator()(node_id id) {
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    for (node_id i = 0; i <= id; ++i) {
      if (uses[i] && forms_.of(i) == no_node) forms_.remember(g_, i, full(form(i), sg_.shape(i)));
    }
    return forms_.of(id);
  }

  /// The same element by element as far as that goes: of a column beside itself, f(v) 1', the function of the columns beside
  /// themselves. For proofs alone: it is no product any more.
  constexpr node_id spread(node_id id) {
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    growable<node_id> forms;
    for (node_id i = 0; i <= id; ++i) {
      forms.push(i);
      if (!uses[i] || g_.count(i) == 0) continue;
      nodes operands;
      for (std::size_t k = 0; k < g_.count(i); ++k) operands.push(forms[g_.operand(i, k)]);
      forms[i] = is_word(i) && operands.size() == 2 ? spread_word(operands[0], operands[1]) : canonical_(g_.apply_again(i, operands));
    }
    return forms[id];
  }

 private:
  using nodes = growable<node_id>;

  constexpr node_id spread_word(node_id a, node_id b) {
    node_id const ones = is(b, kind_of_operation<ones_op>) ? b : a, of = ones == b ? a : b;
    if (!is(ones, kind_of_operation<ones_op>) || !is_elementwise(of)) return g_.apply(info_of<matrix_product_op>, a, b);
    nodes operands;
    for (std::size_t k = 0; k < g_.count(of); ++k) {
      node_id const operand = g_.operand(of, k);
      operands.push(sg_.is_scalar(operand) ? operand : ones == b ? spread_word(operand, ones) : spread_word(ones, operand));
    }
    return canonical_(g_.apply_again(of, operands));
  }

  constexpr bool is(node_id id, std::uint64_t kind) const { return g_.kind(id) == kind; }
  constexpr bool is_word(node_id id) const { return is(id, kind_of_operation<matrix_product_op>); }
  constexpr bool is_square_of_word(node_id id) const {
    return is(id, kind_of_operation<power>) && is_word(g_.operand(id, 0)) && g_.is_constant(g_.operand(id, 1), 2);
  }
  constexpr bool is_column(node_id id) { return sg_.shape(id).columns == unit_extent; }
  constexpr bool is_row(node_id id) { return sg_.shape(id).rows == unit_extent; }
  constexpr bool is_elementwise(node_id id) const { return g_.count(id) > 0 && !g_.operation(id)->is_matrix_operation; }
  constexpr node_id zero_node() { return g_.constant(0); }

  /// A number that stands for a matrix of one number, as that.
  constexpr node_id full(node_id id, shape_value shape) {
    if (shape.is_scalar() || !sg_.is_scalar(id) || g_.is_constant(id, 0)) return id;
    return canonical_.product(id, ones_word(shape));
  }
  constexpr node_id zeros(shape_value shape) {
    if (shape.is_scalar()) return zero_node();
    node_id const operands[] = {zero_node(), zero_node(), zero_node(), sg_.size_node(shape.rows), sg_.size_node(shape.columns)};
    return g_.apply(info_of<embed_op>, operands, 5);
  }
  constexpr node_id ones_word(shape_value shape) {
    nodes factors;
    node_id const rows = sg_.size_node(shape.rows), columns = sg_.size_node(shape.columns);
    if (!(shape.rows == unit_extent)) factors.push(g_.apply(info_of<ones_op>, rows, g_.one()));
    if (!(shape.columns == unit_extent) || factors.size() == 0) factors.push(g_.apply(info_of<ones_op>, g_.one(), columns));
    return word(factors);
  }

  // --- terms

  /// A term as a scalar times a matrix, which may be a product element by element. In a sum with matrices a number stands for a matrix
  /// of that number.
  struct term {
    node_id coefficient;
    node_id rest;  // no_node where the term is a number
  };
  constexpr term split(node_id id) {
    nodes scalars, matrices;
    rational const number = coefficient_of(g_, id);
    scalars.push(g_.constant(number));
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      node_id const part = as_node(g_, factor_at(g_, id, i));
      (sg_.is_scalar(part) ? scalars : matrices).push(part);
    }
    return {canonical_.product(scalars), matrices.size() == 0 ? no_node : matrices.size() == 1 ? matrices[0] : canonical_.product(matrices)};
  }
  /// The sum over the terms of a canonical node, each changed; scalars and signs go out.
  template <class Change>
  constexpr node_id each_term(node_id id, Change change) {
    nodes sums;
    node_id expanded = expand_(id);
    // v o (A x + B x), multiplied out, has words.
    if (expanded != id && !sg_.is_scalar(expanded)) expanded = elementwise_word(expanded);
    for (std::size_t i = 0; i < summand_count(g_, expanded); ++i) {
      term const t = split(summand_at(g_, expanded, i));
      if (g_.is_constant(t.coefficient, 0)) continue;
      sums.push(canonical_.product(t.coefficient, change(t.rest == no_node ? ones_word(sg_.shape(id)) : t.rest)));
    }
    return canonical_.sum(sums);
  }

  // --- forms

  constexpr node_id form(node_id id) {
    if (g_.count(id) == 0) return id;
    nodes operands;
    for (std::size_t k = 0; k < g_.count(id); ++k) operands.push(forms_.of(g_.operand(id, k)));
    // A matrix of zeros has become the number 0, which has no size: what depends on that gets one of its size.
    if (is_of_square(id) && g_.is_constant(operands[0], 0)) operands[0] = zeros(sg_.shape(g_.operand(id, 0)));
    switch (g_.kind(id)) {
      case kind_of_operation<matrix_product_op>: {
        node_id result = operands[0];
        for (std::size_t k = 1; k < operands.size(); ++k) result = product(result, operands[k]);
        return result;
      }
      case kind_of_operation<transpose_op>: return transposed(operands[0]);
      case kind_of_operation<sum_of_elements_op>:
        return sg_.is_scalar(operands[0]) ? operands[0] : each_term(operands[0], [&](node_id rest) { return sum_of(rest); });
      case kind_of_operation<trace_op>:
        return sg_.is_scalar(operands[0]) ? operands[0] : each_term(operands[0], [&](node_id rest) { return trace_of(rest); });
      case kind_of_operation<inverse_op>: return inverse(operands[0]);
      case kind_of_operation<solve_op>: return product(inverse(operands[0]), operands[1]);
      case kind_of_operation<determinant_op>: return determinant(operands[0]);
      case kind_of_operation<log_determinant_op>: return canonical_(g_.apply(info_of<log_op>, determinant(operands[0])));
      case kind_of_operation<adjugate_op>: {
        if (is(operands[0], kind_of_operation<embed_op>)) return g_.apply(info_of<adjugate_op>, operands[0]);  // of zeros there is no inverse
        node_id const inverted = inverse(operands[0]);
        return each_term(inverted, [&](node_id rest) { return canonical_.product(determinant(operands[0]), rest); });
      }
      case kind_of_operation<norm_op>: {
        node_id const square = canonical_.product(operands[0], operands[0]);
        node_id const sum = each_term(elementwise_word(square), [&](node_id rest) { return sum_of(rest); });
        return canonical_.powered(sum, {1, 2});
      }
      case kind_of_operation<row_log_sum_exp_op>: {
        shape_value const shape = sg_.shape(g_.operand(id, 0));  // that of the operand's form is a number's where it is 0
        node_id const exponential = full(canonical_(g_.apply(info_of<exp_op>, operands[0])), shape);
        node_id const ones = ones_word({shape.columns, unit_extent, rank::column});
        node_id const sums = product(exponential, ones);
        return canonical_(g_.apply(info_of<log_op>, sums));
      }
      case kind_of_operation<element_op>:
        if (sg_.is_scalar(operands[0])) return operands[0];
        return each_term(operands[0], [&](node_id rest) { return is_ones_word(rest) ? g_.one() : g_.apply(info_of<element_op>, rest); });
      case kind_of_operation<as_diagonal_op>: return diagonal_of(operands[0]);
      case kind_of_operation<diagonal_op>:
        return each_term(operands[0], [&](node_id rest) {
          return is(rest, kind_of_operation<as_diagonal_op>) ? g_.operand(rest, 0) : g_.apply(info_of<diagonal_op>, rest);
        });
      case kind_of_operation<ones_op>: return ones_word(sg_.shape(id));
      case kind_of_operation<identity_op>: return id;
      default: break;
    }
    if (g_.operation(id)->is_matrix_operation) return linear(id, operands);
    return elementwise(id, operands);
  }

  constexpr bool is_of_square(node_id id) const {
    return is(id, kind_of_operation<inverse_op>) || is(id, kind_of_operation<adjugate_op>) || is(id, kind_of_operation<solve_op>) ||
           is(id, kind_of_operation<determinant_op>) || is(id, kind_of_operation<log_determinant_op>);
  }

  /// An operation that is linear in its first operand: of sums and multiples term by term.
  constexpr node_id linear(node_id id, nodes const& operands) {
    operation_info const& operation = *g_.operation(id);
    if (!operation.matrix->is_linear(0)) return g_.apply(operation, operands.data(), operands.size());
    return each_term(operands[0], [&](node_id rest) {
      nodes changed(operands);
      changed[0] = rest;
      return g_.apply(operation, changed.data(), changed.size());
    });
  }

  constexpr node_id elementwise(node_id id, nodes const& operands) {
    node_id const made = canonical_(g_.apply_again(id, operands));
    return sg_.is_scalar(made) ? made : elementwise_word(made);
  }

  /// What is a word after all: v o (A x) is diag(v) A x, and M o (u w') is diag(u) M diag(w). Ones go.
  constexpr node_id elementwise_word(node_id id) {
    nodes sums;
    bool changed = false;
    for (std::size_t i = 0; i < summand_count(g_, id); ++i) {
      node_id const summand = summand_at(g_, id, i);
      term const t = split(summand);
      node_id rest = t.rest == no_node ? no_node : hadamard_word(t.rest);
      if (rest != no_node && summand_count(g_, id) > 1 && is_ones_word(rest)) rest = no_node;
      changed = changed || rest != t.rest;
      sums.push(rest == no_node ? t.coefficient : canonical_.product(t.coefficient, rest));
    }
    return changed ? full(canonical_.sum(sums), sg_.shape(id)) : id;
  }
  constexpr node_id hadamard_word(node_id id) {
    if (!is(id, kind_of_operation<times>)) return id;
    nodes words, others;
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      node_id const part = as_node(g_, factor_at(g_, id, i));
      if (is_ones_word(part)) continue;
      (is_word(part) ? words : others).push(part);
    }
    if (words.size() + others.size() == 0) return as_node(g_, factor_at(g_, id, 0));
    if (words.size() + others.size() < factor_count(g_, id)) {
      for (node_id w : words) others.push(w);
      return hadamard_word(canonical_.product(others));
    }
    if (words.size() == 0) return id;
    if (words.size() == 1 && (is_column(id) || is_row(id))) {
      node_id const diagonal = diagonal_of(canonical_.product(others));
      return is_column(id) ? product(diagonal, words[0]) : product(words[0], diagonal);
    }
    for (std::size_t k = 0; k < words.size(); ++k) {
      std::size_t const cut = unit_cut(words[k]);
      if (cut == 0) continue;
      // An outer product of what stands before and behind the cut.
      node_id const left = part_of(words[k], 0, cut), right = part_of(words[k], cut, g_.count(words[k]));
      for (std::size_t m = 0; m < words.size(); ++m) {
        if (m != k) others.push(words[m]);
      }
      node_id const rest = elementwise_word(canonical_.product(others));
      return product(product(diagonal_of(left), rest), diagonal_of(transposed(right)));
    }
    return id;
  }
  constexpr bool is_ones_word(node_id id) const {
    if (is(id, kind_of_operation<ones_op>)) return true;
    if (!is_word(id)) return false;
    for (std::size_t k = 0; k < g_.count(id); ++k) {
      if (!is(g_.operand(id, k), kind_of_operation<ones_op>)) return false;
    }
    return true;
  }
  /// Where a word is an outer product: the number of factors before an extent of 1.
  constexpr std::size_t unit_cut(node_id id) {
    for (std::size_t k = 1; k < g_.count(id); ++k) {
      if (sg_.shape(g_.operand(id, k)).rows == unit_extent) return k;
    }
    return 0;
  }
  constexpr node_id part_of(node_id id, std::size_t from, std::size_t to) {
    nodes factors;
    for (std::size_t k = from; k < to; ++k) factors.push(g_.operand(id, k));
    return word(factors);
  }
  constexpr node_id diagonal_of(node_id id) {
    if (is_row(id)) id = transposed(id);
    return each_term(id, [&](node_id rest) {
      if (!is(rest, kind_of_operation<ones_op>)) return g_.apply(info_of<as_diagonal_op>, rest);
      return g_.apply(info_of<identity_op>, g_.operand(rest, 0));
    });
  }

  // --- words

  /// The product of canonical nodes: term by term, as words.
  constexpr node_id product(node_id a, node_id b) {
    if (sg_.is_scalar(a) || sg_.is_scalar(b)) return expand_(canonical_.product(a, b));
    if (is_inverse_of(a, b) || is_inverse_of(b, a)) {
      node_id const size = sg_.rows(a);
      return g_.apply(info_of<identity_op>, size);
    }
    return each_term(a, [&](node_id left) {
      return each_term(b, [&](node_id right) {
        nodes factors;
        append(factors, left);
        append(factors, right);
        return word(factors);
      });
    });
  }
  constexpr bool is_inverse_of(node_id a, node_id b) const { return is(a, kind_of_operation<inverse_op>) && g_.operand(a, 0) == b; }
  constexpr void append(nodes& factors, node_id id) {
    if (!is_word(id)) {
      factors.push(id);
      return;
    }
    for (std::size_t k = 0; k < g_.count(id); ++k) factors.push(g_.operand(id, k));
  }

  /// A word of factors: scalars within go out, neighbours that cancel go, diagonal matrices go into vectors.
  constexpr node_id word(nodes const& given) {
    nodes factors;
    for (std::size_t at = 0; at < given.size(); ++at) {
      node_id f = given[at];
      if (is(f, kind_of_operation<identity_op>)) continue;
      while (true) {
        if (factors.size() > 0 && (is_inverse_of(factors.back(), f) || is_inverse_of(f, factors.back()))) {
          factors.shrink(factors.size() - 1);
          f = no_node;
          break;
        }
        if (factors.size() > 0 && is(factors.back(), kind_of_operation<as_diagonal_op>)) {
          node_id const v = g_.operand(factors.back(), 0);
          if (is(f, kind_of_operation<as_diagonal_op>)) {
            factors.shrink(factors.size() - 1);
            return rejoined(factors, diagonal_of(hadamard(v, g_.operand(f, 0))), given, at + 1);
          }
          if (is_column(f) && !is_row(f)) {
            factors.shrink(factors.size() - 1);
            node_id const joined = hadamard(v, f);
            if (is_multiple(joined)) return rejoined(factors, joined, given, at + 1);
            f = joined;
            continue;
          }
        }
        if (factors.size() > 0 && is(f, kind_of_operation<as_diagonal_op>) && is_row(factors.back()) && !is_column(factors.back())) {
          node_id const joined = hadamard(transposed(g_.operand(f, 0)), factors.back());
          factors.shrink(factors.size() - 1);
          if (is_multiple(joined)) return rejoined(factors, joined, given, at + 1);
          f = joined;
          continue;
        }
        break;
      }
      if (f != no_node) factors.push(f);
    }
    cancel_inverted_words(factors);
    if (factors.size() == 0) {
      node_id const size = sg_.rows(given[0]);
      return g_.apply(info_of<identity_op>, size);
    }
    return without_scalars(factors);
  }
  /// inverse(X' X) beside X' X, whose factors stand in a word one by one.
  constexpr void cancel_inverted_words(nodes& factors) {
    for (std::size_t i = 0; i < factors.size(); ++i) {
      if (!is(factors[i], kind_of_operation<inverse_op>) || !is_word(g_.operand(factors[i], 0))) continue;
      node_id const inverted = g_.operand(factors[i], 0);
      std::size_t const count = g_.count(inverted);
      for (int side = 0; side < 2; ++side) {  // behind it, and before it
        if (side == 0 ? i + 1 + count > factors.size() : i < count) continue;
        std::size_t const first = side == 0 ? i + 1 : i - count;
        bool equal = true;
        for (std::size_t k = 0; k < count && equal; ++k) equal = factors[first + k] == g_.operand(inverted, k);
        if (!equal) continue;
        nodes rest;
        std::size_t const from = first < i ? first : i;
        for (std::size_t k = 0; k < factors.size(); ++k) {
          if (k < from || k > from + count) rest.push(factors[k]);
        }
        factors.shrink(0);
        for (node_id f : rest) factors.push(f);
        return cancel_inverted_words(factors);
      }
    }
  }
  /// A word in which a factor may have become a sum or a multiple: multiplied out again.
  constexpr node_id rejoined(nodes const& before, node_id middle, nodes const& given, std::size_t from) {
    node_id result = before.size() == 0 ? middle : product(word(before), middle);
    for (std::size_t k = from; k < given.size(); ++k) result = product(result, given[k]);
    return result;
  }
  /// The product element by element of two matrices that are no sums; where all of it cancels, the matrix of the number that is left.
  constexpr node_id hadamard(node_id a, node_id b) {
    if (is(b, kind_of_operation<ones_op>)) return a;
    if (is(a, kind_of_operation<ones_op>)) return b;
    return full(canonical_.product(a, b), sg_.shape(b));
  }
  /// Whether a canonical node is more than a factor of a word.
  constexpr bool is_multiple(node_id id) {
    return summand_count(g_, id) != 1 || !g_.is_constant(split(id).coefficient, 1);
  }

  /// Takes scalars out: parts between two extents of 1.
  constexpr node_id without_scalars(nodes const& factors) {
    std::size_t const n = factors.size();
    nodes scalars;
    nodes rest;
    std::size_t first = n;  // where a part begins behind an extent of 1
    for (std::size_t k = 0; k < n; ++k) {
      if (sg_.shape(factors[k]).rows == unit_extent && first == n && (k > 0 || true)) first = k;
      bool const ends = sg_.shape(factors[k]).columns == unit_extent;
      if (first != n && ends && !(first == 0 && k == n - 1 && n == 1)) {
        nodes part;
        for (std::size_t i = first; i <= k; ++i) part.push(factors[i]);
        scalars.push(trace_word(part));
        first = n;
        continue;
      }
      if (first == n) rest.push(factors[k]);
    }
    for (std::size_t k = first; k < n; ++k) rest.push(factors[k]);
    node_id result = no_node;
    if (rest.size() > 0) {
      result = rest.size() == 1 ? rest[0] : g_.apply(info_of<matrix_product_op>, rest.data(), rest.size());
    }
    if (scalars.size() == 0) return result;
    if (result != no_node) scalars.push(result);
    return canonical_.product(scalars);
  }

  constexpr node_id transposed(node_id id) {
    if (sg_.is_scalar(id) || (is_column(id) && is_row(id))) return id;
    if (sg_.is_symmetric(id)) return id;
    switch (g_.kind(id)) {
      case kind_of_operation<transpose_op>: return g_.operand(id, 0);
      case kind_of_operation<matrix_product_op>: {
        nodes factors;
        for (std::size_t k = g_.count(id); k-- > 0;) factors.push(transposed(g_.operand(id, k)));
        return word(factors);
      }
      case kind_of_operation<ones_op>: return g_.apply(info_of<ones_op>, g_.operand(id, 1), g_.operand(id, 0));
      case kind_of_operation<inverse_op>: return g_.apply(info_of<inverse_op>, transposed(g_.operand(id, 0)));
      case kind_of_operation<cross_matrix_op>: return canonical_.scaled({-1, 1}, id);
      case kind_of_operation<block_op>: {
        node_id const operands[] = {transposed(g_.operand(id, 0)), g_.operand(id, 2), g_.operand(id, 1), g_.operand(id, 4), g_.operand(id, 3)};
        return g_.apply(info_of<block_op>, operands, 5);
      }
      default: break;
    }
    if (!is_elementwise(id)) return g_.apply(info_of<transpose_op>, id);
    nodes operands;
    for (std::size_t k = 0; k < g_.count(id); ++k) operands.push(transposed(g_.operand(id, k)));
    return canonical_(g_.apply_again(id, operands));
  }

  /// The one term of a canonical node, if it has one.
  constexpr node_id inverse(node_id id) {
    if (summand_count(g_, id) == 1 && !sg_.is_scalar(id)) {
      term const t = split(id);
      if (!g_.is_constant(t.coefficient, 1)) return canonical_.product(canonical_.powered(t.coefficient, {-1, 1}), inverse(t.rest));
    }
    if (is(id, kind_of_operation<inverse_op>)) return g_.operand(id, 0);
    if (is(id, kind_of_operation<identity_op>)) return id;
    if (is(id, kind_of_operation<as_diagonal_op>)) return diagonal_of(canonical_.powered(g_.operand(id, 0), {-1, 1}));
    if (is_word(id) && is_product_of_squares(id)) {
      nodes factors;
      for (std::size_t k = g_.count(id); k-- > 0;) factors.push(inverse(g_.operand(id, k)));
      return word(factors);
    }
    return g_.apply(info_of<inverse_op>, id);
  }
  constexpr bool is_product_of_squares(node_id id) {
    for (std::size_t k = 0; k < g_.count(id); ++k) {
      if (!(sg_.shape(g_.operand(id, k)).rows == sg_.shape(g_.operand(id, k)).columns)) return false;
    }
    return true;
  }
  constexpr node_id determinant(node_id id) {
    if (summand_count(g_, id) == 1 && !sg_.is_scalar(id)) {
      term const t = split(id);
      if (!g_.is_constant(t.coefficient, 1)) {
        node_id const size = sg_.rows(id);
        return canonical_.product(canonical_(g_.apply(info_of<power>, t.coefficient, size)), determinant(t.rest));
      }
    }
    if (is(id, kind_of_operation<inverse_op>)) return canonical_.powered(determinant(g_.operand(id, 0)), {-1, 1});
    if (is(id, kind_of_operation<identity_op>)) return g_.one();
    if (is_word(id) && is_product_of_squares(id)) {
      nodes factors;
      for (std::size_t k = 0; k < g_.count(id); ++k) factors.push(determinant(g_.operand(id, k)));
      return canonical_.product(factors);
    }
    // Of a matrix and its transpose it is one.
    node_id const other = transposed(id);
    return g_.apply(info_of<determinant_op>, compare_terms(g_, other, id) < 0 ? other : id);
  }

  // --- scalars made of matrices

  constexpr node_id sum_of(node_id rest) {
    if (sg_.is_scalar(rest)) return rest;
    shape_value const shape = sg_.shape(rest);
    nodes of, factors;
    append(of, rest);
    // Beside a diagonal matrix the ones that add up are its vector.
    std::size_t first = 0, last = of.size();
    if (!(shape.rows == unit_extent)) {
      bool const joins = is(of[0], kind_of_operation<as_diagonal_op>);
      factors.push(transposed(joins ? g_.operand(of[0], 0) : ones_word({shape.rows, unit_extent, rank::column})));
      first = joins;
    }
    bool const joins = !(shape.columns == unit_extent) && last > first && is(of[last - 1], kind_of_operation<as_diagonal_op>);
    last -= joins;
    for (std::size_t k = first; k < last; ++k) factors.push(of[k]);
    if (!(shape.columns == unit_extent)) factors.push(joins ? g_.operand(of[last], 0) : ones_word({shape.columns, unit_extent, rank::column}));
    return trace_word(factors);
  }
  constexpr node_id trace_of(node_id rest) {
    nodes factors;
    append(factors, rest);
    return trace_word(factors);
  }

  /// The trace of a product of matrices. It is cut at extents of 1 into scalars, each a word that begins behind such an extent.
  constexpr node_id trace_word(nodes const& given) {
    nodes factors;
    for (node_id f : given) {
      if (!is(f, kind_of_operation<identity_op>)) factors.push(f);
    }
    std::size_t const n = factors.size();
    if (n == 0) return sg_.rows(given[0]);
    nodes cuts;
    for (std::size_t k = 0; k < n; ++k) {
      if (sg_.shape(factors[k]).rows == unit_extent) cuts.push(static_cast<node_id>(k));
    }
    if (cuts.size() > 1) {
      nodes scalars;
      for (std::size_t c = 0; c < cuts.size(); ++c) {
        nodes part;
        std::size_t const end = c + 1 < cuts.size() ? cuts[c + 1] : cuts[0] + n;
        for (std::size_t k = cuts[c]; k < end; ++k) part.push(factors[k % n]);
        scalars.push(closed_word(part));
      }
      return canonical_.product(scalars);
    }
    if (cuts.size() == 1) {
      nodes turned;
      for (std::size_t k = 0; k < n; ++k) turned.push(factors[(k + cuts[0]) % n]);
      return closed_word(turned);
    }
    return closed_word(factors);
  }

  /// The trace of a word with at most one extent of 1, at which it then begins.
  constexpr node_id closed_word(nodes& factors) {
    bool const is_open = sg_.shape(factors[0]).rows == unit_extent;
    // Neighbours that cancel, also across the ends.
    for (std::size_t turns = 0; turns < factors.size() && !is_open; ++turns) {
      if (factors.size() > 1 && (is_inverse_of(factors.back(), factors[0]) || is_inverse_of(factors[0], factors.back()))) {
        nodes rest;
        for (std::size_t k = 1; k + 1 < factors.size(); ++k) rest.push(factors[k]);
        if (rest.size() == 0) return sg_.rows(factors[0]);
        return trace_word(rest);
      }
      break;
    }
    // 1' f 1, and traces of two, are sums over elements.
    if (is_open && factors.size() >= 3 && is_ones_word(factors[0])) {
      if (factors.size() == 3 && is_ones_word(factors[2])) return element_sum(factors[1]);
    }
    if (factors.size() == 2) {
      if (is_ones_word(factors[0])) return element_sum(transposed(factors[1]));
      return element_sum(full(canonical_.product(transposed(factors[0]), factors[1]), sg_.shape(factors[1])));
    }
    if (factors.size() == 1) {
      if (is(factors[0], kind_of_operation<as_diagonal_op>)) return sum_of(g_.operand(factors[0], 0));
      if (sg_.shape(factors[0]).rows == unit_extent && sg_.shape(factors[0]).columns == unit_extent) return element_sum(factors[0]);
      node_id const other = transposed(factors[0]);
      return g_.apply(info_of<trace_op>, compare_terms(g_, other, factors[0]) < 0 ? other : factors[0]);
    }
    return g_.apply(info_of<trace_op>, least_word(factors, is_open));
  }

  /// The sum over the elements of a product element by element. Of one word among other factors, as of two words, it is the trace of a
  /// longer word: v' W.
  constexpr node_id element_sum(node_id id) {
    nodes sums;
    node_id const expanded = expand_(id);
    for (std::size_t i = 0; i < summand_count(g_, expanded); ++i) {
      term const t = split(summand_at(g_, expanded, i));
      if (t.rest == no_node) {
        sums.push(canonical_.product(t.coefficient, canonical_.product(sg_.rows(id), sg_.columns(id))));
        continue;
      }
      if (node_id const v = is(t.rest, kind_of_operation<transpose_op>) ? g_.operand(t.rest, 0) : t.rest; is(v, kind_of_operation<diagonal_op>)) {
        sums.push(canonical_.product(t.coefficient, trace_of(g_.operand(v, 0))));
        continue;
      }
      nodes words, others;
      if (is(t.rest, kind_of_operation<times>)) {
        for (std::size_t k = 0; k < factor_count(g_, t.rest); ++k) {
          node_id const part = as_node(g_, factor_at(g_, t.rest, k));
          if (is_ones_word(part)) continue;
          if (is_square_of_word(part)) {
            words.push(g_.operand(part, 0)), words.push(g_.operand(part, 0));
          } else {
            (is_word(part) ? words : others).push(part);
          }
        }
      } else if (is_word(t.rest)) {
        sums.push(canonical_.product(t.coefficient, sum_of(t.rest)));
        continue;
      } else if (is_square_of_word(t.rest)) {
        words.push(g_.operand(t.rest, 0)), words.push(words[0]);
      } else {
        others.push(t.rest);
      }
      if (words.size() == (others.size() > 0 ? 1U : 2U)) {
        nodes factors;
        append(factors, transposed(others.size() > 0 ? canonical_.product(others) : words[1]));
        append(factors, words[0]);
        sums.push(canonical_.product(t.coefficient, trace_word(factors)));
        continue;
      }
      for (node_id w : words) others.push(w);
      node_id const whole = others.size() == 0 ? t.rest : canonical_.product(others);
      if (is_ones_word(whole)) {
        sums.push(canonical_.product(t.coefficient, canonical_.product(sg_.rows(id), sg_.columns(id))));
        continue;
      }
      node_id const other = transposed(whole);
      sums.push(canonical_.product(t.coefficient, g_.apply(info_of<sum_of_elements_op>, compare_terms(g_, other, whole) < 0 ? other : whole)));
    }
    return canonical_.sum(sums);
  }

  /// Of all rotations of a word and of its transpose the least; of one that begins at an extent of 1 the two ways to read it.
  constexpr node_id least_word(nodes const& factors, bool is_open) {
    std::size_t const n = factors.size();
    nodes mirrored;
    for (std::size_t k = n; k-- > 0;) mirrored.push(transposed(factors[k]));
    nodes best(factors);
    for (int side = 0; side < 2; ++side) {
      nodes const& from = side == 0 ? factors : mirrored;
      for (std::size_t turn = 0; turn < (is_open ? 1 : n); ++turn) {
        int order = 0;
        for (std::size_t k = 0; k < n && order == 0; ++k) order = compare_terms(g_, from[(k + turn) % n], best[k]);
        if (order >= 0) continue;
        nodes turned;
        for (std::size_t k = 0; k < n; ++k) turned.push(from[(k + turn) % n]);
        for (std::size_t k = 0; k < n; ++k) best[k] = turned[k];
      }
    }
    return g_.apply(info_of<matrix_product_op>, best.data(), best.size());
  }

  shaped_graph& sg_;
  graph& g_;
  canonical_form canonical_;
  expansion expand_;
  known_forms forms_;
};

/// Whether two nodes are proved equal, of one shape each.
constexpr bool prove_shaped_equal(shaped_graph& sg, node_id left, node_id right) {
  if (left == right) return true;
  matrix_canonical canonical(sg);
  node_id const a = canonical(left), b = canonical(right);
  if (canonical.overflowed()) return false;
  if (a == b) return true;
  node_id const p = canonical.spread(a), q = canonical.spread(b);
  return !canonical.overflowed() && prove_nodes_equal(sg.g, p, q);
}

template <class F, class G>
constexpr bool prove_shaped_equal() {
  constexpr shape_value f = shape_of<F>, h = shape_of<G>;
  if (f.is_scalar() != h.is_scalar() && !(f.rows == unit_extent && f.columns == unit_extent && h.rows == unit_extent && h.columns == unit_extent)) {
    // 0 is the matrix of zeros of every shape.
    if (!(is_constant_v<F> || is_constant_v<G>)) return false;
  } else if (!may_agree(f.rows, h.rows) || !may_agree(f.columns, h.columns)) {
    return false;
  }
  graph g;
  shaped_graph sg(g);
  lowered_types known;
  node_id const left = lower<F>(g, known), right = lower<G>(g, known);
  return left != no_node && right != no_node && prove_shaped_equal(sg, left, right);
}

template <class F, class G>
inline constexpr bool proved_shaped_equal = prove_shaped_equal<F, G>();
template <class F>
inline constexpr bool proved_shaped_equal<F, F> = true;

}  // namespace nabla::detail

namespace nabla {

/// Whether two formulas of which one has a shape are proved equal: their canonical forms are one, or the difference of these is found
/// to be 0 element by element. True only where they are equal wherever both are defined.
///
///     static_assert(gradient(transpose(x) * A * x, x) == (A + transpose(A)) * x);
template <class F, class G>
  requires(shaped_formula<F> || shaped_formula<G>) && (shaped_formula<F> || liftable<F>) && (shaped_formula<G> || liftable<G>)
constexpr bool operator==(F const&, G const&) {
  return detail::proved_shaped_equal<detail::shaped_operand<F>, detail::shaped_operand<G>>;
}
template <class F, class G>
  requires(shaped_formula<F> || shaped_formula<G>) && (shaped_formula<F> || liftable<F>) && (shaped_formula<G> || liftable<G>)
constexpr bool equivalent(F const&, G const&) {
  return detail::proved_shaped_equal<detail::shaped_operand<F>, detail::shaped_operand<G>>;
}
template <shaped_formula F>
constexpr bool is_zero(F const&) {
  return detail::proved_shaped_equal<F, constant<0>>;
}

}  // namespace nabla
