#pragma once

#include <nabla/numeric/refusal.hpp>
#include <nabla/numeric/scalar.hpp>
#include <nabla/numeric/step.hpp>

#include <array>
#include <cstddef>
#include <iosfwd>
#include <vector>

namespace nabla::numeric {

/// One row of a difference table: the step, and both quotients taken with it.
template <class Step, class Value>
struct difference_row {
  Step h;
  Value forward;
  Value central;

  friend constexpr bool operator==(difference_row const&, difference_row const&) = default;
};

/// The rows of a difference table, from the largest step to the smallest; `rows` is a std::array or a std::vector.
template <class Rows>
struct difference_rows {
  Rows rows;

  constexpr auto begin() const { return rows.begin(); }
  constexpr auto end() const { return rows.end(); }
  constexpr std::size_t size() const { return rows.size(); }
  constexpr auto const& operator[](std::size_t i) const { return rows[i]; }

  friend constexpr bool operator==(difference_rows const&, difference_rows const&) = default;

  /// Three columns under the heads h, forward, central, aligned to the right. The digits are the stream's precision().
  template <class Char, class Traits>
  friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out,
                                                      difference_rows const& table) {
    using row_type = std::remove_cvref_t<decltype(table.rows[0])>;
    auto const number = out.precision() + 8;  // sign, point, exponent, and a blank between columns
    auto const value = detail::complex_number<decltype(row_type::forward)> ? 2 * number + 2 : number;
    auto const cell = [&out](auto const& content, auto width) {
      out.width(width);
      out << content;
    };
    cell("h", number);
    cell("forward", value);
    cell("central", value);
    for (auto const& row : table.rows) {
      out << '\n';
      cell(row.h, number);
      cell(row.forward, value);
      cell(row.central, value);
    }
    return out << '\n';
  }
};

namespace detail {

template <class F, class T, class R, class Rows>
constexpr void fill_table(F& f, T const& at, R h, R const& ratio, Rows& rows) {
  auto const centre = value_at(f, at);
  for (auto& row : rows) {
    auto const upper = value_at(f, static_cast<T>(at + h));
    auto const lower = value_at(f, static_cast<T>(at - h));
    row = {h, quotient(upper, centre, h), quotient(upper, lower, static_cast<R>(2 * h))};
    h *= ratio;
  }
}

template <class R, class Ratio>
constexpr R checked_ratio(Ratio const& ratio) {
  R const r = static_cast<R>(ratio);
  if (!(r > R(0) && r < R(1))) ratio_must_lie_between_0_and_1("difference_table", r);
  return r;
}

}  // namespace detail

/// The difference quotients of f at x as h goes to 0: how they close in on f'(x), and how rounding then parts them.
///
///     difference_table(f, x, first_step, ratio, rows)   -> rows of {h, forward, central}, in a std::vector
///     difference_table<rows>(f, x, first_step, ratio)   -> the same in a std::array, for constant expressions
///
/// @param f            callable of one scalar; its values may be real or complex
/// @param x            the point; an integer takes the scalar of `first_step`
/// @param first_step   h of the first row
/// @param ratio        h of each row over that of the row before, between 0 and 1: 0.1, 0.5
/// @return             a range of rows that prints, `std::cout << table`, as three aligned columns
/// @cost               2 rows + 1 evaluations of `f`
/// @error              forward O(h), central O(h^2); where h is lost against x the quotient is 0,
///                     and NaN once h has underflowed to 0
/// @refuses            a step that is not positive and finite, a ratio not between 0 and 1, no rows:
///                     std::invalid_argument; a static_assert for rows given as template argument,
///                     test/fail/numeric_table_rows.cpp; does not compile in a constant expression
/// @example            constexpr auto table = difference_table<2>([](auto x) { return x * x; }, 1.0, 0.5, 0.5);
///                     static_assert(table[1].forward == 2.25);
template <class F, class X, class H, class Ratio>
  requires callable_at<F, detail::scalar_t<X, H>>
constexpr auto difference_table(F&& f, X const& x, H const& first_step, Ratio const& ratio, int rows) {
  using T = detail::scalar_t<X, H>;
  using R = detail::real_t<T>;
  using Value = decltype(detail::value_at(f, T(x)));
  if (rows < 1) detail::table_needs_a_row("difference_table", rows);
  R const h = detail::checked_step<T>("difference_table", first_step);
  using Row = difference_row<R, Value>;
  difference_rows<std::vector<Row>> table{std::vector<Row>(static_cast<std::size_t>(rows), Row{})};
  detail::fill_table(f, static_cast<T>(x), h, detail::checked_ratio<R>(ratio), table.rows);
  return table;
}

template <int Rows, class F, class X, class H, class Ratio>
  requires callable_at<F, detail::scalar_t<X, H>>
constexpr auto difference_table(F&& f, X const& x, H const& first_step, Ratio const& ratio) {
  using T = detail::scalar_t<X, H>;
  using R = detail::real_t<T>;
  using Value = decltype(detail::value_at(f, T(x)));
  static_assert(Rows >= 1, "a difference table has at least 1 row");
  if constexpr (Rows >= 1) {
    R const h = detail::checked_step<T>("difference_table", first_step);
    difference_rows<std::array<difference_row<R, Value>, static_cast<std::size_t>(Rows)>> table{};
    detail::fill_table(f, static_cast<T>(x), h, detail::checked_ratio<R>(ratio), table.rows);
    return table;
  }
}

}  // namespace nabla::numeric
