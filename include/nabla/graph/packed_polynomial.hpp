#pragma once

#include <nabla/graph/order.hpp>

namespace nabla::detail {

/// Rational numbers as coefficients, as long as they fit 64 bits.
struct rational_coefficients {
  using value = rational;
  static constexpr std::size_t largest_size = 4000;  // of terms
  bool failed = false;

  constexpr rational sum(rational a, rational b) { return known(added(a, b)); }
  constexpr rational product(rational a, rational b) { return known(multiplied(a, b)); }

 private:
  constexpr rational known(exact result) {
    failed = failed || !result.known;
    return result.value;
  }
};

/// A polynomial in a few generators, whose exponents share a key of one 64-bit word or more: monomials are multiplied by adding keys. To
/// write out a product so takes a hundredth of the steps that a node for each product of terms takes.
template <class Coefficients>
class packed_polynomial {
 public:
  using value = typename Coefficients::value;
  constexpr explicit packed_polynomial(Coefficients coefficients = {}, std::size_t words = 1)
      : buckets_(16, no_node), ring_(coefficients), words_(words) {}

  constexpr std::size_t size() const { return coefficients_.size(); }
  constexpr std::uint64_t const* key(std::size_t i) const { return keys_.data() + i * words_; }
  constexpr value coefficient(std::size_t i) const { return coefficients_[i]; }
  /// Whether a coefficient did not fit, or the terms grew too many; what was made is then worthless.
  constexpr bool failed() const {
    if constexpr (requires { Coefficients::largest_size; }) {
      return ring_.failed || size() > Coefficients::largest_size;
    } else {
      return false;
    }
  }

  constexpr void add(std::uint64_t const* key, value coefficient) {
    std::size_t const words = words_;
    std::uint32_t const bucket = bucket_of(key);
    for (std::uint32_t i = buckets_[bucket]; i != no_node; i = next_[i]) {
      std::uint64_t const* const known = keys_.data() + i * words;
      std::size_t w = 0;
      while (w < words && known[w] == key[w]) ++w;
      if (w < words) continue;
      coefficients_[i] = ring_.sum(coefficients_[i], coefficient);
      return;
    }
    for (std::size_t w = 0; w < words; ++w) keys_.push(key[w]);
    coefficients_.push(coefficient);
    next_.push(buckets_[bucket]);
    buckets_[bucket] = static_cast<std::uint32_t>(size() - 1);
    if (size() > 2 * buckets_.size()) grow();
  }

  constexpr void add_multiple(packed_polynomial const& a, value by) {
    for (std::size_t i = 0; i < a.size(); ++i) add(a.key(i), ring_.product(a.coefficients_[i], by));
  }
  constexpr void add_product(packed_polynomial const& a, packed_polynomial const& b) {
    growable<std::uint64_t> key(words_, 0);
    for (std::size_t i = 0; i < a.size() && !failed(); ++i) {
      if (a.coefficients_[i] == value{}) continue;
      for (std::size_t k = 0; k < b.size() && !failed(); ++k) {
        for (std::size_t w = 0; w < words_; ++w) key[w] = a.keys_[i * words_ + w] + b.keys_[k * words_ + w];
        add(key.data(), ring_.product(a.coefficients_[i], b.coefficients_[k]));
      }
    }
  }

  constexpr void clear() {
    keys_.shrink(0);
    coefficients_.shrink(0);
    next_.shrink(0);
    for (std::uint32_t& head : buckets_) head = no_node;
  }

 private:
  constexpr std::uint32_t bucket_of(std::uint64_t const* key) const {
    std::uint64_t mixed = 0;
    for (std::size_t w = 0; w < words_; ++w) mixed = ((mixed ^ mixed >> 32) + key[w]) * 0x9E3779B97F4A7C15u;
    return static_cast<std::uint32_t>((mixed ^ (mixed >> 32)) & (buckets_.size() - 1));
  }
  constexpr void grow() {
    std::size_t const room = 4 * buckets_.size();
    buckets_.shrink(0);
    buckets_.resize(room, no_node);
    for (std::uint32_t i = 0; i < size(); ++i) {
      std::uint32_t& head = buckets_[bucket_of(key(i))];
      next_[i] = head;
      head = i;
    }
  }

