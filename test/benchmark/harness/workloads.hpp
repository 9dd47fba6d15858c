#pragma once

#include <string>
#include <vector>

namespace benchmark_suite {

/// What a workload reads and writes, where it is sampled, and what is asked of it.
struct workload {
  char const* name;
  char const* label;     // as in tables
  int variables;         // differentiated by
  int parameters;        // further inputs
  int outputs;
  double (*sample)(int position, double unit);  // input number `position`, from a number in [0, 1)
  double over_hand;      // nabla's time over hand-written code, at most; 0: nothing asked
  double differences;    // relative error allowed to central differences
};

std::vector<workload> const& workloads();

}  // namespace benchmark_suite
