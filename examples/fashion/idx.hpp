#pragma once

// Reads IDX files, in which MNIST and its kin are kept: big-endian numbers {magic, sizes...}, then a byte for each element;
// compressed by gzip or plain. What is not exactly that is refused with the file's name and what is wrong.

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <zlib.h>

namespace fashion {

/// Elements, byte by byte, of an array of `sizes.size()` dimensions; the last varies fastest.
struct idx_array {
  std::vector<std::size_t> sizes;
  std::vector<unsigned char> elements;
};

namespace detail {

/// A file that zlib reads, compressed or not.
class compressed_file {
 public:
  explicit compressed_file(std::filesystem::path const& name) : name_(name.string()) {
    std::error_code unknown;
    if (std::filesystem::is_directory(name, unknown)) refuse("is a directory, not an IDX file");
    file_.reset(gzopen(name_.c_str(), "rb"));
    if (!file_) refuse("cannot be opened");
    gzbuffer(file_.get(), 1 << 17);
  }

  [[noreturn]] void refuse(std::string const& why) const { throw std::invalid_argument(name_ + ": " + why); }

  /// Fills `bytes` as far as the file goes; how many there were.
  std::size_t read(std::span<unsigned char> bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
      auto const part = static_cast<unsigned>(std::min<std::size_t>(bytes.size() - done, 1 << 20));
      int const count = gzread(file_.get(), bytes.data() + done, part);
      int code = Z_OK;
      std::string const message = gzerror(file_.get(), &code);
      if (code == Z_BUF_ERROR) refuse("is truncated: the compressed data ends early");
      if (count < 0 || code < 0) refuse("cannot be decompressed: " + message);
      if (count == 0) break;
      done += static_cast<std::size_t>(count);
    }
    return done;
  }

 private:
  struct close {
    void operator()(gzFile file) const { gzclose(file); }
  };
  std::string name_;
  std::unique_ptr<std::remove_pointer_t<gzFile>, close> file_;
};

}  // namespace detail

/// Reads an IDX file of bytes with as many dimensions as is said.
///
/// @throws  std::invalid_argument: "file: what is wrong": another magic number, other dimensions, too few bytes or too many, a
///          checksum that does not agree
inline idx_array read_idx(std::filesystem::path const& name, unsigned dimensions) {
  detail::compressed_file file(name);
  auto const number = [&](char const* what) {
    std::array<unsigned char, 4> bytes;
    if (file.read(bytes) != 4) file.refuse(std::string("is truncated: it ends before ") + what);
    return std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 | std::uint32_t(bytes[2]) << 8 | bytes[3];
  };
  auto const magic = number("the magic number is complete"), expected = 0x0800u + dimensions;
  if (magic != expected) {
    char text[120];
    std::snprintf(text, sizeof text, "is no IDX file of bytes in %u dimension%s: its magic number is 0x%08x, not 0x%08x", dimensions,
                  dimensions == 1 ? "" : "s", magic, expected);
    file.refuse(text);
  }
  idx_array result;
  std::uint64_t count = 1;
  for (unsigned i = 0; i < dimensions; ++i) {
    result.sizes.push_back(number("all its sizes are told"));
    if (result.sizes.back() == 0) file.refuse("is empty: one of its sizes is 0");
    count = count > UINT64_MAX / result.sizes.back() ? UINT64_MAX : count * result.sizes.back();
  }
  // Memory grows with what is there, not with what the header claims.
  while (result.elements.size() < count) {
    std::size_t const before = result.elements.size();
    result.elements.resize(static_cast<std::size_t>(std::min<std::uint64_t>(count, before + (1 << 22))));
    std::size_t const read = file.read(std::span(result.elements).subspan(before));
    if (before + read < result.elements.size()) {
      file.refuse("is truncated: " + std::to_string(before + read) + " bytes follow the sizes, which promise " +
                  (count == UINT64_MAX ? std::string("more than there can be") : std::to_string(count)));
    }
  }
  // One byte more is asked for, and none may come; only then has zlib compared the checksum.
  std::array<unsigned char, 1> beyond;
  if (file.read(beyond) != 0) file.refuse("has data behind its " + std::to_string(count) + " elements");
  return result;
}

}  // namespace fashion
