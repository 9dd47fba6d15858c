#pragma once

// Checkpoints: all that a run needs to go on, to the last bit, as if it had not been interrupted.
//
//   "nabla checkpoint"   16 bytes
//   version              4 bytes: 1
//   length               8 bytes: of the content
//   content              what `transfer` lists; numbers little-endian, text and matrices with their sizes before them
//   CRC-32               4 bytes: of the content
//
// A file is written beside its place and then renamed, so that its place holds a complete checkpoint at every moment.

#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <locale>
#include <sstream>
#include <utility>

#include <nabla/matrix/optimizers.hpp>

#include "dataset.hpp"
#include "random.hpp"

namespace fashion {

using setting = std::pair<std::string, std::string>;   // name, value

/// What an epoch ended with. Losses are means, accuracies the part, 0 to 1, of the samples that are classified rightly.
struct epoch_record {
  double training_loss, training_accuracy, test_loss, test_accuracy;
};

template <class Model>
struct training_state {
  std::string program;
  std::vector<setting> settings;
  generator random;
  typename Model::parameters parameters;
  nabla::optimizer<nabla::adam, typename Model::parameters> optimizer;
  std::vector<epoch_record> history;   // one for each epoch that is complete
};

namespace detail {

inline constexpr std::string_view checkpoint_magic = "nabla checkpoint";
inline constexpr std::uint32_t checkpoint_version = 1;
inline constexpr std::size_t checkpoint_header = 16 + 4 + 8, checkpoint_trailer = 4;

template <class Number>
void append(std::string& to, Number number) {
  for (std::size_t i = 0; i < sizeof number; ++i) to += static_cast<char>(number >> (8 * i) & 0xFF);
}
template <class Number>
Number number_at(std::string_view bytes) {
  Number result = 0;
  for (std::size_t i = 0; i < sizeof result; ++i) result |= Number(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return result;
}

struct writer {
  std::string bytes;

  void operator()(std::uint64_t const& number) { append(bytes, number); }
  void operator()(double const& number) { append(bytes, std::bit_cast<std::uint64_t>(number)); }
  void operator()(std::string const& text) {
    (*this)(std::uint64_t(text.size()));
    bytes += text;
  }
  template <class Element>
  void operator()(std::vector<Element>& elements) {
    (*this)(std::uint64_t(elements.size()));
    for (auto& element : elements) transfer(*this, element);
  }
  template <class Derived>
  void operator()(Eigen::PlainObjectBase<Derived>& elements) {
    (*this)(std::uint64_t(elements.rows()));
    (*this)(std::uint64_t(elements.cols()));
    for (float const element : elements.reshaped()) append(bytes, std::bit_cast<std::uint32_t>(element));
  }
  void operator()(generator& random) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << random;
    (*this)(text.str());
  }
};

struct reader {
  std::string_view bytes;
  std::function<void(std::string const&)> refuse;   // does not return

