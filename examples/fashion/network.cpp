// Trains a network of two layers, 784-128-10, on Fashion-MNIST: relu, softmax, cross-entropy, Adam.
//
//   network --help
//
// Exit status: 0 trained and drawn, 1 options, data or checkpoint refused, 3 the loss is no longer finite, 4 trained but not drawn.

#include "hand_written.hpp"
#include "training.hpp"

namespace {

using model = hand_written::network<float>;
constexpr Eigen::Index inputs = fashion::image_size, hidden = 128, classes = 10;

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

        batch.model.forward(batch.x, state.parameters);                        // forward
        float const loss = batch.model.loss(batch.y);                          // loss
        batch.model.backward(batch.x, batch.y, state.parameters, gradients);   // backward
        state.optimizer.update(state.parameters, gradients);                   // update

        fashion::require_finite(loss, epoch);
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
