// Trains a logistic regression, log loss, Adam, to tell two classes of Fashion-MNIST apart: shirts from T-shirts, unless told otherwise.
//
//   logistic_regression --help
//
// Exit status: 0 trained and drawn, 1 options, data or checkpoint refused, 3 the loss is no longer finite, 4 trained but not drawn.

#include "hand_written.hpp"
#include "training.hpp"

namespace {

using model = hand_written::logistic_regression<float>;
constexpr Eigen::Index inputs = fashion::image_size;

void train(fashion::options const& chosen) {
  fashion::fix_order_of_sums();
  auto const all = fashion::load(chosen);
  auto const data = only(all, static_cast<unsigned>(chosen.negative), static_cast<unsigned>(chosen.positive));
  auto const& training = data.training;
  if (training.size() == 0 || data.test.size() == 0) throw std::invalid_argument(data.origin + ": there are no samples of these classes");
  std::printf("%s (%s), %s or %s: %zu training and %zu test images\n", data.name.c_str(), data.origin.c_str(), data.classes[0].c_str(),
              data.classes[1].c_str(), training.size(), data.test.size());

  model::parameters const start{fashion::vector::Zero(inputs), fashion::vector::Zero(1)};
  fashion::training_state<model> state{"logistic_regression", settings_of(chosen, data),
                                       fashion::generator(static_cast<std::uint64_t>(chosen.seed)), start,
                                       {nabla::adam{.learning_rate = chosen.learning_rate}, start}, {}};
  if (!chosen.resume.empty()) fashion::load_checkpoint(chosen.resume, state);
  auto gradients = state.parameters;   // for their shapes

  auto const batch_size = std::min(static_cast<std::size_t>(chosen.batch_size), training.size());
  fashion::batch<model> whole(batch_size, 1), last(training.size() % batch_size, 1);
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
    fashion::end_epoch(chosen, data, state, 1, began, fashion::seconds());
  }
  fashion::draw_pictures(chosen, "Logistic regression on " + data.name + ", " + data.classes[0] + " or " + data.classes[1], data, state, 1);
}

}  // namespace

int main(int count, char** arguments) {
  return fashion::exit_status("logistic_regression", [&] {
    auto const chosen =
        fashion::parse_options(count, arguments, "Trains a logistic regression to tell two classes of Fashion-MNIST apart.", true);
    if (chosen) train(*chosen);
  });
}