  growable<std::uint64_t> keys_;
  growable<value> coefficients_;
  growable<std::uint32_t> next_;
  growable<std::uint32_t> buckets_;
  Coefficients ring_;
  std::size_t words_;
};

/// The number of ways to choose k of n, or a limit where it is larger.
constexpr std::size_t combinations(std::size_t n, std::size_t k, std::size_t limit) {
  if (k > n - k) k = n - k;
  std::size_t result = 1;
  for (std::size_t i = 1; i <= k; ++i) {
    result = result * (n - k + i) / i;
    if (result >= limit) return limit;
  }
  return result;
}

/// The generators of some canonical nodes as polynomials, and how their exponents are packed: `bits` for each.
class packing {
 public:
  /// Takes in an expanded node that is to be multiplied so many times; false where it has other factors than whole powers from 1
  /// of variables, of named constants and of functions.
  constexpr bool take(graph& g, node_id id, std::intmax_t times) {
    std::intmax_t largest = 0;
    std::size_t const terms = summand_count(g, id);
    for (std::size_t i = 0; i < terms; ++i) {
      node_id const term = summand_at(g, id, i);
      std::intmax_t degree = 0;
      for (std::size_t k = 0; k < factor_count(g, term); ++k) {
        factor const f = factor_at(g, term, k);
        int const rank = base_rank(g, f.base);
        if (rank < 1 || rank > 3 || g.is(f.base, info_of<abs_op>) || !g.is_constant(f.exponent)) return false;
        rational const exponent = g.constant_value(f.exponent);
        if (!is_integer(exponent) || exponent.numerator < 0 || exponent.numerator > largest_degree) return false;
        degree += exponent.numerator;
        if (place(f.base) == generators_.size()) generators_.push(f.base);
      }
      if (degree > largest) largest = degree;
    }
    if (times > largest_degree || (largest > 0 && times > largest_degree / largest)) return false;
    degree_ += largest * times;
    terms_ *= combinations(static_cast<std::size_t>(times) + terms - 1, terms - 1, rational_coefficients::largest_size + 1);
    if (terms_ > rational_coefficients::largest_size) terms_ = rational_coefficients::largest_size + 1;
    return degree_ <= largest_degree && generators_.size() * bits() <= 64;
  }

  /// Whether the product may have more terms than a packed polynomial can hold: by the number of choices of terms, and by that of
  /// monomials of the degree.
  constexpr bool is_too_large() const {
    std::size_t const limit = rational_coefficients::largest_size;
    std::size_t const monomials = combinations(static_cast<std::size_t>(degree_) + generators_.size(), generators_.size(), limit + 1);
    return terms_ > limit && monomials > limit;
  }

  constexpr void pack(graph& g, node_id id, packed_polynomial<rational_coefficients>& into) const {
    for (std::size_t i = 0; i < summand_count(g, id); ++i) {
      node_id const term = summand_at(g, id, i);
      std::uint64_t key = 0;
      for (std::size_t k = 0; k < factor_count(g, term); ++k) {
        factor const f = factor_at(g, term, k);
        key += static_cast<std::uint64_t>(g.constant_value(f.exponent).numerator) << (place(f.base) * bits());
      }
      into.add(&key, coefficient_of(g, term));
    }
  }

  /// Calls `use(base, exponent)` for each factor of a monomial.
  template <class Use>
  constexpr void unpack(std::uint64_t key, Use use) const {
    for (std::size_t i = 0; i < generators_.size(); ++i) {
      std::uint64_t const exponent = bits() == 64 ? key : (key >> (i * bits())) & ((std::uint64_t{1} << bits()) - 1);
      if (exponent != 0) use(generators_[i], static_cast<std::intmax_t>(exponent));
    }
  }

 private:
  static constexpr std::intmax_t largest_degree = 1 << 20;

  constexpr std::size_t place(node_id base) const {
    std::size_t i = 0;
    while (i < generators_.size() && generators_[i] != base) ++i;
    return i;
  }
  constexpr std::size_t bits() const { return static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(degree_))); }

  growable<node_id> generators_;
  std::intmax_t degree_ = 0;
  std::size_t terms_ = 1;
};

}  // namespace nabla::detail
