// Trains a network of two layers, 784-128-10, on Fashion-MNIST: relu, softmax, cross-entropy, Adam.
//
//   network --help
//
// Exit status: 0 trained and drawn, 1 options, data or checkpoint refused, 3 the loss is no longer finite, 4 trained but not drawn.

#include "hand_written.hpp"
#include "pictures.hpp"
#include "training.hpp"

namespace {

constexpr Eigen::Index inputs = fashion::image_size, hidden = 128, classes = 10;
using model = hand_written::network<float>;

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
  auto const first = first_parameters(random);
  fashion::training_state<model> state{"network", settings_of(chosen, data), random, first,
                                       {nabla::adam{.learning_rate = chosen.learning_rate}, first}, {}};
  if (!chosen.resume.empty()) fashion::load_checkpoint(chosen.resume, state);
  auto gradients = state.parameters;   // of the same shapes

  auto const batch_size = std::min(static_cast<std::size_t>(chosen.batch_size), training.size());
  fashion::batch<model> whole(batch_size, classes), last(training.size() % batch_size, classes);
  std::vector<std::uint32_t> order;
  fashion::print_heading(chosen.timing);
  for (std::size_t epoch = 1; epoch <= state.history.size(); ++epoch) {   // of the run that is resumed
    fashion::print_epoch(epoch, state.history[epoch - 1]);
    std::printf("\n");
  }
  for (auto epoch = state.history.size() + 1; epoch <= static_cast<std::size_t>(chosen.epochs); ++epoch) {
    double const start = fashion::seconds();
    {
      fashion::progress_bar progress("epoch " + std::to_string(epoch), training.size());
      fashion::permute(order, training.size(), state.random);
      for (std::size_t done = 0; done < order.size();) {
        auto const indices = std::span(order).subspan(done, std::min(batch_size, order.size() - done));
        auto& batch = indices.size() == batch_size ? whole : last;
        batch.fill(training, indices);

        batch.model.forward(batch.x, state.parameters);                          // forward
        float const loss = batch.model.loss(batch.y);                            // loss
        batch.model.backward(batch.x, batch.y, state.parameters, gradients);     // backward
        state.optimizer.update(state.parameters, gradients);                     // update

        if (!std::isfinite(loss)) {
          throw fashion::diverged("epoch " + std::to_string(epoch) + ": the loss is not finite; try a smaller --learning-rate");
        }
        done += indices.size();
        progress.show(done);
      }
    }
    double const trained = fashion::seconds();
    auto const on_training = fashion::evaluate<model>(training, state.parameters, classes);
    auto const on_test = fashion::evaluate<model>(data.test, state.parameters, classes);
    state.history.push_back({on_training.loss, on_training.accuracy, on_test.loss, on_test.accuracy});
    fashion::print_epoch(epoch, state.history.back());
    if (chosen.timing) std::printf(" %9.2f s %9.2f s", trained - start, fashion::seconds() - trained);
    std::printf("\n");
    std::fflush(stdout);
    if (!chosen.save.empty()) fashion::save_checkpoint(chosen.save, state);
  }

  std::filesystem::path const folder = chosen.output;
  std::filesystem::create_directories(folder);
  try {
    auto const on_test = fashion::evaluate<model>(data.test, state.parameters, classes);
    std::string const title = "Network 784-128-10 on " + data.name;
    fashion::draw_learning_curve(folder / "network_learning_curve.svg", title, state.history);
    fashion::draw_misclassified(folder / "network_misclassified.png", title, data.test, on_test.predicted, data.classes);
  } catch (std::runtime_error const& why) {
    throw fashion::not_drawn(why.what());
  }
  std::printf("pictures: network_learning_curve.svg, network_misclassified.png\n");
}

}  // namespace

int main(int count, char** arguments) {
  return fashion::exit_status("network", [&] {
    auto const chosen = fashion::parse_options(count, arguments, "Trains a network of two layers on Fashion-MNIST.", false);
    if (chosen) train(*chosen);
  });
}