  std::string_view take(std::size_t count) {
    if (count > bytes.size()) refuse("is no checkpoint of this program: its content ends early");
    auto const taken = bytes.substr(0, count);
    bytes.remove_prefix(count);
    return taken;
  }
  void operator()(std::uint64_t& number) { number = number_at<std::uint64_t>(take(8)); }
  void operator()(double& number) { number = std::bit_cast<double>(number_at<std::uint64_t>(take(8))); }
  std::size_t size() {
    std::uint64_t count;
    (*this)(count);
    if (count > bytes.size()) refuse("is no checkpoint of this program: a size is larger than the file");
    return static_cast<std::size_t>(count);
  }
  void operator()(std::string& text) { text = take(size()); }
  template <class Element>
  void operator()(std::vector<Element>& elements) {
    elements.clear();
    for (std::size_t left = size(); left > 0; --left) transfer(*this, elements.emplace_back());
  }
  template <class Derived>
  void operator()(Eigen::PlainObjectBase<Derived>& elements) {
    std::uint64_t rows, columns;
    (*this)(rows);
    (*this)(columns);
    if (rows != std::uint64_t(elements.rows()) || columns != std::uint64_t(elements.cols())) {
      refuse("holds a matrix of " + std::to_string(rows) + " x " + std::to_string(columns) + " where this program has one of " +
             std::to_string(elements.rows()) + " x " + std::to_string(elements.cols()));
    }
    for (float& element : elements.reshaped()) element = std::bit_cast<float>(number_at<std::uint32_t>(take(4)));
  }
  void operator()(generator& random) {
    std::string state;
    (*this)(state);
    std::istringstream text(state);
    text.imbue(std::locale::classic());
    text >> random;
    if (!text) refuse("is no checkpoint of this program: the state of the random numbers cannot be read");
  }
};

// What a checkpoint holds, in this order, whether it is written or read.
template <class Archive>
void transfer(Archive& archive, setting& named) {
  archive(named.first);
  archive(named.second);
}
template <class Archive>
void transfer(Archive& archive, epoch_record& record) {
  archive(record.training_loss);
  archive(record.training_accuracy);
  archive(record.test_loss);
  archive(record.test_accuracy);
}
template <class Archive, class... Matrices>
void transfer(Archive& archive, std::tuple<Matrices...>& matrices) {
  std::apply([&](auto&... each) { (archive(each), ...); }, matrices);
}
template <class Archive, class Model>
void transfer_state(Archive& archive, training_state<Model>& state) {
  archive(state.history);
  archive(state.random);
  archive(state.optimizer.steps);
  transfer(archive, state.parameters);
  for (auto& moment : state.optimizer.moments) transfer(archive, moment);
}

}  // namespace detail

/// @throws  std::runtime_error: "file: what went wrong"; the file is then what it was before
template <class Model>
void save_checkpoint(std::filesystem::path const& file, training_state<Model>& state) {
  detail::writer content;
  content(state.program);
  content(state.settings);
  detail::transfer_state(content, state);
  std::string bytes(detail::checkpoint_magic);
  detail::append(bytes, detail::checkpoint_version);
  detail::append(bytes, std::uint64_t(content.bytes.size()));
  bytes += content.bytes;
  auto const sum = crc32_z(0, reinterpret_cast<unsigned char const*>(content.bytes.data()), content.bytes.size());
  detail::append(bytes, static_cast<std::uint32_t>(sum));

  std::string const partial = file.string() + ".partial";
  std::FILE* const out = std::fopen(partial.c_str(), "wb");
  bool written = out && std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size() && std::fflush(out) == 0 &&
                 fsync(fileno(out)) == 0;   // the name must not reach the disk before the content
  if (out) written = std::fclose(out) == 0 && written;
  std::error_code failed;
  if (written) std::filesystem::rename(partial, file, failed);
  if (!written || failed) {
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    throw std::runtime_error(file.string() + ": the checkpoint cannot be written: " +
                             (failed ? failed.message() : std::string(std::strerror(errno))));
  }
}

/// Puts a checkpoint's content in the place of the state, whose program, settings and shapes it must have.
///
/// @throws  std::invalid_argument: "file: what is wrong"; the state is then not to be used
template <class Model>
void load_checkpoint(std::filesystem::path const& file, training_state<Model>& state) {
  auto const refuse = [&](std::string const& why) { throw std::invalid_argument(file.string() + ": " + why); };
  std::error_code unknown;
  if (std::filesystem::is_directory(file, unknown)) refuse("is a directory, not a checkpoint");
  std::ifstream in(file, std::ios::binary);
  if (!in) refuse("cannot be opened");
  std::string const bytes(std::istreambuf_iterator<char>(in), {});
  std::string_view rest(bytes);
  auto const magic = detail::checkpoint_magic;
  if (rest.substr(0, magic.size()) != magic.substr(0, rest.size()) || rest.empty()) refuse("is not a checkpoint");
  if (rest.size() < detail::checkpoint_header) refuse("is truncated: it ends within the header of a checkpoint");
  auto const version = detail::number_at<std::uint32_t>(rest.substr(magic.size()));
  if (version != detail::checkpoint_version) {
    refuse("is a checkpoint of version " + std::to_string(version) + "; this program reads version " +
           std::to_string(detail::checkpoint_version));
  }
  auto const length = detail::number_at<std::uint64_t>(rest.substr(magic.size() + 4));
  std::uint64_t const there = rest.size() - detail::checkpoint_header;
  if (there < detail::checkpoint_trailer || length > there - detail::checkpoint_trailer) {
    refuse("is truncated: of " + std::to_string(length) + " bytes of content and their checksum, " + std::to_string(there) + " are there");
  }
  if (length < there - detail::checkpoint_trailer) refuse("is corrupt: there is data behind its end");
  auto const content = rest.substr(detail::checkpoint_header, length);
  auto const sum = crc32_z(0, reinterpret_cast<unsigned char const*>(content.data()), content.size());
  if (sum != detail::number_at<std::uint32_t>(rest.substr(detail::checkpoint_header + length))) {
    refuse("is corrupt: its checksum does not agree");
  }

  detail::reader archive{content, refuse};
  std::string program;
  archive(program);
  if (program != state.program) refuse("is a checkpoint of the program " + program + ", not of " + state.program);
  std::vector<setting> settings;
  archive(settings);
  if (settings.size() != state.settings.size()) refuse("is a checkpoint with other settings than this program has");
  for (std::size_t i = 0; i < settings.size(); ++i) {
    auto const& [name, value] = state.settings[i];
    if (settings[i].first != name) refuse("is a checkpoint with other settings than this program has");
    if (settings[i].second != value) {
      refuse("was made with another " + name + ": " + settings[i].second + " there, " + value + " here");
    }
  }
  detail::transfer_state(archive, state);
  if (!archive.bytes.empty()) refuse("is no checkpoint of this program: its content goes on where it should end");
}

}  // namespace fashion
