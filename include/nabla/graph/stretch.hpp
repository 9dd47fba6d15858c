#pragma once

#include <nabla/graph/outline.hpp>

namespace nabla::detail {

// The loops of a program with many iterations, from those of three programs with few. They are made of the function's outline, with a number of
// iterations, a step more, and two steps more. Where they have the same bodies, and every number of the second differs from that of the first as that
// of the third from that of the second, each step more is so much more of each: then the numbers for all iterations are known. Otherwise the
// program is made of all nodes.

/// Numbers that grow by the same amount with each step; they count modulo 2^32, as places do that go backward.
class stretched_number {
 public:
  constexpr explicit stretched_number(std::uint32_t more) : more_(more) {}
  constexpr std::uint32_t operator()(std::size_t a, std::size_t b, std::size_t c) {
    auto const first = static_cast<std::uint32_t>(a), step = static_cast<std::uint32_t>(b - a);
    if (static_cast<std::uint32_t>(c - b) != step) holds_ = false;
    return first + more_ * step;
  }
  constexpr bool holds() const { return holds_; }
  constexpr void refuse() { holds_ = false; }

 private:
  std::uint32_t more_;  // steps than in the first
  bool holds_ = true;
};

/// Variables of a program, by their numbers among a traced function's arguments and, behind them, its parameters.
template <class Source, std::size_t Count>
struct traced_variables {
  static constexpr std::size_t arguments = Source::variables::length;

  std::uint32_t numbers[Count + 1]{};

  constexpr variable_info const& operator[](std::size_t k) const {
    return numbers[k] < arguments ? Source::variables::members.info[numbers[k]] : Source::parameters::members.info[numbers[k] - arguments];
  }
};
template <class Source>
constexpr std::uint32_t number_of_argument(variable_info const& variable) {
  bool const is_parameter = variable.index >= Source::variables::length || !(Source::variables::members.info[variable.index] == variable);
  return static_cast<std::uint32_t>(variable.index + (is_parameter ? Source::variables::length : 0));
}

/// What a program with many iterations takes and gives; of its sizes the variables and the outputs.
template <class Source, std::size_t Variables>
struct stretched_signature {
  program_sizes size{};
  traced_variables<Source, Variables> variables{};
};

/// The programs that tell the loop of a source: of `First` iterations at least, and each of `Step` more than the one before.
/// `Told::recipe<Source, n>` is a recipe with n iterations.
template <class Source, class Told, std::size_t First, std::size_t Step>
struct told_programs {
  static constexpr auto const& whole = outlined<Source>::value;
  static constexpr std::size_t first = First < whole.iterations ? First + (whole.iterations - First) % Step : First;
  static constexpr auto more = static_cast<std::uint32_t>((whole.iterations - first) / Step);  // steps than in the first
  static constexpr bool are_few = whole.iterations > 2 * first;
  template <std::size_t More>
  using recipe = typename Told::template recipe<Source, first + More * Step>;
  template <std::size_t More>
  using source = told_source<Source, first + More * Step>;
};

/// Number 0, 1 or 2 of three.
template <class T>
constexpr T of_three(std::size_t number, T a, T b, T c) {
  return number == 0 ? a : number == 1 ? b : c;
}

/// A list that grows by `added` numbers with each step: those at its beginning, those that a step adds, each time further, and those at its end.
///
/// @param at     number k of the list of the first, second or third program: at(0, k), at(1, k), at(2, k)
/// @param count  how many there are in the first
/// @param put    takes number k of the stretched list
template <class At, class Put>
constexpr void stretch_list(At const& at, std::size_t count, std::size_t added, std::uint32_t more, Put const& put, stretched_number& number) {
  std::size_t begin = 0;
  for (; begin < count; ++begin) {
    stretched_number same(more);
    std::uint32_t const value = same(at(0, begin), at(1, begin), at(2, begin));
    if (!same.holds()) break;
    put(begin, value);
  }
  std::uint32_t const step = added > 0 ? at(2, begin + added) - at(1, begin) : 0;
  for (std::size_t k = 0; k < added; ++k) {
    std::uint32_t const first = at(1, begin + k);
    if (at(2, begin + added + k) - first != step) return number.refuse();
    // Of each step what the one before has, but for what all of them move by.
    std::uint32_t const moved = at(2, begin + k) - first, last = first + (more - 1) * moved;
    for (std::uint32_t i = 0; i < more; ++i) put(begin + i * added + k, last + i * (step - moved));
  }
  for (std::size_t k = begin; k < count; ++k) put(k + more * added, number(at(0, k), at(1, k + added), at(2, k + 2 * added)));
}

/// The plan for all iterations: its code is that of the program with the fewest, its numbers are those of the whole.
template <class Plan, class ProgramA, class ProgramB, class ProgramC>
class stretched_plan {
 public:
  template <class A, class B, class C>
  constexpr stretched_plan(std::type_identity<Plan>, A const& a, B const& b, C const& c, ProgramA const& of_a, ProgramB const& of_b, ProgramC const& of_c, std::uint32_t more)
      : a_(of_a), b_(of_b), c_(of_c), number_(more) {
    if (a.is_like(b) && b.is_like(c)) {
      make(a, b, c, more);
    } else {
      number_.refuse();
    }
  }

