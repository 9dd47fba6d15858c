#pragma once

#include <cstddef>

namespace nabla::detail {

/// Array that grows, for constant evaluation only: every call and every index of `std::vector` is a step of the compiler's
/// budget there, which raw memory from `new` is not.
template <class T>
class growable {
 public:
  constexpr growable() = default;
  constexpr explicit growable(std::size_t size, T const& value) : data_(new T[size ? size : 1]), size_(size), room_(size ? size : 1) {
    T* const data = data_;
    T const copy = value;
    for (std::size_t i = 0; i < size; ++i) data[i] = copy;
  }
  constexpr growable(growable const& other) : data_(new T[other.size_ + 1]), size_(other.size_), room_(other.size_ + 1) {
    for (std::size_t i = 0; i < size_; ++i) data_[i] = other.data_[i];
  }
  growable& operator=(growable const&) = delete;
  constexpr ~growable() { delete[] data_; }

  constexpr std::size_t size() const { return size_; }
  constexpr T& operator[](std::size_t i) { return data_[i]; }
  constexpr T const& operator[](std::size_t i) const { return data_[i]; }
  constexpr T const* data() const { return data_; }
  constexpr T* data() { return data_; }
  constexpr T* begin() { return data_; }
  constexpr T* end() { return data_ + size_; }
  constexpr T const* begin() const { return data_; }
  constexpr T const* end() const { return data_ + size_; }
  constexpr T& back() { return data_[size_ - 1]; }

  constexpr void push(T value) {
    if (size_ == room_) reserve(room_ ? 2 * room_ : 16);
    data_[size_++] = value;
  }
  constexpr void shrink(std::size_t size) { size_ = size; }
  constexpr void resize(std::size_t size, T const& value) {
    if (size > room_) reserve(size > 2 * room_ ? size : 2 * room_);
    for (std::size_t i = size_; i < size; ++i) data_[i] = value;
    size_ = size;
  }

 private:
  constexpr void reserve(std::size_t room) {
    T* const moved = new T[room];
    for (std::size_t i = 0; i < size_; ++i) moved[i] = data_[i];
    delete[] data_;
    data_ = moved;
    room_ = room;
  }

  T* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

template <class T>
constexpr bool contains(growable<T> const& items, T const& item) {
  for (T const& known : items) {
    if (known == item) return true;
  }
  return false;
}

/// Stable merge sort by `before(a, b)`; `std::stable_sort` is not constexpr in C++20.
template <class T, class Before>
constexpr void sort(growable<T>& items, Before before) {
  growable<T> other(items);
  std::size_t const size = items.size();
  for (std::size_t width = 1; width < size; width *= 2) {
    for (std::size_t low = 0; low < size; low += 2 * width) {
      std::size_t const middle = low + width < size ? low + width : size;
      std::size_t const high = low + 2 * width < size ? low + 2 * width : size;
      std::size_t left = low, right = middle;
      for (std::size_t out = low; out < high; ++out) {
        bool const take_right = left == middle || (right < high && before(items[right], items[left]));
        other[out] = take_right ? items[right++] : items[left++];
      }
    }
    for (std::size_t i = 0; i < size; ++i) items[i] = other[i];
  }
}

}  // namespace nabla::detail
