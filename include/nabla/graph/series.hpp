#pragma once

#include <nabla/graph/reverse.hpp>

namespace nabla::detail {

/// Largest order whose binomial coefficients fit 64 bits on the way to them.
inline constexpr std::size_t largest_order = 60;

/// 1 + 2 + ... + n.
constexpr std::size_t sum_up_to(std::size_t n) { return n * (n + 1) / 2; }

/// n over k, n up to largest_order.
constexpr std::intmax_t binomial(std::size_t n, std::size_t k) {
  std::intmax_t result = 1;
  for (std::size_t i = 1; i <= k; ++i) result = result * static_cast<std::intmax_t>(n - k + i) / static_cast<std::intmax_t>(i);
  return result;
}

/// The derivatives of nodes by one variable t up to an order N, by arithmetic of truncated Taylor series: each derivative of a node
/// comes from lower ones of it and from those of its operands, so that N of them cost about N^2/2 products a node, where N sweeps
/// over each other multiply. Adds nodes to the graph.
///
/// There is no table of rules. For y = f(u, v ...), y' is the sum of p u' over the operands, where p is the partial that the rule
/// of f says; being a node of operands and result, it has derivatives in turn, which are needed to one order less:
///
///     y^(n) = sum over operands and over j = 1 ... n of  binomial(n-1, j-1) u^(j) p^(n-j)
///
/// For exp, sin, tan, erf ... the nodes that arise so are soon the same ones again. A partial that is a quotient, p = a/b with an a that does not change,
/// as those of log, sqrt and atan, needs no derivatives: b y' = a u', and so b y^(n) is a u^(n) without the terms of lower derivatives of y.
/// Only products, quotients, powers by a number and choices have recurrences of their own, which are the ones above with fewer operations,
/// or right at 0.
///
/// The nodes hold derivatives, not coefficients y^(n)/n!: these would need factors 1/n as often as those binomials, and overflow.
///
/// Source: Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), section 13.2, tables 13.1 and 13.2.
class series {
 public:
  constexpr series(graph& g, growable<node_id> const& written, node_id variable, std::size_t order)
      : g_(g), variable_(variable), order_(order), zero_(g.constant(0)), outputs_(smooth_outputs(g, written)) {
    growable<node_id> wanted(outputs_);
    for (std::size_t needed = order; needed > 0 && wanted.size() > 0; --needed) {
      std::size_t const first = rows_.size();
      include_all(wanted, needed);
      wanted.shrink(0);
      for (std::size_t r = first; r < rows_.size(); ++r) {
        if (rows_[r].rule == recurrence::ratio) wanted.push(rows_[r].b);
        for (std::size_t k = 0; rows_[r].rule == recurrence::chain && k < g_.count(rows_[r].id); ++k) {
          if (node_id const partial = partial_of(rows_[r], k); partial != no_node) wanted.push(partial);
        }
      }
    }
    // By orders, and in each by rows, operands before their users: what a derivative needs is there.
    for (std::size_t n = 1; n <= order; ++n) {
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        if (rows_[r].needed >= n) derivatives_[r * order_ + n - 1] = next(rows_[r], n);
      }
    }
  }

  /// The n-th derivative of an output, n = 1 ... N.
  constexpr node_id derivative(std::size_t output, std::size_t n) const { return at(outputs_[output], n); }

 private:
  enum class recurrence : char { variable, linear, product, quotient, power, strong_product, mark, choice, ratio, chain };

  /// A node that changes with t, and how its next derivative is found.
  struct row {
    node_id id;
    std::size_t needed;  // the order up to which its derivatives are
    recurrence rule;
    bool is_straight;        // a + b t
    node_id a, b;            // what it is a product, quotient, power or choice of; what its partial is the quotient of
    std::size_t first_partial;
  };

  // --- which nodes there are derivatives of

  // In place of a row's number: a node not seen yet, one that does not change with t, and the one that is being looked at.
  static constexpr std::uint32_t unknown = static_cast<std::uint32_t>(-1), still = unknown - 1, looked_at = unknown - 2;

