#pragma once

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include <nabla/graph/arguments.hpp>

namespace nabla::detail {

// Arrays of points as structure of arrays: a column holds the values of one variable, or of one result, at all points.

template <class T, std::size_t N>
constexpr T* data_of(T (&column)[N]) {
  return column;
}
template <class C>
  requires requires(C& column) { column.data(); }
constexpr auto data_of(C& column) {
  return column.data();
}
template <class T, std::size_t N>
constexpr std::size_t size_of(T const (&)[N]) {
  return N;
}
template <class C>
  requires requires(C const& column) { column.size(); }
constexpr std::size_t size_of(C const& column) {
  return static_cast<std::size_t>(column.size());
}

template <class C>
concept contiguous_floats = requires(C& c) {
  { *data_of(c) } -> std::convertible_to<long double>;
  { size_of(c) } -> std::same_as<std::size_t>;
} && std::is_floating_point_v<std::remove_cvref_t<decltype(*data_of(std::declval<C&>()))>>;

/// An Eigen matrix is the list of its columns; a vector of Eigen's is one column.
template <class C>
concept matrix_of_columns = requires(C& c) {
  c.col(0).data();
  { c.rows() } -> std::convertible_to<std::ptrdiff_t>;
  { c.cols() } -> std::convertible_to<std::ptrdiff_t>;
} && (std::remove_cvref_t<C>::ColsAtCompileTime != 1);

template <class C>
concept column = contiguous_floats<C> && !matrix_of_columns<C>;

template <class C>
concept list_of_arrays = matrix_of_columns<C> || requires(C& c) {
  requires column<std::remove_reference_t<decltype(c[0])>>;
  { size_of(c) } -> std::same_as<std::size_t>;
};

template <class C>
concept list_of_numbers = many_values<C> && std::is_arithmetic_v<std::remove_cvref_t<decltype(std::declval<C const&>()[0])>>;

/// An address and a size.
template <class T>
struct column_view {
  T* data = nullptr;
  std::size_t size = 0;
};

template <column C>
constexpr auto view_of(C& values) {
  return column_view<std::remove_pointer_t<decltype(data_of(values))>>{data_of(values), size_of(values)};
}

template <class L>
constexpr std::size_t length_of_list(L const& list) {
  if constexpr (matrix_of_columns<L const>) {
    return static_cast<std::size_t>(list.cols());
  } else {
    return size_of(list);
  }
}

template <class L>
constexpr auto column_at(L& list, std::size_t position) {
  if constexpr (matrix_of_columns<L>) {
    static_assert(!L::IsRowMajor, "nabla: a matrix of points has a point a row and is stored by columns (Eigen's own order): each column is an array");
    auto const block = list.col(static_cast<std::ptrdiff_t>(position));
    if (block.innerStride() != 1) throw std::invalid_argument("nabla::batch: the columns of a matrix of points have gaps; a stride of 1 is wanted");
    using pointer = decltype(list.col(0).data());
    return column_view<std::remove_pointer_t<pointer>>{const_cast<pointer>(block.data()), static_cast<std::size_t>(block.size())};
  } else {
    auto&& values = list[position];
    return view_of(values);
  }
}

/// Type of the numbers of a column or of a list of columns, or void.
template <class C>
constexpr auto number_of_columns() {
  if constexpr (column<C>) {
    return std::type_identity<std::remove_cvref_t<decltype(*data_of(std::declval<C&>()))>>{};
  } else if constexpr (list_of_arrays<C>) {
    return std::type_identity<std::remove_cvref_t<decltype(*column_at(std::declval<C&>(), 0).data)>>{};
  } else {
    return std::type_identity<void>{};
  }
}
template <class C>
using number_of_columns_t = typename decltype(number_of_columns<C>())::type;

/// The first number type of the columns given.
template <class First, class... Rest>
constexpr auto first_number() {
  if constexpr (!std::is_void_v<number_of_columns_t<First>>) {
    return number_of_columns<First>();
  } else if constexpr (sizeof...(Rest) != 0) {
    return first_number<Rest...>();
  } else {
    return std::type_identity<double>{};
  }
}

// --- refusals

[[noreturn, gnu::cold, gnu::noinline]] inline void refuse_length(std::size_t given, char const* what, std::size_t expected, char const* of) {
  throw std::invalid_argument("nabla::batch: the number of " + std::string(what) + " is " + std::to_string(given) + ", that of " + of + " " +
                              std::to_string(expected));
}
[[noreturn, gnu::cold, gnu::noinline]] inline void refuse_size(char const* what, std::size_t position, std::size_t given, std::size_t reference,
                                                        std::size_t expected) {
  throw std::invalid_argument("nabla::batch: " + std::string(what) + " " + std::to_string(position) + " holds " + std::to_string(given) +
                              " values where input " + std::to_string(reference) + " holds " + std::to_string(expected));
}

// --- the arguments of a call

/// What an argument is, once an entry of the call.
enum class batch_entry : unsigned char { number, column, numbers, columns };

template <batch_entry... Entries>
struct batch_entries {
  static constexpr batch_entry kinds[sizeof...(Entries) + 1] = {Entries...};
};

template <class A>
constexpr auto entry_of() {
  if constexpr (std::is_arithmetic_v<A>) {
    return batch_entry::number;
  } else if constexpr (list_of_arrays<A const>) {
    return batch_entry::columns;
  } else if constexpr (column<A const>) {
    return batch_entry::column;
  } else if constexpr (list_of_numbers<A>) {
    return batch_entry::numbers;
  }
}

template <class A>
concept batch_argument = !std::is_void_v<decltype(entry_of<A>())>;

constexpr bool is_single(batch_entry entry) { return entry == batch_entry::number || entry == batch_entry::column; }
constexpr bool is_list_for_a_family(batch_entry entry) { return entry != batch_entry::number; }

template <class... Variables, batch_entry... Entries>
constexpr call_form form_of_batch(argument_list<Variables...>, batch_entries<Entries...>) {
  if constexpr (sizeof...(Variables) == sizeof...(Entries)) {
    if (((variable_binding_info<Variables>::members != 0 ? is_list_for_a_family(Entries) : is_single(Entries)) && ...)) return call_form::by_entry;
  }
  if (sizeof...(Entries) == argument_list<Variables...>::length && (is_single(Entries) && ...)) return call_form::scalars;
  if (sizeof...(Entries) == 1 && ((Entries == batch_entry::columns) && ...)) return call_form::one_array;
  return call_form::none;
}

/// How many variables each argument of a call stands for.
template <call_form Form, class... Variables>
constexpr auto members_of_entries(argument_list<Variables...>) {
  if constexpr (Form == call_form::by_entry) {
    return std::array<std::size_t, sizeof...(Variables)>{argument_list<>::length_of(variable_binding_info<Variables>::members)...};
  } else if constexpr (Form == call_form::scalars) {
    std::array<std::size_t, argument_list<Variables...>::length> ones{};
    for (std::size_t& one : ones) one = 1;
    return ones;
  } else {
    return std::array<std::size_t, 1>{argument_list<Variables...>::length};
  }
}

/// The shape of a call: which of the variables have a value a point.
template <class List, class Entries>
struct batch_shape;
template <class List, batch_entry... Entries>
struct batch_shape<List, batch_entries<Entries...>> {
  using arguments = List;
  static constexpr std::size_t variables = List::length;
  static constexpr call_form form = form_of_batch(List{}, batch_entries<Entries...>{});
  static constexpr auto members = members_of_entries<form>(List{});

