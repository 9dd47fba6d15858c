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
  char const* forward = nullptr;   // the workload that is the value alone, where nabla's times of both are compared
  double over_forward = 0;         // nabla's time over its time of that, at most
};

std::vector<workload> const& workloads();

}  // namespace benchmark_suite
