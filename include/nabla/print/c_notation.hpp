#pragma once

#include <nabla/print/c_names.hpp>
#include <nabla/print/writer.hpp>
#include <nabla/rules/piecewise.hpp>

namespace nabla::detail {

/// Whether a number is a finite decimal fraction of few digits, and written as one.
constexpr bool is_decimal(rational value) {
  std::intmax_t rest = value.denominator;
  while (rest % 2 == 0) rest /= 2;
  while (rest % 5 == 0) rest /= 5;
  return rest == 1 && value.denominator <= 1'000'000'000'000'000'000;
}

/// How C has it: numbers are those nearest to the exact ones, powers are calls, choices are ?:.
struct c_notation : plain_notation {
  static constexpr bool divides_by_denominators = false;
  growable<std::uint32_t> const& locals;  // by node: the number of the local variable and 1
  c_parameters const& parameters;

  constexpr c_notation(growable<std::uint32_t> const& of, c_parameters const& with) : locals(of), parameters(with) {}

  constexpr bool is_named(node_id id) const { return locals[id] != 0; }
  template <class Writer>
  constexpr void write_name(Writer& writer, node_id id) const {
    writer.out.add(writer.g.operation(id)->is_condition ? 'c' : 't');
    writer.out.add_digits(locals[id] - 1);
  }
  static constexpr operator_form form_of_equality{position_of_operator::between, precedence::comparison, precedence::sum, precedence::sum,
                                                  " == "};
  static constexpr operator_form form_of_choice{position_of_operator::call, precedence::choice};

  constexpr operator_form const& form_of(graph const& g, node_id id) const {
    if (g.is(id, info_of<equals_op>)) return form_of_equality;
    if (g.is(id, info_of<select_op>)) return form_of_choice;
    return form_of_operator_in_code(g.kind(id));
  }
  constexpr precedence level_of(rational value) const {
    return value.numerator < 0 ? precedence::negation : is_quotient(value) ? precedence::product : precedence::atom;
  }

  template <class Writer>
  constexpr void write_number(Writer& writer, rational value) const {
    if (!is_decimal(value) && !is_quotient(value)) {
      hexadecimal_text const digits = as_hexadecimal(std::bit_cast<std::uint64_t>(nearest<double>(value)));
      return writer.out.add(text(digits.characters, digits.size));
    }
    if (value.numerator < 0) writer.out.add("-");
    auto const numerator = static_cast<std::uintmax_t>(value.numerator < 0 ? -value.numerator : value.numerator);
    auto const denominator = static_cast<std::uintmax_t>(value.denominator);
    if (is_decimal(value)) return write_decimal(writer, numerator, denominator);
    writer.out.add_digits(numerator);
    writer.out.add(".0/");
    writer.out.add_digits(denominator);
    writer.out.add(".0");
  }
  template <class Writer>
  constexpr void write_floating(Writer& writer, node_id id) const {
    auto const bits = static_cast<std::uint64_t>(writer.g.constant_value(id).numerator);
    hexadecimal_text const digits = as_hexadecimal(bits);
    text const written(digits.characters, digits.size);
    bool const is_negative = bits >> 63 != 0;
    if (written.find("n") == text::npos) return writer.out.add(written);
    if (is_negative) writer.out.add("-");
    writer.out.add(written.find("inf") == text::npos ? "NAN" : "INFINITY");
  }
  template <class Writer>
  constexpr void write_variable(Writer& writer, variable_info const& variable) const {
    std::size_t const k = parameters.find(variable);
    writer.out.add(parameters.name(k));
    if (!parameters.is_array(k)) return;
    writer.out.add("[");
    writer.out.add_digits(variable.index);
    writer.out.add("]");
  }
  template <class Writer>
  constexpr void write_function(Writer& writer, node_id id) const {
    text const name = writer.g.operation(id)->name;
    int const helper = c_helper_of(writer.g.kind(id), writer.g.count(id));
    if (helper >= 0) return writer.out.add(c_helpers[helper].function);
    writer.out.add(name == "abs" ? text("fabs") : name == "^" ? text("pow") : name);
  }
  template <class Writer>
  constexpr bool write_specially(Writer& writer, node_id id) const {
    if (!writer.g.is(id, info_of<select_op>)) return false;
    writer.write(writer.g.operand(id, 0), precedence::disjunction);
    writer.out.add(" ? ");
    writer.write(writer.g.operand(id, 1), precedence::disjunction);
    writer.out.add(" : ");
    writer.write(writer.g.operand(id, 2));
    return true;
  }

 private:
  /// 1.0/3.0, which is rounded once since both are exact.
  static constexpr bool is_quotient(rational value) {
    constexpr std::intmax_t whole = std::intmax_t{1} << 53;
    return !is_decimal(value) && value.numerator <= whole && value.numerator >= -whole && value.denominator <= whole;
  }
  /// All digits; but of a double, which 17 digits tell from others, no more than 21.
  template <class Writer>
  static constexpr void write_decimal(Writer& writer, std::uintmax_t numerator, std::uintmax_t denominator) {
    writer.out.add_digits(numerator / denominator);
    writer.out.add(".");
    bool const is_double = (denominator & (denominator - 1)) == 0 && numerator < std::uintmax_t{1} << 53;
    std::uintmax_t rest = numerator % denominator;
    std::size_t digits = numerator >= denominator ? 1 : 0;
    do {
      rest *= 10;
      writer.out.add(static_cast<char>('0' + rest / denominator));
      if (digits > 0 || rest >= denominator) ++digits;
      rest %= denominator;
    } while (rest != 0 && !(is_double && digits > 20));
  }
};

}  // namespace nabla::detail
