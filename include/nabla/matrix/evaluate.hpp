#pragma once

#include <Eigen/LU>

#include <nabla/matrix/bound_variables.hpp>
#include <nabla/matrix/elementwise.hpp>

namespace nabla::detail {

/// Which matrices of a program are decomposed, once for all that is asked of each.
template <class Recipe>
struct decomposed {
  static constexpr auto const& program = matrix_compiled<Recipe>::value;
  struct table {
    std::uint32_t count = 0;
    std::uint32_t of[matrix_compiled<Recipe>::sizes.instructions + 1]{};  // number of the decomposition of an instruction, by operand
    std::uint32_t operand[matrix_compiled<Recipe>::sizes.instructions + 1]{};
  };
  static constexpr bool takes_decomposition(std::uint64_t operation) {
    return operation == kind_of_operation<inverse_op> || operation == kind_of_operation<solve_op> || operation == kind_of_operation<determinant_op> ||
           operation == kind_of_operation<log_determinant_op> || operation == kind_of_operation<adjugate_op>;
  }
  /// A transposed matrix is solved with by the decomposition of the matrix.
  static constexpr std::uint32_t source(std::uint32_t operand) {
    return program.instructions[operand].operation == kind_of_operation<transpose_op> ? program.operand(operand, 0) : operand;
  }
  static constexpr table make() {
    table result;
    for (std::uint32_t i = 0; i < matrix_compiled<Recipe>::sizes.instructions; ++i) {
      if (!takes_decomposition(program.instructions[i].operation)) continue;
      std::uint32_t const operand = source(program.operand(i, 0));
      std::uint32_t k = 0;
      while (k < result.count && result.operand[k] != operand) ++k;
      if (k == result.count) result.operand[result.count++] = operand;
      result.of[i] = k;
    }
    return result;
  }
  static constexpr table value = make();
};

template <class T, shape_value Shape>
struct decomposition_for {
  using type = Eigen::PartialPivLU<typename eigen_matrix_for<T, Shape>::type>;
};

/// What a program keeps while it runs.
template <class Recipe, class T>
struct matrix_workspace {
  static constexpr auto const& program = matrix_compiled<Recipe>::value;
  static constexpr matrix_sizes sizes = matrix_compiled<Recipe>::sizes;

  template <std::size_t... S>
  static auto make_slots(std::index_sequence<S...>) -> std::tuple<typename eigen_matrix_for<T, program.slots[S]>::type...>;
  template <std::size_t... D>
  static auto make_decompositions(std::index_sequence<D...>)
      -> std::tuple<typename decomposition_for<T, program.instructions[decomposed<Recipe>::value.operand[D]].shape>::type...>;

  decltype(make_slots(std::make_index_sequence<sizes.slots>{})) slots;
  decltype(make_decompositions(std::make_index_sequence<decomposed<Recipe>::value.count>{})) decompositions;

  /// Whether everything is of fixed size: then it lives on the stack.
  static constexpr bool is_fixed() {
    std::size_t bytes = 0;
    bool fixed = true;
    auto const add = [&](shape_value shape) {
      fixed = fixed && shape.rows.is_number() && shape.columns.is_number();
      if (fixed) bytes += shape.rows.size * shape.columns.size * sizeof(T);
    };
    for (std::size_t s = 0; s < sizes.slots; ++s) add(program.slots[s]);
    for (std::size_t d = 0; d < decomposed<Recipe>::value.count; ++d) add(program.instructions[decomposed<Recipe>::value.operand[d]].shape);
    return fixed && bytes <= 2 * largest_fixed;
  }
};

/// Runs a program: each stored step in order, into matrices that stay allocated.
template <class Recipe, class T, class Bound>
class matrix_machine {
 public:
  static constexpr auto const& program = matrix_compiled<Recipe>::value;
  static constexpr matrix_sizes sizes = matrix_compiled<Recipe>::sizes;

  matrix_machine(Bound const& bound, matrix_workspace<Recipe, T>& workspace) : bound_(bound), workspace_(workspace) {}

  Bound const& bound() const { return bound_; }

