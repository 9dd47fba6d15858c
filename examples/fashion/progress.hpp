#pragma once

// A progress bar on standard error, where that is a terminal; elsewhere nothing.

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>

namespace fashion {

class progress_bar {
 public:
  progress_bar(std::string label, std::size_t total) : label_(std::move(label)), total_(total) {}
  progress_bar(progress_bar const&) = delete;
  progress_bar& operator=(progress_bar const&) = delete;
  ~progress_bar() {
    if (shown_) std::fputs("\r\x1b[K", stderr);   // what comes next begins on a clean line
  }

  /// Says how many of the `total` steps are done; drawn ten times a second at most.
  void show(std::size_t done) {
    if (!terminal_) return;
    auto const now = clock::now();
    if (shown_ && now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    shown_ = true;
    constexpr std::size_t width = 40;
    std::size_t const filled = total_ == 0 ? width : std::min(width, done * width / total_);
    std::string const bar = std::string(filled, '#') + std::string(width - filled, '.');
    double const seconds = std::chrono::duration<double>(now - started_).count();
    std::fprintf(stderr, "\r%s [%s] %zu/%zu  %.1f s", label_.c_str(), bar.c_str(), done, total_, seconds);
    std::fflush(stderr);
  }

 private:
  using clock = std::chrono::steady_clock;
  std::string label_;
  std::size_t total_;
  bool terminal_ = isatty(fileno(stderr)) != 0;
  bool shown_ = false;
  clock::time_point started_ = clock::now(), drawn_;
};

}  // namespace fashion
