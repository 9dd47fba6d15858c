#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace nabla::detail {

/// What std::for_each takes before the range. libstdc++ declares its parallel algorithms in <algorithm> and defines them in <execution>,
/// which whoever names a policy has included: so nothing here needs the library that runs the threads (there, TBB).
template <class P>
concept execution_policy = requires(P&& policy, std::size_t* chunk, void (*body)(std::size_t)) {
  std::for_each(static_cast<P&&>(policy), chunk, chunk, body);
};

struct in_this_thread {};

/// body(k) for k from 0 to count - 1, in any order, in this thread or as an execution policy says.
template <class Policy, class Body>
void for_each_chunk(Policy&& policy, std::size_t count, Body const& body) {
  if constexpr (execution_policy<Policy>) {
    std::vector<std::size_t> chunks(count);
    for (std::size_t k = 0; k < count; ++k) chunks[k] = k;
    std::for_each(static_cast<Policy&&>(policy), chunks.begin(), chunks.end(), [&](std::size_t k) { body(k); });
  } else {
    static_cast<void>(policy);
    for (std::size_t k = 0; k < count; ++k) body(k);
  }
}

}  // namespace nabla::detail
