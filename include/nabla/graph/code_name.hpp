#pragma once

#include <nabla/graph/loop_plan.hpp>

namespace nabla::detail {

// The name of a formula's recipe is as long as the formula, and a compiler writes it into the name of each function that has the recipe among its
// arguments: with 64 variables 10 000 characters for each of 240 functions, which were a third of GCC's compile time. So what runs a long program is
// named by the program, by its hash and the operations in it, and finds the recipe again by that name. That the operations stand in the name keeps
// apart those that two source files have by the same name.

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <std::uint64_t Hash, class... Operations>
struct code_name {
  friend constexpr auto recipe_named(code_name);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

template <class Name>
using named_recipe = typename decltype(recipe_named(Name{}))::type;

/// Whether a recipe is the first to have a name: asked once, before the name is given to it.
template <class Recipe, class Name>
inline constexpr bool is_first_of_name = !requires { recipe_named(Name{}); };

template <class Recipe, class Name, bool = is_first_of_name<Recipe, Name>>
struct naming {
  using name = Name;
  friend constexpr auto recipe_named(Name) { return std::type_identity<Recipe>{}; }
};
template <class Recipe, class Name>
struct naming<Recipe, Name, false> {
  using name = Name;
};

template <std::uint64_t Hash, class... Operations>
struct compiled<code_name<Hash, Operations...>> {
  static constexpr auto const& value = compiled<named_recipe<code_name<Hash, Operations...>>>::value;
};
template <std::uint64_t Hash, class... Operations>
struct signature_of<code_name<Hash, Operations...>> : compiled<code_name<Hash, Operations...>> {};
template <std::uint64_t Hash, class... Operations>
struct looped<code_name<Hash, Operations...>> {
  using recipe = code_name<Hash, Operations...>;
  static constexpr auto const& value = looped<named_recipe<recipe>>::value;
};

/// Programs of fewer instructions are run under the names of their recipes.
inline constexpr std::size_t fewest_instructions_with_name = 64;

/// What a recipe notes of its outputs besides is part of the program's identity, too.
template <program_sizes Size>
constexpr std::uint64_t hash_of_notes(program<Size> const&) {
  return 0;
}

constexpr std::uint64_t hash_joined(std::uint64_t hash, std::uint32_t const* words, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) hash = hash_join(hash, words[i]);
  return hash;
}

/// A hash of all that a program says, and its operations, each once.
template <program_sizes Size>
struct program_identity {
  std::uint64_t hash = 0;
  std::size_t operation_count = 0;
  std::uint64_t operations[Size.instructions + 1]{};

  template <class Program>
  constexpr explicit program_identity(Program const& program) {
    hash = hash_join(hash_of_notes(program), Size.instructions);
    growable<std::uint64_t> known(64, 0);
    for (std::size_t i = 0; i < Size.instructions; ++i) {
      instruction const& step = program.instructions[i];
      hash = hash_join(hash, step.operation + (static_cast<std::uint64_t>(step.first) << 32) + step.slot);
      if (step.alternatives != 0) hash = hash_join(hash, 2 * step.first_alternative + (step.is_costly ? 1 : 0) + (static_cast<std::uint64_t>(step.alternatives) << 32));
      if (kind_of(step) != step_kind::operation || known[step.operation % 64] == step.operation) continue;
      known[step.operation % 64] = step.operation;
      std::size_t at = 0;
      while (at < operation_count && operations[at] != step.operation) ++at;
      operations[at] = step.operation;
      if (at == operation_count) ++operation_count;
    }
    for (std::size_t i = 0; i < Size.constants; ++i) {
      hash = hash_join(hash_join(hash, static_cast<std::uint64_t>(program.constants[i].numerator)), static_cast<std::uint64_t>(program.constants[i].denominator));
    }
    for (std::size_t i = 0; i < Size.variables; ++i) hash = hash_join(hash, program.variables[i].hash);
    hash = hash_joined(hash, program.operands, Size.operands);
    hash = hash_joined(hash, program.outputs, Size.outputs);
    hash = hash_joined(hash, program.alternatives, Size.alternatives);
    for (std::size_t i = 0; i < Size.literals; ++i) {
      literal const& here = program.literals[i];
      hash = hash_join(hash, (static_cast<std::uint64_t>(here.parent) << 32) + 2 * here.condition + (here.holds ? 1 : 0));
    }
  }
};

template <class Recipe>
struct named_code {
  static constexpr program_identity<compiled<Recipe>::value.size> identity{compiled<Recipe>::value};

  template <std::size_t... I>
  static auto make(std::index_sequence<I...>) -> code_name<identity.hash, operation_t<identity.operations[I]>...>;
  using type = typename naming<Recipe, decltype(make(std::make_index_sequence<identity.operation_count>{}))>::name;
};
template <class Recipe>
struct unnamed_code {
  using type = Recipe;
};

/// Whether the code of a recipe is better named by its program.
template <class Recipe>
constexpr bool needs_code_name() {
  if constexpr (is_stretched<Recipe>) {
    return false;
  } else {
    return signature_of<Recipe>::value.size.instructions >= fewest_instructions_with_name;
  }
}

/// What the code of a recipe is named by: a recipe with the same program.
template <class Recipe>
using code_name_t = typename std::conditional_t<needs_code_name<Recipe>(), named_code<Recipe>, unnamed_code<Recipe>>::type;

}  // namespace nabla::detail
