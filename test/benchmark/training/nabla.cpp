#include "../harness/kernel.hpp"

#include <nabla/matrix.hpp>

#include "memory.hpp"

namespace {

constexpr auto n = nabla::extent<"n">;
constexpr auto X = nabla::matrix<"X", n, training::inputs>;
constexpr auto Y = nabla::matrix<"Y", n, training::classes>;
constexpr auto network = nabla::sequential(nabla::dense<"1", training::inputs, training::hidden>, nabla::layers::relu,
                                           nabla::dense<"2", training::hidden, training::classes>);
constexpr auto loss = softmax_cross_entropy(network(X), Y);
constexpr auto loss_and_gradient = value_and_gradient(loss, network.parameters());

}  // namespace

BENCHMARK_KERNEL(training, nabla) {
  auto const at = training::parameters(in);
  auto gradients = training::parameters(out + 1);
  out[0] = loss_and_gradient.into(gradients, nabla::bind(network.parameters(), at), X = training::images(in), Y = training::labels(in));
}

BENCHMARK_KERNEL(training_forward, nabla) {
  auto const at = training::parameters(in);
  out[0] = loss(nabla::bind(network.parameters(), at), X = training::images(in), Y = training::labels(in));
}
