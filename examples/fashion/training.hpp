#pragma once

// What the training loops of both programs share.

#include <chrono>
#include <numeric>

#include "checkpoint.hpp"
#include "options.hpp"
#include "pictures.hpp"
#include "progress.hpp"

namespace fashion {

/// A batch of n samples and the model's scores for so many, made once.
///
/// @param Model  has a type `parameters`, a tuple of matrices, and
///                   forward(x, parameters)      the scores of n samples
///                   value(y)                    then their mean loss
///                   predicted(i)                and the class of sample i
template <class Model>
struct batch {
  matrix x, y;   // n x 784, n x (10 or 1)
  Model model;

  batch(std::size_t size, Eigen::Index label_columns)
      : x(static_cast<Eigen::Index>(size), static_cast<Eigen::Index>(image_size)),
        y(static_cast<Eigen::Index>(size), label_columns) {}

  std::size_t size() const { return static_cast<std::size_t>(x.rows()); }
  void fill(samples const& from, std::span<std::uint32_t const> indices) {
    images_into(x, from, indices);
    labels_into(y, from, indices);
  }
};

struct evaluation {
  double loss, accuracy;
  std::vector<unsigned char> predicted;   // class of each sample
};

/// Loss and accuracy over all samples, a thousand at a time.
template <class Model>
evaluation evaluate(samples const& all, typename Model::parameters const& parameters, Eigen::Index label_columns) {
  constexpr std::size_t at_a_time = 1000;
  std::vector<std::uint32_t> indices(all.size());
  std::iota(indices.begin(), indices.end(), 0U);
  evaluation result{0, 0, {}};
  std::size_t right = 0;
  batch<Model> part(std::min(at_a_time, all.size()), label_columns);
  for (std::size_t first = 0; first < all.size(); first += at_a_time) {
    std::size_t const count = std::min(at_a_time, all.size() - first);
    if (count != part.size()) part = batch<Model>(count, label_columns);
    part.fill(all, std::span(indices).subspan(first, count));
    part.model.forward(part.x, parameters);
    result.loss += static_cast<double>(part.model.value(part.y)) * static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
      result.predicted.push_back(static_cast<unsigned char>(part.model.predicted(static_cast<Eigen::Index>(i))));
      right += result.predicted.back() == all.labels[first + i];
    }
  }
  result.loss /= static_cast<double>(all.size());
  result.accuracy = static_cast<double>(right) / static_cast<double>(all.size());
  return result;
}

/// Eigen cuts products into blocks by the sizes of the machine's caches, and with them the order of its sums changes. With sizes that
/// are stated the results are those of every machine with the same vector instructions.
inline void fix_order_of_sums() { Eigen::setCpuCacheSizes(32 << 10, 1 << 20, 4 << 20); }

inline double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

inline void require_finite(float loss, std::size_t epoch) {
  if (!std::isfinite(loss)) {
    throw diverged("epoch " + std::to_string(epoch) + ": the loss is no longer finite; try a smaller --learning-rate");
  }
}

inline void print_epoch(std::size_t epoch, epoch_record const& record) {
  std::printf("%5zu %14.3f %16.1f %% %10.3f %12.1f %%", epoch, record.training_loss, 100 * record.training_accuracy, record.test_loss,
              100 * record.test_accuracy);
}

/// The heading of the table of epochs, and what there is of it already where a run is resumed.
inline void print_table(std::vector<epoch_record> const& history, bool timing) {
  std::printf("%5s %14s %18s %10s %14s%s\n", "epoch", "training loss", "training accuracy", "test loss", "test accuracy",
              timing ? "   training, evaluation" : "");
  for (std::size_t i = 0; i < history.size(); ++i) {
    print_epoch(i + 1, history[i]);
    std::printf("\n");
  }
}

/// After an epoch that began to train at `start` and ended to at `trained`: evaluates, prints a line, writes the checkpoint.
template <class Model>
void end_epoch(options const& chosen, dataset const& data, training_state<Model>& state, Eigen::Index label_columns, double start,
               double trained) {
  auto const on_training = evaluate<Model>(data.training, state.parameters, label_columns);
  auto const on_test = evaluate<Model>(data.test, state.parameters, label_columns);
  state.history.push_back({on_training.loss, on_training.accuracy, on_test.loss, on_test.accuracy});
  print_epoch(state.history.size(), state.history.back());
  if (chosen.timing) std::printf(" %9.2f s %9.2f s", trained - start, seconds() - trained);
  std::printf("\n");
  std::fflush(stdout);
  if (!chosen.save.empty()) save_checkpoint(chosen.save, state);
}

/// Draws <program>_learning_curve.svg and <program>_misclassified.png.
template <class Model>
void draw_pictures(options const& chosen, std::string const& title, dataset const& data, training_state<Model> const& state,
                   Eigen::Index label_columns) try {
  std::filesystem::path const folder = chosen.output;
  std::string const curve = state.program + "_learning_curve.svg", grid = state.program + "_misclassified.png";
  auto const on_test = evaluate<Model>(data.test, state.parameters, label_columns);
  draw_learning_curve(folder / curve, title, state.history);
  draw_misclassified(folder / grid, title, data.test, on_test.predicted, data.classes);
  std::printf("pictures: %s, %s\n", curve.c_str(), grid.c_str());
} catch (std::runtime_error const& why) {
  throw not_drawn(why.what());
}

}  // namespace fashion
