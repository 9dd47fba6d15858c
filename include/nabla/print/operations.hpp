#pragma once

#include <nabla/graph/program.hpp>

namespace nabla::detail {

/// An operation of so many operands.
struct operation_use {
  std::uint64_t operation = 0;
  std::uint32_t count = 0;

  friend constexpr bool operator==(operation_use const&, operation_use const&) = default;
};

template <std::size_t Room>
struct operation_list {
  std::size_t size = 0;
  operation_use all[Room + 1]{};
};

template <class Reading, std::size_t Room>
constexpr operation_list<Room> find_operations() {
  growable<operation_use> uses, found;
  Reading::append(uses);
  for (operation_use const& use : uses) {
    bool known = false;
    for (operation_use const& other : found) known = known || other == use;
    if (!known) found.push(use);
  }
  operation_list<Room> result;
  result.size = found.size();
  for (std::size_t i = 0; i < found.size() && i < Room; ++i) result.all[i] = found[i];
  return result;
}

/// The operations of which a format needs the types, those that `Reading::append` lists, each once.
template <class Reading>
struct operations_in {
  static constexpr std::size_t usual_number = 8;

  // No local of `find`: Clang would evaluate it twice.
  static constexpr auto found = find_operations<Reading, usual_number>();
  static constexpr auto find() {
    if constexpr (found.size <= usual_number) {
      return found;
    } else {
      return find_operations<Reading, found.size>();
    }
  }
  static constexpr auto value = find();
};

}  // namespace nabla::detail