  /// Refuses sizes that disagree, before anything is computed.
  void check() const {
    bound_.check();
    check_pairs(std::make_index_sequence<sizes.checks>{});
  }

  /// @param outs  a tuple of references to matrices and scalars
  template <class Outs>
  void run(Outs const& outs) {
    run_schedule(outs, std::make_index_sequence<sizes.schedule>{});
    write_outputs(outs, std::make_index_sequence<sizes.outputs>{});
  }

  /// The number of rows, or columns, of an output.
  template <std::size_t K>
  Eigen::Index output_rows() const {
    return bound_.template size<program.instructions[program.outputs[K]].shape.rows>();
  }
  template <std::size_t K>
  Eigen::Index output_columns() const {
    return bound_.template size<program.instructions[program.outputs[K]].shape.columns>();
  }

 private:
  template <std::uint32_t I>
  static constexpr matrix_instruction const& step = program.instructions[I];
  template <std::uint32_t I>
  using operation_at = operation_t<program.instructions[I].operation>;
  template <std::uint32_t I>
  static constexpr bool is(std::uint64_t kind) {
    return step<I>.operation == kind;
  }
  template <std::uint32_t I>
  static constexpr bool is_scalar = program.instructions[I].shape.is_scalar();

  template <std::uint32_t I>
  static constexpr bool is_ones() {
    if constexpr (is<I>(kind_of_operation<transpose_op>)) {
      return is<program.operand(I, 0)>(kind_of_operation<ones_op>);
    } else {
      return is<I>(kind_of_operation<ones_op>);
    }
  }
  template <std::uint32_t I>
  Eigen::Index rows() const {
    return bound_.template size<step<I>.shape.rows>();
  }
  template <std::uint32_t I>
  Eigen::Index columns() const {
    return bound_.template size<step<I>.shape.columns>();
  }
  template <std::uint32_t I>
  static constexpr int fixed_rows = eigen_extent(program.instructions[I].shape.rows);
  template <std::uint32_t I>
  static constexpr int fixed_columns = eigen_extent(program.instructions[I].shape.columns);
  template <std::uint32_t I>
  auto size_at() const {
    return array_size<fixed_rows<I>, fixed_columns<I>>{rows<I>(), columns<I>()};
  }

  // --- checks

  template <std::size_t... K>
  void check_pairs([[maybe_unused]] std::index_sequence<K...> all) const {
    (check_pair<K>(), ...);
  }
  template <std::size_t K>
  void check_pair() const {
    constexpr extent_check const& pair = program.checks[K];
    if constexpr (pair.is_part) {
      if (bound_.template size<pair.first>() + bound_.template size<pair.a>() <= bound_.template size<pair.b>()) return;
      refuse_part(shape_text(bound_.template size<pair.right.rows>(), bound_.template size<pair.right.columns>()),
                  shape_text(bound_.template size<pair.left.rows>(), bound_.template size<pair.left.columns>()));
    }
    if (bound_.template size<pair.a>() == bound_.template size<pair.b>()) return;
    if constexpr (pair.is_of_one) refuse_operand(pair.operation, shape_text(bound_.template size<pair.left.rows>(), bound_.template size<pair.left.columns>()));
    refuse_operands(pair.operation, shape_text(bound_.template size<pair.left.rows>(), bound_.template size<pair.left.columns>()),
                    shape_text(bound_.template size<pair.right.rows>(), bound_.template size<pair.right.columns>()));
  }

  // --- the value of a step where it stands

  template <std::uint32_t I>
  T scalar() const {
    constexpr matrix_instruction const& at = step<I>;
    if constexpr (at.kind == matrix_step::number) {
      constexpr rational value = program.constants[at.first];
      if constexpr (value.denominator == 0) {
        return static_cast<T>(std::bit_cast<double>(value.numerator));
      } else {
        return number_as<T, value>();
      }
    } else if constexpr (at.kind == matrix_step::variable) {
      return bound_.template scalar<Bound::find(program.variables[at.first])>();
    } else if constexpr (at.kind == matrix_step::extent) {
      return static_cast<T>(bound_.template size<program.variables[at.first].extent>());
    } else {
      return scalars_[at.slot];
    }
  }
  /// A size, or a place in a matrix.
  template <std::uint32_t I>
  Eigen::Index index() const {
    constexpr matrix_instruction const& at = step<I>;
    if constexpr (at.kind == matrix_step::number) {
      return static_cast<Eigen::Index>(program.constants[at.first].numerator);
    } else {
      static_assert(at.kind == matrix_step::extent, "nabla: a size is a number that types know, or that of a matrix");
      return bound_.template size<program.variables[at.first].extent>();
    }
  }