  constexpr bool holds() const { return number_.holds(); }

  Plan plan{};

 private:
  template <class A, class B, class C>
  constexpr void make(A const& a, B const& b, C const& c, std::uint32_t more) {
    static_cast<loop_layout&>(plan) = a;
    plan.places = number_(a.places, b.places, c.places);
    plan.data_size = number_(a.data_size, b.data_size, c.data_size);
    plan.records = number_(a.records, b.records, c.records);
    plan.late = number_(a.late, b.late, c.late);
    plan.loops = number_(a.loops, b.loops, c.loops);
    for (std::size_t i = 0; i < a.body_count; ++i) plan.bodies[i] = a.bodies[i];
    if (plan.data_size > Plan::most_data || !number_.holds()) return number_.refuse();
    std::uint32_t const lists = a.control + a.control_size;
    bool is_instruction[Plan::most_data + 1]{};
    for (std::size_t i = 0; i < a.body_count; ++i) {
      for (std::size_t j = 0; j < a.bodies[i].steps; ++j) is_instruction[a.bodies[i].instructions + j] = true;
    }
    for (std::uint32_t i = 0; i < lists; ++i) plan.data[i] = is_instruction[i] ? a.data[i] : number_(a.data[i], b.data[i], c.data[i]);
    std::uint32_t const records_end = stretch_records(a, b, c, more);
    if (!number_.holds()) return;
    stretch_lists(a, b, c, more, lists);
    stretch_late(a, b, c, more, records_end);
  }

  /// What stands at a place of the control: how often it runs, how many numbers its records have each time, and how many it takes itself.
  struct repeated {
    std::uint32_t count, size, length;
  };
  template <class A>
  static constexpr repeated repeated_at(A const& a, std::uint32_t at) {
    std::uint32_t const* const control = a.data + a.control + at;
    if (control[0] != no_node) return {1, a.bodies[control[0]].record_size(), 1};
    repeated result{control[1], 0, control[2]};
    for (std::uint32_t inner = 3; inner < result.length;) {
      repeated const part = repeated_at(a, at + inner);
      result.size += part.count * part.size;
      inner += part.length;
    }
    return result;
  }