  /// A list given for a family is one of columns, or of numbers (which also a column is).
  static constexpr bool entry_moves(std::size_t entry) {
    batch_entry const kind = batch_entries<Entries...>::kinds[entry];
    if (kind == batch_entry::columns) return true;
    return kind == batch_entry::column && !(form == call_form::by_entry && is_family(entry));
  }
  static constexpr bool is_family(std::size_t entry) { return is_family(entry, List{}); }
  template <class... Variables>
  static constexpr bool is_family(std::size_t entry, argument_list<Variables...>) {
    bool const families[] = {variable_binding_info<Variables>::members != 0 ...};
    return families[entry];
  }
  static constexpr std::array<bool, variables> moves = [] {
    std::array<bool, variables> result{};
    std::size_t at = 0;
    for (std::size_t entry = 0; entry < sizeof...(Entries); ++entry) {
      for (std::size_t k = 0; k < members[entry]; ++k) result[at++] = entry_moves(entry);
    }
    return result;
  }();
  static constexpr std::size_t first_moving = [] {
    std::size_t k = 0;
    while (k < variables && !moves[k]) ++k;
    return k;
  }();
};

/// Addresses of the inputs of a batch: of columns, or of one value for all points. Sizes are checked here.
template <class T, class Shape>
struct batch_inputs {
  std::array<T const*, Shape::variables> data{};
  std::array<T, Shape::variables> fixed{};
  std::size_t points = 0;

