#pragma once

#include <nabla/print/c_special.hpp>
#include <nabla/print/notation.hpp>

namespace nabla::detail {

constexpr bool is_letter_of_c(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
constexpr bool is_digit_of_c(char c) { return c >= '0' && c <= '9'; }

/// Words that C99 keeps for itself, or that C++ does.
constexpr bool is_keyword_of_c(text word) {
  for (text keyword : {"auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float",
                       "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return", "short", "signed", "sizeof",
                       "static", "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while"}) {
    if (keyword == word) return true;
  }
  return word.size() > 1 && word[0] == '_' && (word[1] == '_' || (word[1] >= 'A' && word[1] <= 'Z'));
}

constexpr bool is_identifier_of_c(text word) {
  if (word.empty() || is_digit_of_c(word[0]) || is_keyword_of_c(word)) return false;
  for (char c : word) {
    if (!is_letter_of_c(c) && !is_digit_of_c(c)) return false;
  }
  return true;
}

/// The operations, by the hash of their names, of which C99 has the function: of one operand, and of two.
inline constexpr std::uint64_t unary_functions_of_c[] = {
    hash_text("abs"),   hash_text("sin"),  hash_text("cos"),   hash_text("tan"),    hash_text("asin"),   hash_text("acos"),
    hash_text("atan"),  hash_text("sinh"), hash_text("cosh"),  hash_text("tanh"),   hash_text("asinh"),  hash_text("acosh"),
    hash_text("atanh"), hash_text("exp"),  hash_text("exp2"),  hash_text("expm1"),  hash_text("log"),    hash_text("log2"),
    hash_text("log10"), hash_text("log1p"), hash_text("sqrt"), hash_text("cbrt"),   hash_text("erf"),    hash_text("erfc"),
    hash_text("tgamma"), hash_text("lgamma"), hash_text("rint")};
inline constexpr std::uint64_t binary_functions_of_c[] = {hash_text("^"), hash_text("atan2"), hash_text("hypot")};

constexpr bool is_function_of_c(std::uint64_t name, std::size_t count) {
  if (count == 1) {
    for (std::uint64_t function : unary_functions_of_c) {
      if (function == name) return true;
    }
  } else if (count == 2) {
    for (std::uint64_t function : binary_functions_of_c) {
      if (function == name) return true;
    }
  }
  return count == 3 && name == hash_text("fma");
}

constexpr bool is_operator_of_c(std::uint64_t operation) {
  return (form_of_operator(operation).position != position_of_operator::call && operation != kind_of_operation<power>) ||
         operation == kind_of_operation<equals_op> || operation == kind_of_operation<select_op>;
}

constexpr bool is_written_in_c(std::uint64_t operation, std::size_t count) {
  return is_operator_of_c(operation) || is_function_of_c(operation, count) || c_helper_of(operation, count) >= 0;
}

/// What a function may make use of: names of <math.h>, and those of the helpers that stand before it.
constexpr bool is_used_in_c(text word) {
  return word.substr(0, 6) == "nabla_" || word == "fabs" || word == "pow" || word == "INFINITY" || word == "NAN" || is_function_of_c(hash_text(word), 1) ||
         is_function_of_c(hash_text(word), 2) || is_function_of_c(hash_text(word), 3);
}

/// The parameters of a function in C, each with a name that is an identifier and none's but its own.
class c_parameters {
 public:
  constexpr void add(variable_info const& variable, bool is_array) {
    std::size_t const first = names_.view().size();
    // What begins with two of them, or with one and a capital, is C's own, whatever follows.
    if (is_digit_of_c(variable.name[0])) names_.add('_');
    if (written(variable.name[0]) == '_' && (variable.name.size() == 1 || !is_small_or_digit(written(variable.name[1])))) names_.add('x');
    for (char c : variable.name) names_.add(written(c));
    if (variable.index != variable_info::none && !is_array) {
      names_.add('_');
      names_.add_digits(variable.index);
    }
    while (is_taken(names_.view().substr(first))) names_.add('_');
    all_.push({variable.name, is_array ? variable_info::none : variable.index, is_array, first, names_.view().size() - first});
  }
  /// The variables of a graph; the members of a family are one parameter.
  constexpr void add_in_order_of_names(graph const& g) {
    growable<node_id> variables;
    for (node_id id = 0; id < g.size(); ++id) {
      if (g.is_variable(id)) variables.push(id);
    }
    sort(variables, [&](node_id a, node_id b) { return g.variable(a).name < g.variable(b).name; });
    for (node_id id : variables) {
      variable_info const& variable = g.variable(id);
      if (find(variable) == all_.size()) add(variable, variable.index != variable_info::none);
    }
  }
  /// The parameter that a variable is, or is an element of; their number where there is none.
  constexpr std::size_t find(variable_info const& variable) const {
    std::size_t k = 0;
    while (k < all_.size() && !(all_[k].of == variable.name && (all_[k].is_array ? variable.index != variable_info::none
                                                                                 : variable.index == all_[k].index))) {
      ++k;
    }
    return k;
  }
  constexpr std::size_t size() const { return all_.size(); }
  constexpr bool is_array(std::size_t k) const { return all_[k].is_array; }
  constexpr text name(std::size_t k) const { return names_.view().substr(all_[k].first, all_[k].size); }

 private:
  struct parameter {
    text of;
    std::size_t index;
    bool is_array;
    std::size_t first, size;
  };

  static constexpr char written(char c) { return is_letter_of_c(c) || is_digit_of_c(c) ? c : '_'; }
  static constexpr bool is_small_or_digit(char c) { return (c >= 'a' && c <= 'z') || is_digit_of_c(c); }

  /// Other parameters, words of C, the functions that may be called, the local variables t0, t1 ... and c0, c1 ...
  constexpr bool is_taken(text word) const {
    for (std::size_t k = 0; k < all_.size(); ++k) {
      if (name(k) == word) return true;
    }
    bool is_local = word.size() > 1 && (word[0] == 't' || word[0] == 'c');
    for (std::size_t i = 1; i < word.size(); ++i) is_local = is_local && is_digit_of_c(word[i]);
    return is_local || is_keyword_of_c(word) || word == "out" || is_used_in_c(word);
  }

  text_builder names_;
  growable<parameter> all_;
};

}  // namespace nabla::detail
