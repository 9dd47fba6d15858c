#pragma once

#include <nabla/graph/operation.hpp>

namespace nabla::detail {

/// How many steps before another one the step is looked for that is computed beside it.
inline constexpr std::uint32_t widest_pair = 32;
/// How many iterations back values are compared.
inline constexpr int iterations_compared = 4;

/// Which steps of one iteration are computed side by side, in a loop whose iterations can not be, since each waits for the one before. Two steps are a pair
/// where they do the same with pairs of values, or with one value, as tangents in two directions. Pairs are taken where they save more steps than it takes to
/// spread single values and to take pairs apart.
///
/// Values are those of the steps, then what is imported, then what the iteration before carries on: each `Carry` names the step it comes from.
template <class Carry>
class step_pairs {
 public:
  /// @param shapes   of each step, what it does; 0 where vector units do something else
  constexpr step_pairs(std::uint32_t imports, growable<std::uint64_t> const& shapes, growable<Carry> const& carries, growable<std::uint32_t> const& leaves,
                       growable<std::uint32_t> const& firsts)
      : steps_(static_cast<std::uint32_t>(shapes.size())), first_carry_(steps_ + imports), values_(first_carry_ + static_cast<std::uint32_t>(carries.size())),
        shapes_(shapes), carries_(carries), leaves_(leaves), firsts_(firsts), kinds_(values_, 0), is_single_(values_, 0) {}

  /// Of each value its partner, or no_node; no list where there are no pairs.
  ///
  /// @param is_asked  of each step, whether it is asked for by itself, besides by other steps
  constexpr void find(growable<std::uint32_t>& partners, growable<char> is_asked) {
    find_kinds();
    do {
      partners.shrink(0);
      partners.resize(values_, no_node);
      pair_carries(partners);
      pair_steps(partners);
    } while (leaves_single_carries(partners));
    if (!is_worthwhile(partners, is_asked)) partners.shrink(0);
  }

 private:
  constexpr std::uint32_t step_of(std::uint32_t value) const { return value < first_carry_ ? value : carries_[value - first_carry_].step; }
  constexpr bool is_first(growable<std::uint32_t> const& partners, std::uint32_t value) const { return step_of(value) < step_of(partners[value]); }

  /// What values are made of, and how.
  constexpr void find_kinds() {
    for (std::uint32_t v = steps_; v < first_carry_; ++v) kinds_[v] = v;
    for (int iteration = 0; iteration < iterations_compared; ++iteration) {
      for (std::uint32_t v = first_carry_; v < values_; ++v) kinds_[v] = kinds_[step_of(v)];
      for (std::uint32_t j = 0; j < steps_; ++j) {
        std::uint64_t kind = shapes_[j] ? shapes_[j] : j;
        for (std::uint32_t n = firsts_[j]; n < firsts_[j + 1]; ++n) kind = hash_join(kind, kinds_[leaves_[n]]);
        kinds_[j] = kind;
      }
    }
  }

  /// Of one kind each with the one whose step comes next.
  constexpr void pair_carries(growable<std::uint32_t>& partners) const {
    growable<std::uint32_t> order;
    for (std::uint32_t v = first_carry_; v < values_; ++v) {
      if (!is_single_[v]) order.push(v);
    }
    sort(order, [&](std::uint32_t a, std::uint32_t b) { return step_of(a) < step_of(b); });
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (std::size_t k = i + 1; k < order.size() && partners[order[i]] == no_node; ++k) {
        std::uint32_t const a = order[i], b = order[k];
        if (partners[b] == no_node && kinds_[a] == kinds_[b] && step_of(a) != step_of(b)) partners[a] = b, partners[b] = a;
      }
    }
  }

  constexpr void pair_steps(growable<std::uint32_t>& partners) const {
    for (std::uint32_t j = 0; j < steps_; ++j) {
      for (std::uint32_t i = j > widest_pair ? j - widest_pair : 0; i < j && shapes_[j]; ++i) {
        if (kinds_[i] != kinds_[j] || partners[i] != no_node || !do_the_same(partners, i, j)) continue;
        partners[i] = j;
        partners[j] = i;
        break;
      }
    }
  }
  constexpr bool do_the_same(growable<std::uint32_t> const& partners, std::uint32_t i, std::uint32_t j) const {
    if (shapes_[i] != shapes_[j] || firsts_[i + 1] - firsts_[i] != firsts_[j + 1] - firsts_[j]) return false;
    for (std::uint32_t n = firsts_[i], m = firsts_[j]; n < firsts_[i + 1]; ++n, ++m) {
      std::uint32_t const a = leaves_[n], b = leaves_[m];
      if (a != b && (partners[a] != b || !is_first(partners, a))) return false;
    }
    return true;
  }

  /// Carried values whose steps are no pair are none.
  constexpr bool leaves_single_carries(growable<std::uint32_t> const& partners) {
    bool found = false;
    for (std::uint32_t v = first_carry_; v < values_; ++v) {
      if (partners[v] == no_node || partners[step_of(v)] == step_of(partners[v])) continue;
      is_single_[v] = 1;
      found = true;
    }
    return found;
  }

  constexpr bool is_worthwhile(growable<std::uint32_t> const& partners, growable<char>& is_asked) const {
    growable<char> is_spread(values_, 0);
    is_asked.resize(values_, 0);
    std::uint32_t saved = 0, spent = 0;
    // A pair is computed where its second step is.
    auto const place_of = [&](std::uint32_t step) { return partners[step] != no_node && partners[step] > step ? partners[step] : step; };
    for (std::uint32_t j = 0; j < steps_; ++j) {
      bool const is_pair = partners[j] != no_node;
      if (is_pair && partners[j] < j) ++saved;
      for (std::uint32_t n = firsts_[j]; n < firsts_[j + 1]; ++n) {
        std::uint32_t const leaf = leaves_[n];
        if (leaf < steps_ && place_of(leaf) >= place_of(j)) return false;
        if (!is_pair) {
          is_asked[leaf] = 1;
        } else if (leaf == leaves_[firsts_[partners[j]] + n - firsts_[j]]) {
          is_spread[leaf] = 1;
        }
      }
    }
    for (std::uint32_t v = 0; v < values_; ++v) {
      bool const is_imported = v >= steps_ && v < first_carry_;
      if (is_spread[v] && !is_imported) ++spent;
      if (partners[v] != no_node && (is_asked[v] || is_spread[v])) ++spent;
    }
    return saved > spent;
  }

  std::uint32_t steps_, first_carry_, values_;
  growable<std::uint64_t> const& shapes_;
  growable<Carry> const& carries_;
  growable<std::uint32_t> const& leaves_;
  growable<std::uint32_t> const& firsts_;
  growable<std::uint64_t> kinds_;
  growable<char> is_single_;
};

}  // namespace nabla::detail