  constexpr std::uint32_t place(node_id id) const { return id < place_.size() ? place_[id] : unknown; }
  constexpr bool moves(node_id id) const { return place(id) < looked_at; }
  constexpr bool is_zero(node_id id) const { return g_.is_constant(id, 0); }
  constexpr node_id partial_of(row const& of, std::size_t k) const { return partials_[of.first_partial + k]; }

  /// Appends the partials of a node; whether it moves.
  constexpr bool append_partials_to(row& made) {
    growable<node_id> stated;
    append_partials_of(g_, made.id, stated);
    bool any = false;
    made.rule = recurrence::linear;
    for (std::size_t k = 0; k < stated.size(); ++k) {
      bool const counts = moves(g_.operand(made.id, k)) && !is_zero(stated[k]);
      partials_.push(counts ? stated[k] : no_node);
      any = any || counts;
      if (counts && !is_fixed(stated[k])) made.rule = recurrence::chain;
    }
    made.is_straight = made.is_straight && made.rule == recurrence::linear;
    if (made.rule == recurrence::chain) choose_ratio(made);
    return any;
  }

  /// Whether a node has one partial, which is a quotient whose numerator does not change.
  constexpr void choose_ratio(row& made) {
    node_id only = no_node;
    for (std::size_t k = 0; k < g_.count(made.id); ++k) {
      node_id const partial = partial_of(made, k);
      if (partial == no_node) continue;
      if (only != no_node || !g_.is(partial, info_of<divides>) || !is_fixed(g_.operand(partial, 0))) return;
      only = partial;
    }
    made.rule = recurrence::ratio;
    made.a = g_.operand(only, 0);
    made.b = g_.operand(only, 1);
  }

  constexpr void include_all(growable<node_id> const& wanted, std::size_t needed) {
    growable<std::uint32_t> const uses = count_uses(g_, wanted);
    for (node_id id = 0; id < uses.size(); ++id) {
      if (uses[id]) include(id, needed);
    }
  }

  constexpr void include(node_id id, std::size_t needed) {
    if (place(id) != unknown) return;
    place_.resize(g_.size(), unknown);
    row made{id, needed, recurrence::variable, true, no_node, no_node, partials_.size()};
    place_[id] = looked_at;
    bool const kept = id == variable_ || (has_partials_at(g_, id) && choose_recurrence(made));
    place_.resize(g_.size(), unknown);
    place_[id] = kept ? static_cast<std::uint32_t>(rows_.size()) : still;
    if (!kept) return;
    rows_.push(made);
    derivatives_.resize(derivatives_.size() + order_, no_node);
  }

  /// Whether a node moves; then also how.
  constexpr bool choose_recurrence(row& made) {
    node_id const id = made.id;
    bool any = false;
    for (std::size_t k = 0; k < g_.count(id); ++k) {
      node_id const operand = g_.operand(id, k);
      if (!moves(operand)) continue;
      any = true;
      made.is_straight = made.is_straight && rows_[place_[operand]].is_straight;
    }
    if (!any) return false;
    made.a = g_.operand(id, 0);
    if (g_.count(id) > 1) made.b = g_.operand(id, 1);
    if (g_.is(id, info_of<select_op>)) {
      made.rule = recurrence::choice;
      made.is_straight = false;
      return moves(made.b) || moves(g_.operand(id, 2));
    }
    if (g_.is(id, info_of<times>) && moves(made.a) && moves(made.b)) {
      made.rule = recurrence::product;
    } else if (g_.is(id, info_of<divides>) && moves(made.b)) {
      made.rule = recurrence::quotient;
    } else if (g_.is(id, info_of<strong_product>)) {
      made.rule = recurrence::strong_product;
    } else if (g_.is(id, info_of<yielding_factor>) || g_.is(id, info_of<dominating_factor>)) {
      made.rule = recurrence::mark;
    } else if (!g_.is(id, info_of<power>) || !choose_power(made)) {
      return append_partials_to(made);
    }
    made.is_straight = false;
    return true;
  }