  /// A condition: a bool, or an array of them.
  template <std::uint32_t I>
  auto condition() const {
    return [&]<std::size_t... K>(std::index_sequence<K...>) {
      if constexpr (is_scalar<I>) {
        return static_cast<bool>(operation_at<I>::value(scalar_or_condition<program.operand(I, K)>()...));
      } else {
        return apply_to_arrays<operation_at<I>, T>(size_at<I>(), operand_array<program.operand(I, K)>()...);
      }
    }(std::make_index_sequence<step<I>.count>{});
  }
  template <std::uint32_t I>
  auto scalar_or_condition() const {
    if constexpr (is_condition<I>()) {
      return condition<I>();
    } else {
      return scalar<I>();
    }
  }
  template <std::uint32_t I>
  static constexpr bool is_condition() {
    if constexpr (step<I>.kind == matrix_step::expression) {
      return condition_operation<operation_at<I>>;
    } else {
      return false;
    }
  }

  template <std::uint32_t I>
  static constexpr bool is_elementwise_expression() {
    if constexpr (step<I>.kind == matrix_step::expression) {
      return !matrix_operation<operation_at<I>>;
    } else {
      return false;
    }
  }
  /// A step as an operand element by element: a scalar, or an array.
  template <std::uint32_t I>
  auto operand_array() const {
    if constexpr (is_condition<I>()) {
      return condition<I>();
    } else if constexpr (is_scalar<I>) {
      return scalar<I>();
    } else {
      return array<I>();
    }
  }
  template <std::uint32_t I>
  auto array() const {
    if constexpr (is_elementwise_expression<I>()) {
      return elementwise<I>();
    } else {
      return matrix<I>().array();
    }
  }
  template <std::uint32_t I>
  auto elementwise() const {
    return [&]<std::size_t... K>(std::index_sequence<K...>) {
      return apply_to_arrays<operation_at<I>, T>(size_at<I>(), operand_array<program.operand(I, K)>()...);
    }(std::make_index_sequence<step<I>.count>{});
  }

  template <std::uint32_t I>
  decltype(auto) matrix() const {
    constexpr matrix_instruction const& at = step<I>;
    if constexpr (at.kind == matrix_step::argument) {
      return bound_.template matrix<Bound::find(program.variables[at.first])>();
    } else if constexpr (at.kind == matrix_step::stored) {
      return (std::get<at.slot>(workspace_.slots));
    } else if constexpr (is_ones<I>()) {
      return eigen_shape<I>::Constant(rows<I>(), columns<I>(), T(1));
    } else if constexpr (!matrix_operation<operation_at<I>>) {
      return elementwise<I>().matrix();
    } else if constexpr (is<I>(kind_of_operation<transpose_op>)) {
      return matrix<program.operand(I, 0)>().transpose();
    } else if constexpr (is<I>(kind_of_operation<identity_op>)) {
      return eigen_shape<I>::Identity(rows<I>(), columns<I>());
    } else if constexpr (is<I>(kind_of_operation<as_diagonal_op>)) {
      return matrix<program.operand(I, 0)>().asDiagonal();
    } else if constexpr (is<I>(kind_of_operation<block_op>)) {
      return matrix<program.operand(I, 0)>().template block<fixed_rows<I>, fixed_columns<I>>(index<program.operand(I, 1)>(), index<program.operand(I, 2)>(),
                                                                                             rows<I>(), columns<I>());
    } else {
      return replicated<I>();
    }
  }
  /// An expression type with the extents that are known, however large: nothing is stored.
  template <std::uint32_t I>
  using eigen_shape = Eigen::Matrix<T, fixed_rows<I>, fixed_columns<I>, (fixed_rows<I> == 1 && fixed_columns<I> != 1 ? Eigen::RowMajor : Eigen::ColMajor)>;