  /// The records; where they end. Those of a loop of loops that runs more often with each step begin and end as they do in the first program, and between
  /// them every number moves by the same each time.
  template <class A, class B, class C>
  constexpr std::uint32_t stretch_records(A const& a, B const& b, C const& c, std::uint32_t more) {
    std::uint32_t const *first = a.data + a.records, *second = b.data + b.records, *third = c.data + c.records;
    std::uint32_t* to = plan.data + plan.records;
    for (std::uint32_t n = 0; n < a.control_size;) {
      repeated const runs = repeated_at(a, n), next = repeated_at(b, n), last = repeated_at(c, n);
      std::uint32_t const size = runs.size, added = next.count - runs.count, begin = added > 0 ? (runs.count + 1) / 2 : runs.count;
      std::uint32_t const behind = static_cast<std::uint32_t>(to - plan.data) + (runs.count + more * added) * size;
      if (next.size != size || last.size != size || last.count - next.count != added || next.count < runs.count ||
          (added > 0 && begin == runs.count) || behind > plan.late || plan.late > plan.data_size) {
        number_.refuse();
        return 0;
      }
      for (std::uint32_t k = 0; k < runs.count * size; ++k) {
        std::uint32_t const moved = k < begin * size ? 0 : added * size;
        to[k + more * moved] = number_(first[k], second[k + moved], third[k + 2 * moved]);
      }
      for (std::uint32_t k = (begin - 1) * size; added > 0 && k < begin * size; ++k) {
        std::uint32_t const step = number_(step_of(first + k, size, 0), step_of(second + k, size, added), step_of(third + k, size, 2 * added));
        for (std::uint32_t i = 0; i < more * added; ++i) to[k + (i + 1) * size] = to[k + i * size] + step;
        if (step_of(to + k, size, more * added) != step) number_.refuse();
      }
      first += runs.count * size;
      second += next.count * size;
      third += last.count * size;
      to = plan.data + behind;
      n += runs.length;
    }
    return static_cast<std::uint32_t>(to - plan.data);
  }
  /// By what a number moves from one record to the next: between so many of them and those before and behind by the same.
  constexpr std::uint32_t step_of(std::uint32_t const* numbers, std::uint32_t size, std::uint32_t count) {
    std::uint32_t const step = numbers[size] - numbers[0];
    for (std::uint32_t i = 1; i <= count; ++i) {
      if (numbers[(i + 1) * size] - numbers[i * size] != step) number_.refuse();
    }
    return step;
  }

  /// Groups of outputs that no body writes, and before them their lists. The number of one that is a number is an instruction.
  template <class A, class B, class C>
  constexpr void stretch_late(A const& a, B const& b, C const& c, std::uint32_t more, std::uint32_t next) {
    for (std::uint32_t i = 0; i < 4 * a.late_groups; i += 4) {
      std::uint32_t const* const first = a.data + a.late + i;
      std::uint32_t const* const second = b.data + b.late + i;
      std::uint32_t const* const third = c.data + c.late + i;
      std::uint32_t const count = first[2], added = second[2] - count;
      bool const is_number = first[0] == in_outputs;
      bool const alike = first[0] == second[0] && first[0] == third[0] && third[2] - second[2] == added && (is_number || first[1] == second[1]);
      if (!alike || (is_number && !have_one_number(first[1], second[1], third[1])) || next + 2 * (count + more * added) > plan.late) return number_.refuse();
      std::uint32_t const group[] = {first[0], first[1], count + more * added, next};
      for (std::uint32_t k = 0; k < 4; ++k) plan.data[plan.late + i + k] = group[k];
      for (std::uint32_t part = 0; part < 2; ++part) {  // outputs, and places
        stretch_list(
            [&](std::size_t list, std::size_t k) { return of_three(list, a.data + first[3], b.data + second[3], c.data + third[3])[2 * k + part]; },
            count, added, more, [&](std::size_t k, std::uint32_t value) { plan.data[next + 2 * k + part] = value; }, number_);
      }
      next += 2 * (count + more * added);
    }
    if (next != plan.late) number_.refuse();
  }
  constexpr bool have_one_number(std::uint32_t first, std::uint32_t second, std::uint32_t third) const {
    auto const number = [](auto const& program, std::uint32_t at) { return program.constants[program.instructions[at].first]; };
    std::uint64_t const kind = a_.instructions[first].operation;
    if (kind != constant_kind && kind != number_leaf.id) return false;
    return b_.instructions[second].operation == kind && c_.instructions[third].operation == kind && number(a_, first) == number(b_, second) &&
           number(b_, second) == number(c_, third);
  }