  /// How a power by a number is found where not by its partial. A negative one has the recurrence of u y' = n y u', which calls nothing
  /// and divides once, and is infinite at u = 0 as its partials are. An even one is a square, each product of which is needed once; but of
  /// a + b t the partials cost less. Others are right at 0 by their partials, which are even or negative powers in the end.
  constexpr bool choose_power(row& made) {
    if (!g_.is_constant(made.b)) return false;
    rational const exponent = g_.constant_value(made.b);
    made.rule = recurrence::power;
    if (exponent.numerator < 0) return true;
    if (!is_even_integer(exponent) || made.is_straight) return false;
    made.rule = recurrence::product;
    made.a = made.b = make<power>(g_, made.a, g_.constant(exponent.numerator / 2));
    include(made.a, made.needed);
    return true;
  }

  /// Whether a partial, a node of operands and result, does not change with t.
  constexpr bool is_fixed(node_id id) const {
    if (place(id) != unknown) return place(id) == still;
    for (std::size_t k = 0; k < g_.count(id); ++k) {
      if (!is_fixed(g_.operand(id, k))) return false;
    }
    return id != variable_;
  }

  // --- their derivatives

  class sum {
   public:
    constexpr explicit sum(graph& g) : g_(g) {}
    constexpr void add(node_id term) {
      if (g_.is_constant(term, 0)) return;
      total_ = total_ == no_node ? term : make<plus>(g_, total_, term);
    }
    constexpr node_id total() { return total_ == no_node ? g_.constant(0) : total_; }

   private:
    graph& g_;
    node_id total_ = no_node;
  };

  constexpr node_id at(node_id id, std::size_t n) const {
    if (n == 0) return id;
    return moves(id) ? derivatives_[place_[id] * order_ + n - 1] : zero_;
  }

  /// A number times a node; of a reciprocal without a division of its own.
  constexpr node_id weighted(rational weight, node_id id) {
    if (is_integer(weight, 1) || is_zero(id)) return id;
    if (is_integer(weight, 0)) return zero_;
    return g_.is(id, info_of<divides>) && order_ > 1 ? make_scaled(g_, weight, id) : make<times>(g_, g_.constant(weight), id);
  }
  constexpr node_id multiplied(node_id a, node_id b) {
    if (g_.is_constant(a)) return weighted(g_.constant_value(a), b);
    return g_.is_constant(b) ? weighted(g_.constant_value(b), a) : make<times>(g_, a, b);
  }

  /// Adds binomial(n, j) a^(j) b^(n-j) for j from `first` to `last`.
  template <class Multiply>
  constexpr void add_products(sum& to, node_id a, node_id b, std::size_t n, std::size_t first, std::size_t last, Multiply multiply) {
    for (std::size_t j = first; j <= last; ++j) {
      node_id const left = at(a, j), right = at(b, n - j);
      if (!is_zero(left) && !is_zero(right)) to.add(weighted({binomial(n, j), 1}, multiply(left, right)));
    }
  }
  constexpr void add_products(sum& to, node_id a, node_id b, std::size_t n, std::size_t first, std::size_t last) {
    add_products(to, a, b, n, first, last, [&](node_id left, node_id right) { return multiplied(left, right); });
  }

  constexpr node_id next(row const& of, std::size_t n) {
    switch (of.rule) {
      case recurrence::variable: return g_.constant(n == 1 ? 1 : 0);
      case recurrence::linear: return next_linear(of, n);
      case recurrence::product: return next_product(of, n);
      case recurrence::quotient: return next_quotient(of, n);
      case recurrence::power: return next_power(of, n);
      case recurrence::strong_product: return next_strong_product(of, n);
      case recurrence::mark: return next_mark(of, n);
      case recurrence::choice: return make_select(g_, of.a, at(of.b, n), at(g_.operand(of.id, 2), n));
      case recurrence::ratio: return n == 1 ? next_linear(of, n) : next_by_ratio(of, n);
      case recurrence::chain: return next_by_chain(of, n);
    }
    return no_node;
  }

  constexpr node_id next_linear(row const& of, std::size_t n) {
    sum total(g_);
    for (std::size_t k = 0; k < g_.count(of.id); ++k) {
      node_id const partial = partial_of(of, k);
      if (partial != no_node) total.add(multiplied(at(g_.operand(of.id, k), n), partial));
    }
    return total.total();
  }

