#pragma once

#include <nabla/formula/apply.hpp>
#include <nabla/formula/symbol.hpp>
#include <nabla/graph/lower.hpp>
#include <nabla/matrix/extent.hpp>

namespace nabla {

namespace detail {

/// What tells variables of the matrix room from scalar ones of the same name: their index.
inline constexpr std::size_t matrix_index = static_cast<std::size_t>(-2), extent_index = static_cast<std::size_t>(-3),
                             rows_index = static_cast<std::size_t>(-4), columns_index = static_cast<std::size_t>(-5),
                             change_index = static_cast<std::size_t>(-6);

/// An extent as a number: `index` is extent_index, rows_index or columns_index.
struct extent_info : variable_info {
  extent_value extent;
};

/// A matrix variable, whose `index` is matrix_index, or the change of one, change_index.
struct matrix_info : variable_info {
  shape_value shape;
  bool is_symmetric = false;
  extent_info const* rows = nullptr;  // where these are no numbers
  extent_info const* columns = nullptr;
};

constexpr bool is_matrix_variable(variable_info const& variable) { return variable.index == matrix_index || variable.index == change_index; }

}  // namespace detail

/// A formula with a shape: a matrix, a vector, or a scalar that is made of them.
template <class T>
concept shaped_formula = requires { typename std::remove_cvref_t<T>::shaped_tag; };

namespace detail {

/// Base of formulas with a shape: what makes them callable.
template <class Self>
struct shaped_base {
  using shaped_tag = Self;
  using term_tag = Self;

  /// The value of the formula, or its composition with other formulas.
  ///
  ///     f(A = M, x = v)        by name, in any order: matrices of Eigen, maps, blocks, expressions
  ///     f(v)                   where f has one variable
  ///     f(x = g)               composition, where g is a formula of x's shape
  ///
  /// @return    a scalar, or an Eigen matrix, of fixed size where the shape says it
  /// @cost      one evaluation of each distinct subexpression; products in the cheapest order that the shapes tell
  /// @refuses   a variable without value, one bound twice, sizes that disagree: where they are known to types when compiled, else by
  ///            std::invalid_argument before any work is done
  template <class... Arguments>
  constexpr auto operator()(Arguments const&... arguments) const {
    return call_shaped(Self{}, arguments...);
  }
  /// The value written in place, into a matrix of the same shape that no argument overlaps.
  ///
  ///     f.into(out, A = M, x = v)
  template <class Out, class... Arguments>
  void into(Out&& out, Arguments const&... arguments) const {
    shaped_into(Self{}, out, arguments...);
  }
};

/// Base of conditions on formulas with a shape: one for each element.
template <class Self>
struct shaped_condition_base {
  using shaped_tag = Self;
  using condition_tag = Self;
};

/// An operation with a rule of shapes: it is not applied element by element.
template <class Operation>
concept matrix_operation = requires { Operation::shape; };

template <class... T>
concept any_shaped = (shaped_formula<T> || ...);

template <class Operation, class... Operands>
  requires(matrix_operation<Operation> || any_shaped<Operands...>)
struct base_of_apply<Operation, apply<Operation, Operands...>> {
  using type = shaped_base<apply<Operation, Operands...>>;
};
template <class Operation, class... Operands>
  requires(condition_operation<Operation> && any_shaped<Operands...>)
struct base_of_apply<Operation, apply<Operation, Operands...>> {
  using type = shaped_condition_base<apply<Operation, Operands...>>;
};

}  // namespace detail

/// A size by name, so that a formula holds for every size: `matrix<"A", extent<"m">, extent<"n">>`. As a formula it is the number.
template <detail::extent_value Extent>
struct extent_symbol : detail::shaped_base<extent_symbol<Extent>> {
  static constexpr bool extent_tag = true;
  static constexpr detail::extent_value value = Extent;
  static constexpr detail::shape_value shape{};
  static constexpr std::size_t size = 1;
  static constexpr std::uint64_t hash = detail::hash_join(Extent.id, Extent.size);

  static constexpr detail::extent_info make_info() {
    if constexpr (Extent.is_number()) {
      return {};
    } else {
      constexpr text name = detail::extent_type_t<Extent>::name.view();
      std::size_t const index = !Extent.is_dynamic                                     ? detail::extent_index
                                : Extent.id == detail::id_of_extent(name, 2) ? detail::rows_index
                                                                             : detail::columns_index;
      return {detail::variable_info{name, index, detail::hash_join(Extent.id, index)}, Extent};
    }
  }
  static constexpr detail::extent_info info = make_info();
};

template <fixed_string Name>
inline constexpr extent_symbol<detail::named_extent<Name>::value> extent{};

namespace detail {

template <extent_value Extent>
constexpr extent_info const* info_of_extent() {
  if constexpr (Extent.is_number()) {
    return nullptr;
  } else {
    return &extent_symbol<Extent>::info;
  }
}

constexpr matrix_info make_matrix_info(text name, std::size_t index, shape_value shape, bool is_symmetric, extent_info const* rows,
                                       extent_info const* columns) {
  return {variable_info{name, index, hash_join(hash_text(name), index)}, shape, is_symmetric, rows, columns};
}

}  // namespace detail

/// Whether a variable is a column, a matrix, or a matrix that equals its transpose.
enum class matrix_kind { column, general, symmetric };

/// A variable matrix, whose extents are types: `matrix<"A", 3, 4>` and its kin are objects of this type.
template <fixed_string Name, class Rows, class Columns, matrix_kind Kind>
struct matrix_symbol : detail::shaped_base<matrix_symbol<Name, Rows, Columns, Kind>> {
  static_assert(Name.size() > 0, "nabla: a variable needs a name");