  /// Lists stand one behind the other, in the order of the records. Those of loops of loops are not stretched.
  template <class A, class B, class C>
  constexpr void stretch_lists(A const& a, B const& b, C const& c, std::uint32_t more, std::uint32_t lists) {
    std::uint32_t const *from_a = a.data + a.records, *from_b = b.data + b.records, *from_c = c.data + c.records;
    std::uint32_t *to = plan.data + plan.records, next = lists;
    for (std::uint32_t n = 0; n < a.control_size;) {
      repeated const runs = repeated_at(a, n);
      std::uint32_t const added_runs = repeated_at(b, n).count - runs.count;
      if (runs.length == 1) {
        loop_body const& body = a.bodies[a.data[a.control + n]];
        auto const stretch_one = [&](std::uint32_t entry) {
          std::uint32_t const first = from_a[entry], second = from_b[entry], third = from_c[entry];
          std::uint32_t const count = from_a[0], added = from_b[0] - count;
          to[entry] = next;
          if (next + count + more * added > plan.records) return number_.refuse();
          stretch_list([&](std::size_t list, std::size_t k) { return of_three(list, a.data + first, b.data + second, c.data + third)[k]; },
                       count, added, more, [&](std::size_t k, std::uint32_t value) { plan.data[next + k] = value; }, number_);
          next += count + more * added;
        };
        for (std::uint32_t i = 0; i < body.imports; ++i) {
          if (a.data[body.import_list + 2 * i + 1] == listed_access) stretch_one(body.record_of_import(i));
        }
        for (std::uint32_t i = 0; i < body.exports; ++i) {
          if (a.data[body.export_list + 3 * i + 2] == listed_access) stretch_one(body.record_of_export(i));
        }
      }
      from_a += runs.count * runs.size;
      from_b += (runs.count + added_runs) * runs.size;
      from_c += (runs.count + 2 * added_runs) * runs.size;
      to += (runs.count + more * added_runs) * runs.size;
      n += runs.length;
    }
    if (next != plan.records) number_.refuse();
  }

  ProgramA const& a_;
  ProgramB const& b_;
  ProgramC const& c_;
  stretched_number number_;
};

template <class Value>
struct stretched_value {
  Value value;
  bool holds;
};

/// A program with many iterations, of an outline: `signature` is what it takes and gives, `plan` is how it runs, with the code of `code`.
///
/// @tparam Told  says which recipes tell it, and makes the signature with what they note besides; see told_values
template <class Source, class Told, std::size_t First, std::size_t Step>
struct stretched_outline {
  using programs = told_programs<Source, Told, First, Step>;
  using code = typename programs::template recipe<0>;

  static constexpr auto make_signature() {
    constexpr auto const& a = compiled<code>::value;
    constexpr auto const& b = compiled<typename programs::template recipe<1>>::value;
    constexpr auto const& c = compiled<typename programs::template recipe<2>>::value;
    stretched_number number(programs::more);
    constexpr std::size_t count = a.size.variables, added = b.size.variables - count;
    constexpr bool grows = b.size.variables >= count && c.size.variables - b.size.variables == added;
    constexpr std::size_t variables = grows ? count + programs::more * added : 0;
    auto result = Told::template make_signature<Source, programs, variables>(number);
    result.size.variables = variables;
    result.size.outputs = number(a.size.outputs, b.size.outputs, c.size.outputs);
    if constexpr (grows) {
      stretch_list(
          [&](std::size_t list, std::size_t k) {
            return list == 0   ? number_of_argument<typename programs::template source<0>>(a.variables[k])
                   : list == 1 ? number_of_argument<typename programs::template source<1>>(b.variables[k])
                               : number_of_argument<typename programs::template source<2>>(c.variables[k]);
          },
          count, added, programs::more, [&](std::size_t k, std::uint32_t value) { result.variables.numbers[k] = value; }, number);
    } else {
      number.refuse();
    }
    return stretched_value<decltype(result)>{result, number.holds()};
  }
  static constexpr auto make_plan() {
    constexpr auto const& a = looped<code>::value;
    constexpr auto const& b = looped<typename programs::template recipe<1>>::value;
    constexpr auto const& c = looped<typename programs::template recipe<2>>::value;
    constexpr bool grows = b.data_size >= a.data_size;
    using plan_type = loop_plan<a.body_count, grows ? a.data_size + programs::more * (b.data_size - a.data_size) : 0>;
    stretched_plan const made(std::type_identity<plan_type>{}, a, b, c, compiled<code>::value, compiled<typename programs::template recipe<1>>::value,
                              compiled<typename programs::template recipe<2>>::value, programs::more);
    return stretched_value<plan_type>{made.plan, made.holds()};
  }
  static constexpr auto made_signature = make_signature();
  static constexpr auto made_plan = make_plan();
  static constexpr auto const& signature = made_signature.value;
  static constexpr auto const& plan = made_plan.value;

