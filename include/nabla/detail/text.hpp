#pragma once

#include <cstddef>
#include <iosfwd>

namespace nabla {

/// Text that the program holds: a view that converts to std::string_view and std::string. Those headers cost more to include
/// than the whole library, so they are left to whoever uses them.
class text {
 public:
  constexpr text() = default;
  constexpr text(char const* characters, std::size_t size) : characters_(characters), size_(size) {}
  constexpr text(char const* characters) : characters_(characters) {
    while (characters[size_] != '\0') ++size_;
  }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  constexpr char const* data() const { return characters_; }
  constexpr std::size_t size() const { return size_; }
  constexpr char const* begin() const { return characters_; }
  constexpr char const* end() const { return characters_ + size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr char operator[](std::size_t i) const { return characters_[i]; }

  /// Part of the text, as std::string_view has it; a position beyond the end gives nothing.
  constexpr text substr(std::size_t from, std::size_t count = npos) const {
    std::size_t const start = from < size_ ? from : size_;
    return {characters_ + start, count < size_ - start ? count : size_ - start};
  }
  /// Where another text first stands in this one from a position on, or npos.
  constexpr std::size_t find(text other, std::size_t from = 0) const {
    for (std::size_t i = from; i + other.size_ <= size_; ++i) {
      if (substr(i, other.size_) == other) return i;
    }
    return npos;
  }

  template <class String>
    requires requires(char const* characters, std::size_t size) {
      typename String::traits_type;
      String(characters, size);
    }
  constexpr operator String() const {
    return String(characters_, size_);
  }

  friend constexpr bool operator==(text a, text b) { return compare(a, b) == 0; }
  /// With a std::string or std::string_view.
  template <class String>
    requires requires { typename String::traits_type; }
  friend constexpr bool operator==(text a, String const& b) {
    return compare(a, text(b.data(), b.size())) == 0;
  }
  friend constexpr bool operator<(text a, text b) { return compare(a, b) < 0; }

  /// -1, 0 or 1 in the order of the characters' codes.
  friend constexpr int compare(text a, text b) {
    for (std::size_t i = 0; i < a.size_ && i < b.size_; ++i) {
      if (a[i] != b[i]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[i]) ? -1 : 1;
    }
    return a.size_ == b.size_ ? 0 : a.size_ < b.size_ ? -1 : 1;
  }

  template <class Character, class Traits>
  friend std::basic_ostream<Character, Traits>& operator<<(std::basic_ostream<Character, Traits>& stream, text t) {
    // Padded to the stream's width, as a string is.
    using stream_type = std::basic_ostream<Character, Traits>;
    auto const width = stream.width(0);
    auto const padding = width > static_cast<decltype(width)>(t.size()) ? width - static_cast<decltype(width)>(t.size()) : 0;
    bool const left = (stream.flags() & stream_type::adjustfield) == stream_type::left;
    for (auto i = padding; !left && i > 0; --i) stream.put(stream.fill());
    for (char c : t) stream.put(stream.widen(c));
    for (auto i = padding; left && i > 0; --i) stream.put(stream.fill());
    return stream;
  }

 private:
  char const* characters_ = "";
  std::size_t size_ = 0;
};

}  // namespace nabla
