#pragma once

// Images with labels: Fashion-MNIST as it is distributed, or any set of that form; and batches of them as matrices.

#include <Eigen/Core>

#include "idx.hpp"

namespace fashion {

using matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic>;
using vector = Eigen::Matrix<float, Eigen::Dynamic, 1>;

inline constexpr std::size_t image_side = 28, image_size = image_side * image_side;

/// n images of 28 x 28 bytes, one after the other, row by row, 255 the brightest; and the class of each.
struct samples {
  std::vector<unsigned char> pixels;
  std::vector<unsigned char> labels;

  std::size_t size() const { return labels.size(); }
  unsigned char const* image(std::size_t i) const { return pixels.data() + i * image_size; }
};

struct dataset {
  std::string name, origin;
  std::vector<std::string> classes;   // names, by label
  samples training, test;

  /// Checksum of all images and labels, by which a checkpoint knows what it was trained on.
  std::uint32_t checksum() const {
    uLong sum = crc32(0, nullptr, 0);
    for (auto const* part : {&training, &test}) {
      for (auto const* bytes : {&part->pixels, &part->labels}) {
        sum = crc32_z(sum, bytes->data(), bytes->size());
      }
    }
    return static_cast<std::uint32_t>(sum);
  }
};

/// Writes images as rows of numbers in [0, 1].       x : n x 784, for n indices
inline void images_into(matrix& x, samples const& from, std::span<std::uint32_t const> indices) {
  eigen_assert(x.rows() == Eigen::Index(indices.size()) && x.cols() == Eigen::Index(image_size));
  // Some images at a time, because the elements of a column, not those of a row, are neighbours in memory.
  constexpr std::size_t group = 16;
  std::array<unsigned char const*, group> images;
  for (std::size_t first = 0; first < indices.size(); first += group) {
    std::size_t const count = std::min(group, indices.size() - first);
    for (std::size_t i = 0; i < count; ++i) images[i] = from.image(indices[first + i]);
    for (std::size_t pixel = 0; pixel < image_size; ++pixel) {
      float* const column = x.data() + pixel * indices.size() + first;
      for (std::size_t i = 0; i < count; ++i) column[i] = static_cast<float>(images[i][pixel]) * (1.0F / 255);
    }
  }
}

/// Writes labels as rows that hold a 1 at the place of the class (one-hot), or, into one column, as the numbers 0 and 1.
///                                                    y : n x 10, or n x 1, for n indices
inline void labels_into(matrix& y, samples const& from, std::span<std::uint32_t const> indices) {
  eigen_assert(y.rows() == Eigen::Index(indices.size()));
  y.setZero();
  for (std::size_t i = 0; i < indices.size(); ++i) {
    auto const row = static_cast<Eigen::Index>(i);
    auto const label = from.labels[indices[i]];
    if (y.cols() == 1) {
      y(row, 0) = label;
    } else {
      y(row, label) = 1;
    }
  }
}

/// The images of two classes alone, with the labels 0 and 1.
inline samples only(samples const& from, unsigned zero, unsigned one) {
  samples result;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from.labels[i] != zero && from.labels[i] != one) continue;
    result.labels.push_back(from.labels[i] == one);
    result.pixels.insert(result.pixels.end(), from.image(i), from.image(i) + image_size);
  }
  return result;
}
inline dataset only(dataset const& from, unsigned zero, unsigned one) {
  return {from.name, from.origin, {from.classes.at(zero), from.classes.at(one)}, only(from.training, zero, one), only(from.test, zero, one)};
}

/// Reads <part>-images-idx3-ubyte and <part>-labels-idx1-ubyte of a folder, with .gz behind the name or without.
///
/// @throws  std::invalid_argument: "file: what is wrong"
inline samples read_samples(std::filesystem::path const& folder, std::string const& part, std::size_t classes) {
  auto const find = [&](std::string const& name) {
    auto const compressed = folder / (name + ".gz");
    return std::filesystem::exists(compressed) || !std::filesystem::exists(folder / name) ? compressed : folder / name;
  };
  auto const images_file = find(part + "-images-idx3-ubyte"), labels_file = find(part + "-labels-idx1-ubyte");
  auto images = read_idx(images_file, 3);
  auto labels = read_idx(labels_file, 1);
  if (images.sizes[1] != image_side || images.sizes[2] != image_side) {
    throw std::invalid_argument(images_file.string() + ": its images are " + std::to_string(images.sizes[1]) + " x " +
                                std::to_string(images.sizes[2]) + ", not 28 x 28");
  }
  if (images.sizes[0] != labels.sizes[0]) {
    throw std::invalid_argument(labels_file.string() + ": " + std::to_string(labels.sizes[0]) + " labels for the " +
                                std::to_string(images.sizes[0]) + " images of " + images_file.filename().string());
  }
  for (std::size_t i = 0; i < labels.elements.size(); ++i) {
    if (labels.elements[i] >= classes) {
      throw std::invalid_argument(labels_file.string() + ": label " + std::to_string(i) + " is " +
                                  std::to_string(labels.elements[i]) + ", and there are classes 0 to " + std::to_string(classes - 1));
    }
  }
  return {std::move(images.elements), std::move(labels.elements)};
}

/// @source  Xiao, Rasul, Vollgraf, Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms (2017)
inline dataset read_fashion_mnist(std::filesystem::path const& folder) {
  dataset result{"Fashion-MNIST", folder.string(),
                 {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"},
                 {}, {}};
  result.training = read_samples(folder, "train", result.classes.size());
  result.test = read_samples(folder, "t10k", result.classes.size());
  return result;
}

}  // namespace fashion