  static constexpr auto name = Name;
  static constexpr detail::shape_value shape{Rows::value, Columns::value, Kind == matrix_kind::column ? detail::rank::column : detail::rank::matrix};
  static constexpr detail::matrix_info info =
      detail::make_matrix_info(Name.view(), detail::matrix_index, shape, Kind == matrix_kind::symmetric, detail::info_of_extent<Rows::value>(),
                               detail::info_of_extent<Columns::value>());
  static constexpr std::size_t size = 1;
  static constexpr std::uint64_t hash = info.hash;

  /// `f(A = M)` binds a matrix for one call; `f(A = g)` composes.
  template <class Value>
  constexpr binding<matrix_symbol, Value> operator=(Value&& value) const {
    return {std::forward<Value>(value)};
  }
};

namespace detail {

template <fixed_string Name, bool OfRows, auto Extent>
constexpr auto declared_extent() {
  using type = std::remove_cvref_t<decltype(Extent)>;
  static_assert(is_extent<Extent>(), "nabla: an extent is a number from 0, nabla::dynamic, or a named size nabla::extent<\"n\">");
  if constexpr (!is_extent<Extent>()) {
    return fixed_extent<1>{};
  } else if constexpr (std::is_integral_v<type>) {
    return fixed_extent<static_cast<std::size_t>(Extent)>{};
  } else if constexpr (std::is_same_v<type, dynamic_t>) {
    return std::conditional_t<OfRows, rows_of_dynamic<Name>, columns_of_dynamic<Name>>{};
  } else {
    return typename decltype(extent_type<type::value>())::type{};
  }
}

template <fixed_string Name, matrix_kind Kind, class Rows, class Columns>
constexpr auto make_matrix_symbol(Rows, Columns) {
  return matrix_symbol<Name, Rows, Columns, Kind>{};
}

}  // namespace detail

/// A variable column vector of `Size` elements: a number, `nabla::dynamic`, or `nabla::extent<"n">`.
template <fixed_string Name, auto Size>
inline constexpr auto vector = detail::make_matrix_symbol<Name, matrix_kind::column>(detail::declared_extent<Name, true, Size>(), detail::fixed_extent<1>{});

/// A variable matrix of `Rows` by `Columns`.
template <fixed_string Name, auto Rows, auto Columns>
inline constexpr auto matrix =
    detail::make_matrix_symbol<Name, matrix_kind::general>(detail::declared_extent<Name, true, Rows>(), detail::declared_extent<Name, false, Columns>());

/// A variable matrix that equals its transpose: `Size` by `Size`. Only that it is symmetric is used; values are not checked.
template <fixed_string Name, auto Size>
inline constexpr auto symmetric_matrix =
    detail::make_matrix_symbol<Name, matrix_kind::symmetric>(detail::declared_extent<Name, true, Size>(), detail::declared_extent<Name, true, Size>());

/// What matrix formulas are differentiated by.
template <class T>
inline constexpr bool is_matrix_symbol_v = false;
template <fixed_string Name, class Rows, class Columns, matrix_kind Kind>
inline constexpr bool is_matrix_symbol_v<matrix_symbol<Name, Rows, Columns, Kind>> = true;

namespace detail {

template <class X>
inline constexpr bool is_matrix_variable_v = is_matrix_symbol_v<std::remove_cvref_t<X>> || is_symbol_v<std::remove_cvref_t<X>>;

template <fixed_string Name, class Rows, class Columns, matrix_kind Kind>
struct lowering<matrix_symbol<Name, Rows, Columns, Kind>> {
  static constexpr node_id run(graph& g, lowered_types&) { return g.variable(matrix_symbol<Name, Rows, Columns, Kind>::info); }
};
template <extent_value Extent>
struct lowering<extent_symbol<Extent>> {
  static constexpr node_id run(graph& g, lowered_types&) {
    if constexpr (Extent.is_number()) {
      return g.constant(static_cast<std::intmax_t>(Extent.size));
    } else {
      return g.variable(extent_symbol<Extent>::info);
    }
  }
};

}  // namespace detail
}  // namespace nabla
