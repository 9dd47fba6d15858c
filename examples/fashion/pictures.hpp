#pragma once

// The pictures of both programs.

#include <algorithm>
#include <array>

#include "../support/gnuplot.hpp"
#include "checkpoint.hpp"

namespace fashion {

/// Loss and accuracy against the epochs, side by side.
inline void draw_learning_curve(std::filesystem::path const& picture, std::string const& title,
                                std::vector<epoch_record> const& history) {
  std::vector<std::array<double, 5>> rows;
  for (auto const& record : history) {
    rows.push_back({static_cast<double>(rows.size() + 1), record.training_loss, 100 * record.training_accuracy, record.test_loss,
                    100 * record.test_accuracy});
  }
  auto const curve = [](char const* what, int column, char const* color) {
    return "$epochs using 1:" + std::to_string(column) + " with linespoints pointtype 7 pointsize 0.6 linewidth 2 linecolor '" + color +
           "' title '" + what + "'";
  };
  auto const panel = [&](char const* label, char const* range, int training, int test) {
    return std::string("set ylabel '") + label + "'\nset yrange " + range + "\nplot " + curve("training", training, "#0060ad") + ", " +
           curve("test", test, "#d95319") + "\n";
  };
  support::draw(picture, "1000,480",
                support::data_block("epochs", rows) + "set multiplot layout 1,2 title " + support::gnuplot_string(title) +
                    "\nset xlabel 'epoch'\nset grid linetype 1 linecolor '#dddddd'\nset xrange [0.5:" + std::to_string(rows.size()) +
                    ".5]\nset xtics " + std::to_string(rows.size() / 10 + 1) + "\nset offsets 0, 0, graph 0.05, graph 0.05\nset key above\n" +
                    panel("mean cross-entropy (nats)", "[0<*:*]", 2, 4) + panel("accuracy (%)", "[0<*:*<100]", 3, 5) +
                    "unset multiplot");
}

/// The first samples that are classified wrongly, each with what it is and what it is taken for.
inline void draw_misclassified(std::filesystem::path const& picture, std::string const& title, samples const& all,
                               std::vector<unsigned char> const& predicted, std::vector<std::string> const& classes) {
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < all.size(); ++i) wrong += predicted[i] != all.labels[i];
  constexpr std::size_t columns = 8, side = image_side;
  std::size_t const rows = std::clamp<std::size_t>((wrong + columns - 1) / columns, 1, 5);
  constexpr std::size_t pitch_x = 44, pitch_y = 42;   // of the cells, in pixels of the images
  std::vector<std::vector<double>> canvas(rows * pitch_y, std::vector<double>(columns * pitch_x, 255));
  std::string labels;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < all.size() && shown < columns * rows; ++i) {
    if (predicted[i] == all.labels[i]) continue;
    std::size_t const left = shown % columns * pitch_x + (pitch_x - side) / 2, top = shown / columns * pitch_y + 2;
    for (std::size_t y = 0; y < side; ++y) {
      for (std::size_t x = 0; x < side; ++x) canvas[top + y][left + x] = all.image(i)[y * side + x];
    }
    auto const write = [&](std::string const& text, std::size_t below, char const* color) {
      labels += "set label " + support::gnuplot_string(text) + " at " + std::to_string(left + side / 2) + "," +
                std::to_string(top + side + below) + " center textcolor '" + color + "' font 'sans-serif,9' front\n";
    };
    write("is " + classes[all.labels[i]], 2, "#006000");
    write("taken for " + classes[predicted[i]], 6, "#b00000");
    ++shown;
  }
  std::string const number = std::to_string(wrong);
  std::string const counted = wrong == 0       ? "no test image is misclassified"
                              : wrong == 1     ? "the misclassified test image"
                              : shown == wrong ? "the " + number + " misclassified test images"
                                               : "the first " + std::to_string(shown) + " of " + number + " misclassified test images";
  // Three pixels of the picture to one of the images, a margin of 10 around the grid, and 50 above it for the title.
  std::size_t const width = 3 * columns * pitch_x + 20, height = 3 * rows * pitch_y + 60;
  auto const margin = [](char const* side_of_it, std::size_t at, std::size_t of) {
    return "set " + std::string(side_of_it) + "margin at screen " + std::to_string(at) + ".0/" + std::to_string(of) + "\n";
  };
  support::draw(picture, std::to_string(width) + "," + std::to_string(height),
                support::data_block("canvas", canvas) + "set title " +
                    support::gnuplot_string(title + ": " + counted) +
                    "\nset palette gray\nset cbrange [0:255]\nunset colorbox\nunset tics\nunset border\nunset key\nset xrange [-0.5:" +
                    std::to_string(columns * pitch_x - 1) + ".5]\nset yrange [" + std::to_string(rows * pitch_y - 1) + ".5:-0.5]\n" +
                    margin("l", 10, width) + margin("r", width - 10, width) + margin("b", 10, height) + margin("t", height - 50, height) +
                    labels + "plot $canvas matrix with image");
}

}  // namespace fashion
