// Trains a logistic regression, log loss, Adam, to tell two classes of Fashion-MNIST apart: shirts from T-shirts, unless told otherwise.
//
//   logistic_regression --help
//
// Exit status: 0 trained and drawn, 1 options, data or checkpoint refused, 3 the loss is no longer finite, 4 trained but not drawn.

#include <nabla/matrix.hpp>

#include "training.hpp"

namespace {

constexpr int inputs = fashion::image_size;

// The model as a formula: n images, a row each, and their labels, 0 or 1.
constexpr auto n = nabla::extent<"n">;
constexpr auto X = nabla::matrix<"X", n, inputs>;
constexpr auto y = nabla::matrix<"y", n, 1>;
constexpr auto z = nabla::matrix<"z", n, 1>;
constexpr auto layer = nabla::dense<"", inputs, 1>;                                   // W: inputs by 1, b: 1
constexpr auto scores = layer(X);                                                     // forward
constexpr auto loss_of_scores = log_loss(z, y);
constexpr auto loss = loss_of_scores(z = scores);                                     // loss
constexpr auto loss_and_gradient = value_and_gradient(loss, layer.parameters());      // forward, loss and backward: one pass each, derived here

// What every course derives on paper, proved while this compiles.
static_assert(gradient(loss, layer.weights) == transpose(X) * (logistic(scores) - y) / rows(X));

struct model {
  using parameters = std::tuple<fashion::vector, fashion::vector>;   // W, b

  static auto bound(parameters const& at) { return nabla::bind(layer.parameters(), at); }

  fashion::vector values;   // of the scores

  void forward(fashion::matrix const& x, parameters const& at) { scores.into(values, bound(at), X = x); }
  float value(fashion::matrix const& labels) const { return loss_of_scores(z = values, y = labels); }
  Eigen::Index predicted(Eigen::Index row) const { return values(row) > 0 ? 1 : 0; }
};

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

        // forward, loss, backward
        float const value = loss_and_gradient.into(gradients, model::bound(state.parameters), X = batch.x, y = batch.y);
        // update
        state.optimizer.update(state.parameters, gradients);

        fashion::require_finite(value, epoch);
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