  template <class... Arguments>
  explicit batch_inputs(Arguments const&... arguments) {
    std::size_t at = 0, entry = 0;
    (take(arguments, entry++, at), ...);
  }
  batch_inputs(batch_inputs const&) = delete;

 private:
  template <class A>
  void take(A const& given, std::size_t entry, std::size_t& at) {
    constexpr batch_entry kind = entry_of<A>();
    if constexpr (kind == batch_entry::number) {
      take_number(static_cast<T>(given), at);
    } else if constexpr (kind == batch_entry::columns) {
      static_assert(is_of_the_packs_type(static_cast<decltype(column_at(given, 0))*>(nullptr)),
                    "nabla: the arrays of a batch hold numbers of one type, that of its packs");
      check_length(length_of_list(given), entry);
      for (std::size_t k = 0; k < Shape::members[entry]; ++k) take_column(column_at(given, k), at);
    } else {
      if constexpr (kind == batch_entry::column) {
        static_assert(is_of_the_packs_type(static_cast<decltype(view_of(given))*>(nullptr)),
                      "nabla: the arrays of a batch hold numbers of one type, that of its packs");
        if (Shape::entry_moves(entry)) return take_column(view_of(given), at);
      }
      check_length(size_of(given), entry);
      for (std::size_t k = 0; k < Shape::members[entry]; ++k) take_number(static_cast<T>(given[k]), at);
    }
  }
  static void check_length(std::size_t given, std::size_t entry) {
    if (given != Shape::members[entry]) refuse_length(given, "inputs", Shape::members[entry], "variables");
  }
  void take_number(T number, std::size_t& at) {
    fixed[at] = number;
    data[at] = &fixed[at];
    ++at;
  }
  template <class Number>
  static constexpr bool is_of_the_packs_type(column_view<Number> const*) {
    return std::is_same_v<std::remove_cv_t<Number>, T>;
  }
  template <class Number>
  void take_column(column_view<Number> values, std::size_t& at) {
    if (at == Shape::first_moving) points = values.size;
    if (values.size != points) refuse_size("input", at, values.size, Shape::first_moving, points);
    if constexpr (std::is_same_v<std::remove_cv_t<Number>, T>) data[at] = values.data;
    ++at;
  }
};

/// Addresses of the results of a batch.
template <class T, std::size_t N>
struct batch_outputs {
  std::array<T*, N> data{};

  template <class Out, class Inputs>
  batch_outputs(Out& out, std::size_t reference, Inputs const& inputs) {
    if constexpr (column<Out>) {
      if (N != 1) refuse_length(1, "outputs", N, "results");
      take(view_of(out), 0, reference, inputs.points);
    } else {
      if (length_of_list(out) != N) refuse_length(length_of_list(out), "outputs", N, "results");
      for (std::size_t k = 0; k < N; ++k) take(column_at(out, k), k, reference, inputs.points);
    }
  }

 private:
  template <class Number>
  void take(column_view<Number> values, std::size_t k, std::size_t reference, std::size_t points) {
    static_assert(!std::is_const_v<Number>, "nabla: the arrays that a batch writes to are not const");
    static_assert(std::is_same_v<std::remove_const_t<Number>, T>, "nabla: the arrays of a batch hold numbers of one type, that of its packs");
    if (values.size != points) refuse_size("output", k, values.size, reference, points);
    if constexpr (!std::is_const_v<Number> && std::is_same_v<Number, T>) data[k] = values.data;
  }
};

}  // namespace nabla::detail
