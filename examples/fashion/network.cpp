// Trains a network of two layers, 784-128-10, on Fashion-MNIST: relu, softmax, cross-entropy, Adam.
//
//   network --help
//
// Exit status: 0 trained and drawn, 1 options, data or checkpoint refused, 3 the loss is no longer finite, 4 trained but not drawn.

#include <nabla/matrix.hpp>

#include "training.hpp"

namespace {

constexpr int inputs = fashion::image_size, hidden = 128, classes = 10;

// The network as a formula: n images, a row each, and their labels, of whatever number.
constexpr auto n = nabla::extent<"n">;
constexpr auto X = nabla::matrix<"X", n, inputs>;
constexpr auto Y = nabla::matrix<"Y", n, classes>;
constexpr auto Z = nabla::matrix<"Z", n, classes>;
constexpr auto network = nabla::sequential(nabla::dense<"1", inputs, hidden>, nabla::layers::relu, nabla::dense<"2", hidden, classes>);
constexpr auto scores = network(X);                                              // forward
constexpr auto loss_of_scores = softmax_cross_entropy(Z, Y);
constexpr auto loss = loss_of_scores(Z = scores);                                // loss
constexpr auto loss_and_gradient = value_and_gradient(loss, network.parameters());   // forward, loss and backward: one pass each, derived here

// What the derivation says, proved while this compiles: the adjoint of the scores is softmax minus labels, over their number.
static_assert(gradient(loss_of_scores, Z) == (softmax(Z) - Y) / rows(Z));

struct model {
  using parameters = std::tuple<fashion::matrix, fashion::vector, fashion::matrix, fashion::vector>;   // W1, b1, W2, b2

  static auto bound(parameters const& at) { return nabla::bind(network.parameters(), at); }

  fashion::matrix values;   // of the scores

  void forward(fashion::matrix const& x, parameters const& at) { scores.into(values, bound(at), X = x); }
  float value(fashion::matrix const& y) const { return loss_of_scores(Z = values, Y = y); }
  Eigen::Index predicted(Eigen::Index row) const {
    Eigen::Index result;
    values.row(row).maxCoeff(&result);
    return result;
  }
};

model::parameters first_parameters(fashion::generator& random) {
  model::parameters result{fashion::matrix(inputs, hidden), fashion::vector::Zero(hidden), fashion::matrix(hidden, classes),
                           fashion::vector::Zero(classes)};
  fashion::he_initialise(std::get<0>(result), random);
  fashion::he_initialise(std::get<2>(result), random);
  return result;
}

void train(fashion::options const& chosen) {
  fashion::fix_order_of_sums();
  auto const data = fashion::load(chosen);
  auto const& training = data.training;
  std::printf("%s (%s): %zu training and %zu test images\n", data.name.c_str(), data.origin.c_str(), training.size(), data.test.size());

  fashion::generator random(static_cast<std::uint64_t>(chosen.seed));
  auto const start = first_parameters(random);
  fashion::training_state<model> state{"network", settings_of(chosen, data), random, start,
                                       {nabla::adam{.learning_rate = chosen.learning_rate}, start}, {}};
  if (!chosen.resume.empty()) fashion::load_checkpoint(chosen.resume, state);
  auto gradients = state.parameters;   // for their shapes

  auto const batch_size = std::min(static_cast<std::size_t>(chosen.batch_size), training.size());
  fashion::batch<model> whole(batch_size, classes), last(training.size() % batch_size, classes);
  std::vector<std::uint32_t> order;
  fashion::print_table(state.history, chosen.timing);
  for (auto epoch = state.history.size() + 1; epoch <= static_cast<std::size_t>(chosen.epochs); ++epoch) {
    double const began = fashion::seconds();
    {
      fashion::progress_bar progress("epoch " + std::to_string(epoch), training.size());
      fashion::permute(order, training.size(), state.random);
      for (std::size_t done = 0; done < order.size();) {
        auto const indices = std::span(order).subspan(done, std::min(batch_size, order.size() - done));
        auto& batch = indices.size() == batch_size ? whole : last;
        batch.fill(training, indices);

        // forward, loss, backward
        float const value = loss_and_gradient.into(gradients, model::bound(state.parameters), X = batch.x, Y = batch.y);
        // update
        state.optimizer.update(state.parameters, gradients);

        fashion::require_finite(value, epoch);
        done += indices.size();
        progress.show(done);
      }
    }
    fashion::end_epoch(chosen, data, state, classes, began, fashion::seconds());
  }
  fashion::draw_pictures(chosen, "Network 784-128-10 on " + data.name, data, state, classes);
}

}  // namespace

int main(int count, char** arguments) {
  return fashion::exit_status("network", [&] {
    auto const chosen = fashion::parse_options(count, arguments, "Trains a network of two layers on Fashion-MNIST.", false);
    if (chosen) train(*chosen);
  });
}