  /// A product with ones: a column beside itself, or a row below itself.
  template <std::uint32_t I>
  auto replicated() const {
    constexpr std::uint32_t a = program.operand(I, 0), b = program.operand(I, 1);
    if constexpr (is_ones<b>() && fixed_columns<a> == 1) {
      return Eigen::Replicate<std::remove_cvref_t<decltype(matrix<a>())>, 1, fixed_columns<I>>(matrix<a>(), 1, columns<I>());
    } else {
      return Eigen::Replicate<std::remove_cvref_t<decltype(matrix<b>())>, fixed_rows<I>, 1>(matrix<b>(), rows<I>(), 1);
    }
  }

  // --- what is kept

  template <class Outs, std::size_t... K>
  void run_schedule([[maybe_unused]] Outs const& outs, std::index_sequence<K...>) {
    (run_step<K>(outs), ...);
  }
  template <std::size_t K, class Outs>
  void run_step([[maybe_unused]] Outs const& outs) {
    constexpr scheduled const& at = program.schedule[K];
    if constexpr (at.output != no_node) {
      assign<at.instruction>(std::get<at.output>(outs));
    } else if constexpr (step<at.instruction>.kind == matrix_step::scalar) {
      scalars_[step<at.instruction>.slot] = compute<at.instruction>();
    } else {
      assign<at.instruction>(std::get<step<at.instruction>.slot>(workspace_.slots));
    }
  }

  template <class Outs, std::size_t... K>
  void write_outputs(Outs const& outs, std::index_sequence<K...>) {
    (write_output<K>(outs), ...);
  }
  template <std::size_t K, class Outs>
  void write_output(Outs const& outs) {
    constexpr std::uint32_t at = program.outputs[K];
    if constexpr (program.is_direct[K]) {
    } else if constexpr (is_scalar<at>) {
      auto& out = std::get<K>(outs);
      if constexpr (eigen_expression<decltype(out)>) {
        out.setConstant(scalar<at>());
      } else {
        out = scalar<at>();
      }
    } else {
      std::get<K>(outs) = matrix<at>();
    }
  }

  template <std::uint32_t I>
  T compute() {
    using operation = operation_at<I>;
    if constexpr (!matrix_operation<operation>) {
      return [&]<std::size_t... K>(std::index_sequence<K...>) {
        return value_of_scalars<operation, T>(scalar_or_condition<program.operand(I, K)>()...);
      }(std::make_index_sequence<step<I>.count>{});
    } else if constexpr (is<I>(kind_of_operation<sum_of_elements_op>)) {
      return array<program.operand(I, 0)>().sum();
    } else if constexpr (is<I>(kind_of_operation<matrix_product_op>)) {
      return (matrix<program.operand(I, 0)>().transpose().cwiseProduct(matrix<program.operand(I, 1)>())).sum();
    } else if constexpr (is<I>(kind_of_operation<trace_op>)) {
      return matrix<program.operand(I, 0)>().trace();
    } else if constexpr (is<I>(kind_of_operation<element_op>)) {
      return matrix<program.operand(I, 0)>().coeff(0, 0);
    } else if constexpr (is<I>(kind_of_operation<norm_op>)) {
      return norm_of(matrix<program.operand(I, 0)>());
    } else if constexpr (is<I>(kind_of_operation<determinant_op>)) {
      if (rows<program.operand(I, 0)>() == 0) return T(1);
      return decomposition<I>().determinant();
    } else {
      static_assert(is<I>(kind_of_operation<log_determinant_op>));
      return log_determinant_of(rows<program.operand(I, 0)>() == 0 ? nullptr : &decomposition<I>());
    }
  }

