#pragma once

#include <string>
#include <vector>

namespace benchmark_suite {

/// One call of a workload: reads the inputs from memory and writes all outputs. Neither overlaps the other.
using kernel = void (*)(double const* in, double* out);

struct entry {
  std::string workload;
  std::string peer;
  kernel run;
};

/// All kernels that are linked, in no order.
std::vector<entry>& entries();

inline bool enroll(char const* workload, char const* peer, kernel run) {
  entries().push_back({workload, peer, run});
  return true;
}

}  // namespace benchmark_suite

/// Defines the kernel of a workload by a peer and enrolls it. All have the same signature and stand in files that are not
/// theirs who call them, so that the cost of the call is the same for all, and nothing is folded. Counting instructions goes
/// by the beginning of the name.
#define BENCHMARK_KERNEL(workload, peer)                                                                         \
  extern "C" void kernel_##workload##_##peer(double const*, double*);                                            \
  [[maybe_unused]] static bool const enrolled_##workload##_##peer =                                              \
      benchmark_suite::enroll(#workload, #peer, &kernel_##workload##_##peer);                                    \
  extern "C" void kernel_##workload##_##peer([[maybe_unused]] double const* __restrict in, double* __restrict out)
