#pragma once

// Draws with gnuplot. The data travels inside the script, through a pipe: no temporary files, and no file name ever
// reaches a shell.

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace support {

/// Text as a gnuplot string. Within single quotes gnuplot interprets nothing but the quote itself.
inline std::string gnuplot_string(std::string_view text) {
  std::string result = "'";
  for (char c : text) {
    if (c == '\'') result += '\'';
    result += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return result + "'";
}

/// Data block "$name", a point a line; an empty point leaves a blank line, which parts the rows of a grid.
template <class Points>
std::string data_block(std::string_view name, Points const& points) {
  std::ostringstream out;
  out.precision(10);
  out << '$' << name << " << END\n";
  for (auto const& point : points) {
    for (double coordinate : point) out << coordinate << ' ';
    out << '\n';
  }
  out << "END\n";
  return out.str();
}

/// Runs a script of gnuplot's and leaves its picture in a file, by whose name it is a PNG (.png) or an SVG. Text is drawn as it is:
/// no _ lowers, no ^ raises.
///
/// @param size  "width,height" in pixels
/// @throws      std::runtime_error that says what to do, where gnuplot is missing or did not draw
inline void draw(std::filesystem::path const& picture, std::string_view size, std::string const& script) {
  if (std::system("command -v gnuplot >/dev/null 2>&1") != 0) {
    throw std::runtime_error(picture.string() + " is not drawn: gnuplot is missing; install it (Debian and Ubuntu: "
                             "apt-get install gnuplot-nox, macOS: brew install gnuplot)");
  }
  // Emptied first: an old picture must not pass for the new one.
  if (!std::ofstream(picture)) throw std::runtime_error(picture.string() + " is not drawn: the file cannot be written");

  std::ostringstream all;
  // Absolute, because gnuplot takes a name that begins with | for a command.
  all << "set terminal " << (picture.extension() == ".png" ? "pngcairo" : "svg") << " size " << size
      << " noenhanced font 'sans-serif,14' background 'white'\n"
      << "set encoding utf8\n"
      << "set output " << gnuplot_string(std::filesystem::absolute(picture).string()) << '\n'
      << script << "\nunset output\n";
  std::string const text = all.str();

  // A gnuplot that stops early breaks the pipe; that is to be an error here, not the end of the program.
  auto const before = std::signal(SIGPIPE, SIG_IGN);
  std::FILE* const pipe = popen("gnuplot --default-settings", "w");
  bool const written = pipe && std::fwrite(text.data(), 1, text.size(), pipe) == text.size();
  bool const succeeded = pipe && pclose(pipe) == 0 && written;
  std::signal(SIGPIPE, before);
  if (!succeeded || std::filesystem::file_size(picture) == 0) {
    throw std::runtime_error(picture.string() + " is not drawn: gnuplot failed, see its message above");
  }
}

}  // namespace support
