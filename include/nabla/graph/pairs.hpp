#pragma once

#include <nabla/graph/graph.hpp>

namespace nabla::detail {

/// How many steps before another one the step is looked for that is computed beside it.
inline constexpr std::uint32_t widest_pair = 32;

/// Which steps of one iteration are computed side by side, in a loop whose iterations can not be, since each waits for the one before. Two steps are a pair
/// where they do the same with pairs of values, or with one value, as tangents in two directions. Pairs are taken where they save more steps than it takes to
/// spread single values and to take pairs apart.
///
/// Values are those of the steps, then what is imported, then what the iteration before carries on: each `Carry` names the step it comes from.
template <class Carry>
struct step_pairs {
  growable<std::uint64_t> const& shapes;  // of each step, what it does; 0 where vector units do something else
  std::uint32_t imports;
  growable<Carry> const& carries;
  growable<std::uint32_t> const& leaves;
  growable<std::uint32_t> const& firsts;
  std::uint32_t steps = static_cast<std::uint32_t>(shapes.size()), first_carry = steps + imports;
  growable<std::uint64_t> kinds{first_carry + carries.size(), 0};
  growable<std::uint32_t> partners{first_carry + carries.size(), no_node};

  /// Of each value the one beside it, or no_node; nothing where no pairs are taken.
  ///
  /// @param is_asked  of each value, whether it is asked for by itself, besides by other steps
  constexpr void find(growable<char>& is_asked, growable<std::uint32_t>& found) {
    find_kinds();
    pair_carries();
    for (std::uint32_t j = 0; j < steps; ++j) {
      for (std::uint32_t i = j > widest_pair ? j - widest_pair : 0; i < j && partners[j] == no_node; ++i) {
        if (shapes[j] && kinds[i] == kinds[j] && partners[i] == no_node && take_pairs(i, j)) pair_up(i, j);
      }
    }
    if (!is_worthwhile(is_asked)) return;
    for (std::uint32_t partner : partners) found.push(partner);
  }

 private:
  constexpr std::uint32_t step_of(std::uint32_t value) const { return value < first_carry ? value : carries[value - first_carry].step; }
  constexpr void pair_up(std::uint32_t a, std::uint32_t b) {
    partners[a] = b;
    partners[b] = a;
  }

  /// What values are made of, as far as some iterations back.
  constexpr void find_kinds() {
    for (std::uint32_t v = steps; v < first_carry; ++v) kinds[v] = v;
    for (int iteration = 0; iteration < 4; ++iteration) {
      for (std::uint32_t v = first_carry; v < kinds.size(); ++v) kinds[v] = kinds[step_of(v)];
      for (std::uint32_t j = 0; j < steps; ++j) {
        kinds[j] = shapes[j] ? shapes[j] : j;
        for (std::uint32_t n = firsts[j]; n < firsts[j + 1]; ++n) kinds[j] = hash_join(kinds[j], kinds[leaves[n]]);
      }
    }
  }

  /// Carried values, each with the one of its kind whose step comes next.
  constexpr void pair_carries() {
    growable<std::uint32_t> order;
    for (std::uint32_t v = first_carry; v < kinds.size(); ++v) order.push(v);
    sort(order, [&](std::uint32_t a, std::uint32_t b) { return step_of(a) < step_of(b); });
    for (std::uint32_t a : order) {
      for (std::uint32_t b : order) {
        if (kinds[a] == kinds[b] && step_of(a) < step_of(b) && partners[a] == no_node && partners[b] == no_node) pair_up(a, b);
      }
    }
  }

  /// Whether each operand of two steps is one value, or a pair in this order.
  constexpr bool take_pairs(std::uint32_t i, std::uint32_t j) const {
    bool all = shapes[i] == shapes[j] && firsts[i + 1] - firsts[i] == firsts[j + 1] - firsts[j];
    for (std::uint32_t n = firsts[i]; all && n < firsts[i + 1]; ++n) {
      std::uint32_t const a = leaves[n], b = leaves[n - firsts[i] + firsts[j]];
      all = a == b || (partners[a] == b && step_of(a) < step_of(b));
    }
    return all;
  }

  constexpr bool is_worthwhile(growable<char>& is_asked) const {
    growable<char> is_spread(kinds.size(), 0);
    std::uint32_t saved = 0, spent = 0;
    // A pair is computed where its second step is.
    auto const place_of = [&](std::uint32_t j) { return partners[j] != no_node && partners[j] > j ? partners[j] : j; };
    for (std::uint32_t j = 0; j < steps; ++j) {
      std::uint32_t const partner = partners[j];
      if (partner < j) ++saved;
      for (std::uint32_t n = firsts[j]; n < firsts[j + 1]; ++n) {
        std::uint32_t const leaf = leaves[n];
        if (leaf < steps && place_of(leaf) >= place_of(j)) return false;
        if (partner == no_node) is_asked[leaf] = 1;
        if (partner != no_node && leaves[n - firsts[j] + firsts[partner]] == leaf) is_spread[leaf] = 1;
      }
    }
    for (std::uint32_t v = 0; v < kinds.size(); ++v) {
      bool const is_pair = partners[v] != no_node;
      if (v >= first_carry && is_pair && partners[step_of(v)] != step_of(partners[v])) return false;
      if (is_spread[v] && (v < steps || v >= first_carry)) ++spent;
      if (is_pair && (is_asked[v] || is_spread[v])) ++spent;
    }
    return saved > spent;
  }
};

}  // namespace nabla::detail