  static constexpr bool holds() { return made_signature.holds && made_plan.holds; }
};

template <bool Recorded>
struct not_stretched {
  static constexpr bool holds() { return false; }
  static constexpr bool is_recorded = Recorded;
};
/// A program that tells others has so many instructions, so that its loop is worth one. What else is decided by the size of a graph is decided
/// as for many nodes (graph::stands_for_many).
inline constexpr std::size_t least_instructions_told = 96;

/// How many iterations are told at first: so many that there are instructions enough, most of them in the loop, and that a sum of one term each
/// is a long one.
template <class Source, class Told>
constexpr std::size_t first_told() {
  constexpr auto const& whole = outlined<Source>::value;
  // Long iterations are loops themselves, and so is most of what is beside them.
  constexpr std::size_t counts[] = {6, whole.terms > 0 ? (long_sum + 2 + whole.terms - 1) / whole.terms : 0,
                                    (least_instructions_told + 32) / (Told::nodes * whole.period) + 1,
                                    whole.period < long_iteration ? 2 * whole.size.nodes / whole.period + 2 : 0};
  std::size_t result = 0;
  for (std::size_t count : counts) result = result < count ? count : result;
  return result;
}
/// A loop may take two iterations at once, as one does whose values change places.
template <class Source, class Told, std::size_t First, std::size_t Step>
constexpr auto find_stretched() {
  using programs = told_programs<Source, Told, First, Step>;
  if constexpr (!programs::are_few) {
    return not_stretched<true>{};
  } else if constexpr (!attempted_program<typename programs::template recipe<0>>::holds) {
    return not_stretched<true>{};
  } else if constexpr (constexpr std::size_t size = compiled<typename programs::template recipe<0>>::value.size.instructions; size < least_instructions_told) {
    return find_stretched<Source, Told, First * least_instructions_told / size + 2, Step>();
  } else if constexpr (!attempted_program<typename programs::template recipe<1>>::holds || !attempted_program<typename programs::template recipe<2>>::holds) {
    return not_stretched<true>{};
  } else if constexpr (stretched_outline<Source, Told, First, Step>::holds()) {
    return stretched_outline<Source, Told, First, Step>{};
  } else if constexpr (Step == 1) {
    return find_stretched<Source, Told, First, 2>();
  } else if constexpr (First < 3 * first_told<Source, Told>()) {
    return find_stretched<Source, Told, 3 * First, 1>();
  } else {
    return not_stretched<true>{};
  }
}
template <class Source, class Told>
constexpr auto find_stretched() {
  if constexpr (outlined<Source>::value.is_regular) {
    return find_stretched<Source, Told, first_told<Source, Told>(), 1>();
  } else {
    return not_stretched<outlined<Source>::attempted::holds>{};
  }
}
template <class Source, class Told>
using stretched_program = decltype(find_stretched<Source, Told>());

/// The values of a traced function.
struct told_values {
  static constexpr std::size_t nodes = 1;
  template <class Source, std::size_t Iterations>
  using recipe = told_source<Source, Iterations>;
  template <class Source, class Programs, std::size_t Variables>
  static constexpr auto make_signature(stretched_number&) {
    return stretched_signature<Source, Variables>{};
  }
};

template <class Callable, std::size_t N, std::size_t P>
  requires(N + P >= least_arguments_of_outline)
struct few_iterations<trace_source<Callable, N, P>> : stretched_program<trace_source<Callable, N, P>, told_values> {};

}  // namespace nabla::detail