  /// Leibniz's rule; of a square each product once.
  constexpr node_id next_product(row const& of, std::size_t n) {
    sum total(g_);
    if (of.a != of.b) {
      add_products(total, of.a, of.b, n, 0, n);
      return total.total();
    }
    sum half(g_);
    add_products(half, of.a, of.b, n, 0, (n - 1) / 2);
    total.add(weighted({2, 1}, half.total()));
    if (n % 2 == 0) add_products(total, of.a, of.b, n, n / 2, n / 2);
    return total.total();
  }

  /// Leibniz's rule for a = y b, solved for the last derivative of y.
  constexpr node_id next_quotient(row const& of, std::size_t n) {
    sum known(g_);
    add_products(known, of.id, of.b, n, 0, n - 1);
    return multiplied(make<divides>(g_, g_.one(), of.b), make<minus>(g_, at(of.a, n), known.total()));
  }

  /// For y = a^e, a y' = e y a', solved for the last derivative of y.
  constexpr node_id next_power(row const& of, std::size_t n) {
    sum total(g_);
    node_id const order = g_.constant(static_cast<std::intmax_t>(n)), above = make<plus>(g_, of.b, g_.one());
    for (std::size_t j = 1; j <= n; ++j) {
      node_id const moved = at(of.a, j), rest = at(of.id, n - j);
      if (is_zero(moved) || is_zero(rest)) continue;
      node_id const share = make<divides>(g_, make<times>(g_, g_.constant(static_cast<std::intmax_t>(j)), above), order);
      node_id const weight = make<times>(g_, g_.constant(binomial(n, j)), make<minus>(g_, share, g_.one()));
      total.add(multiplied(weight, multiplied(moved, rest)));
    }
    // The reciprocal as a power, which no identity joins with others: each order then costs a product and no call.
    return multiplied(g_.apply(info_of<power>, of.a, g_.constant(-1)), total.total());
  }

  constexpr node_id next_strong_product(row const& of, std::size_t n) {
    sum total(g_);
    add_products(total, of.a, of.b, n, 0, n, [&](node_id left, node_id right) { return make<strong_product>(g_, left, right); });
    return total.total();
  }

  /// All derivatives of a factor that yields, or wins, do so.
  constexpr node_id next_mark(row const& of, std::size_t n) {
    node_id const unmarked = at(of.a, n);
    return is_zero(unmarked) ? unmarked : make(g_, *g_.operation(of.id), &unmarked, 1);
  }

  /// Leibniz's rule for b y' = a u', solved for the last derivative of y.
  constexpr node_id next_by_ratio(row const& of, std::size_t n) {
    sum known(g_);
    for (std::size_t j = 1; j < n; ++j) {
      node_id const moved = at(of.b, j), rest = at(of.id, n - j);
      if (!is_zero(moved) && !is_zero(rest)) known.add(weighted({binomial(n - 1, j), 1}, multiplied(moved, rest)));
    }
    std::size_t k = 0;
    while (partial_of(of, k) == no_node) ++k;
    node_id const outer = multiplied(of.a, at(g_.operand(of.id, k), n));
    return multiplied(make<divides>(g_, g_.one(), of.b), make<minus>(g_, outer, known.total()));
  }

  constexpr node_id next_by_chain(row const& of, std::size_t n) {
    sum total(g_);
    for (std::size_t k = 0; k < g_.count(of.id); ++k) {
      node_id const partial = partial_of(of, k), operand = g_.operand(of.id, k);
      if (partial == no_node) continue;
      for (std::size_t j = moves(partial) ? 1 : n; j <= n; ++j) {
        node_id const moved = at(operand, j), rest = at(partial, n - j);
        if (!is_zero(moved) && !is_zero(rest)) total.add(weighted({binomial(n - 1, j - 1), 1}, multiplied(moved, rest)));
      }
    }
    return total.total();
  }

  graph& g_;
  node_id variable_;
  std::size_t order_;
  node_id zero_;
  growable<node_id> outputs_;
  growable<std::uint32_t> place_;  // of each node: its row
  growable<row> rows_;
  growable<node_id> derivatives_;  // of each row, from the first on
  growable<node_id> partials_;     // of each row that needs them; none where the operand does not move or the partial is 0
};

}  // namespace nabla::detail