  template <class Matrix>
  static T norm_of(Matrix const& a) {
    if constexpr (std::is_floating_point_v<T>) {
      return a.stableNorm();
    } else {
      using std::sqrt;
      return T(sqrt(T(a.cwiseProduct(a).sum())));
    }
  }
  /// The sum of the logarithms of the diagonal, whose signs multiply.
  template <class Decomposition>
  static T log_determinant_of(Decomposition const* lu) {
    using std::log;
    if (!lu) return T(0);
    T sum(0);
    if constexpr (ordered<T>) {
      bool negative = lu->permutationP().determinant() < 0;
      for (Eigen::Index i = 0; i < lu->rows(); ++i) {
        T const entry = lu->matrixLU().coeff(i, i);
        negative = negative != (entry < T(0));
        sum += T(log(entry < T(0) ? T(-entry) : entry));
      }
      return negative ? T(log(T(-1))) : sum;
    } else {
      if (lu->permutationP().determinant() < 0) sum += T(log(T(-1)));
      for (Eigen::Index i = 0; i < lu->rows(); ++i) sum += T(log(lu->matrixLU().coeff(i, i)));
      return sum;
    }
  }

  template <std::uint32_t I>
  auto& decomposition() {
    constexpr std::uint32_t number = decomposed<Recipe>::value.of[I];
    auto& lu = std::get<number>(workspace_.decompositions);
    if (!is_decomposed_[number]) {
      lu.compute(matrix<decomposed<Recipe>::value.operand[number]>());
      is_decomposed_[number] = true;
    }
    return lu;
  }

  /// What is kept is resized; a place for a result, which may be a block or a map, has its shape already.
  template <class Out>
  static void make_zero(Out& out, Eigen::Index rows, Eigen::Index columns) {
    if constexpr (std::is_base_of_v<Eigen::PlainObjectBase<Out>, Out>) out.resize(rows, columns);
    out.setZero();
  }

  template <std::uint32_t I, class Out>
  void assign(Out& out) {
    if constexpr (!matrix_operation<operation_at<I>>) {
      out = elementwise<I>().matrix();
    } else if constexpr (is<I>(kind_of_operation<matrix_product_op>)) {
      assign_product<I>(out);
    } else if constexpr (is<I>(kind_of_operation<inverse_op>)) {
      assign_inverse<I>(out);
    } else if constexpr (is<I>(kind_of_operation<adjugate_op>)) {
      assign_adjugate<I>(out);
    } else if constexpr (is<I>(kind_of_operation<solve_op>)) {
      constexpr std::uint32_t a = program.operand(I, 0);
      if (rows<a>() == 0) {
        make_zero(out, rows<I>(), columns<I>());
      } else if constexpr (decomposed<Recipe>::source(a) != a) {
        out = decomposition<I>().transpose().solve(matrix<program.operand(I, 1)>());
      } else {
        out = decomposition<I>().solve(matrix<program.operand(I, 1)>());
      }
    } else if constexpr (is<I>(kind_of_operation<row_log_sum_exp_op>)) {
      assign_log_sum_exp(out, matrix<program.operand(I, 0)>());
    } else if constexpr (is<I>(kind_of_operation<diagonal_op>)) {
      out = matrix<program.operand(I, 0)>().diagonal();
    } else if constexpr (is<I>(kind_of_operation<as_diagonal_op>)) {
      out = matrix<program.operand(I, 0)>().asDiagonal();
    } else if constexpr (is<I>(kind_of_operation<embed_op>)) {
      constexpr std::uint32_t a = program.operand(I, 0);
      make_zero(out, rows<I>(), columns<I>());
      out.template block<fixed_rows<a>, fixed_columns<a>>(index<program.operand(I, 1)>(), index<program.operand(I, 2)>(), rows<a>(), columns<a>()) = matrix<a>();
    } else if constexpr (is<I>(kind_of_operation<cross_matrix_op>)) {
      auto const& v = matrix<program.operand(I, 0)>();
      T const x = v.coeff(0, 0), y = v.coeff(1, 0), z = v.coeff(2, 0);
      make_zero(out, 3, 3);
      out(0, 1) = -z, out(0, 2) = y, out(1, 0) = z, out(1, 2) = -x, out(2, 0) = -y, out(2, 1) = x;
    } else if constexpr (is<I>(kind_of_operation<axial_vector_op>)) {
      auto const& g = matrix<program.operand(I, 0)>();
      make_zero(out, 3, 1);
      out(0, 0) = g.coeff(2, 1) - g.coeff(1, 2), out(1, 0) = g.coeff(0, 2) - g.coeff(2, 0), out(2, 0) = g.coeff(1, 0) - g.coeff(0, 1);
    } else {
      out = matrix<I>();
    }
  }

