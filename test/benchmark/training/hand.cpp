#include "../harness/kernel.hpp"

#include "hand_written.hpp"
#include "memory.hpp"

// hand_written.hpp where the kernel's memory is. The matrices in between stay from call to call, as they do in a loop that trains.
namespace {

hand_written::network<double>& network() {
  static thread_local hand_written::network<double> kept;
  return kept;
}

}  // namespace

BENCHMARK_KERNEL(training, hand) {
  auto gradients = training::parameters(out + 1);
  out[0] = network().value_and_gradient(training::images(in), training::labels(in), training::parameters(in), gradients);
}

BENCHMARK_KERNEL(training_forward, hand) {
  network().forward(training::images(in), training::parameters(in));
  out[0] = network().loss(training::labels(in));
}