  template <std::uint32_t I, class Out>
  void assign_product(Out& out) {
    constexpr std::uint32_t a = program.operand(I, 0), b = program.operand(I, 1);
    if constexpr (is_ones<b>() && fixed_columns<I> == 1) {
      out = array<a>().rowwise().sum().matrix();
    } else if constexpr (is_ones<a>() && fixed_rows<I> == 1) {
      out = array<b>().colwise().sum().matrix();
    } else if constexpr ((is_ones<b>() && fixed_columns<a> == 1) || (is_ones<a>() && fixed_rows<b> == 1)) {
      out = replicated<I>();
    } else {
      out.noalias() = matrix<a>() * matrix<b>();
    }
  }
  template <std::uint32_t I, class Out>
  void assign_inverse(Out& out) {
    constexpr std::uint32_t a = program.operand(I, 0);
    if (rows<a>() == 0) {
      make_zero(out, 0, 0);
    } else if constexpr (decomposed<Recipe>::source(a) != a) {
      out = decomposition<I>().transpose().solve(eigen_shape<I>::Identity(rows<I>(), columns<I>()));
    } else {
      // Not by inverse() of Eigen, which copies the decomposition.
      out = decomposition<I>().solve(eigen_shape<I>::Identity(rows<I>(), columns<I>()));
    }
  }
  /// det(A) inverse(A), and where A is singular its cofactors one by one.
  template <std::uint32_t I, class Out>
  void assign_adjugate(Out& out) {
    constexpr std::uint32_t a = program.operand(I, 0);
    Eigen::Index const n = rows<a>();
    if (n == 0) {
      make_zero(out, 0, 0);
      return;
    }
    T const determinant = decomposition<I>().determinant();
    if (determinant != T(0)) {
      assign_inverse<I>(out);
      out *= determinant;
      return;
    }
    auto const& of = matrix<a>();
    make_zero(out, n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
      for (Eigen::Index j = 0; j < n; ++j) {
        Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic> minor(n - 1, n - 1);
        for (Eigen::Index p = 0; p + 1 < n; ++p) {
          for (Eigen::Index q = 0; q + 1 < n; ++q) minor(p, q) = of.coeff(p < i ? p : p + 1, q < j ? q : q + 1);
        }
        T const cofactor = n == 1 ? T(1) : T(Eigen::PartialPivLU<decltype(minor)>(minor).determinant());
        out(j, i) = (i + j) % 2 == 0 ? cofactor : T(-cofactor);
      }
    }
  }
  template <class Out, class Matrix>
  static void assign_log_sum_exp(Out& out, Matrix const& a) {
    using std::exp;
    using std::log;
    if constexpr (ordered<T>) {
      if (a.cols() == 0) {
        make_zero(out, a.rows(), 1);
        out.setConstant(-std::numeric_limits<T>::infinity());
        return;
      }
      out = a.rowwise().maxCoeff();
      for (Eigen::Index i = 0; i < a.rows(); ++i) {
        T const largest = out(i, 0);
        if (!(largest - largest == T(0))) continue;  // infinite, or no number: so is the result
        out(i, 0) += T(log(T((a.row(i).array() - largest).exp().sum())));
      }
    } else {
      out = a.array().exp().rowwise().sum().log().matrix();
    }
  }

  Bound const& bound_;
  matrix_workspace<Recipe, T>& workspace_;
  T scalars_[sizes.scalars + 1]{};
  bool is_decomposed_[decomposed<Recipe>::value.count + 1]{};
};

}  // namespace nabla::detail
