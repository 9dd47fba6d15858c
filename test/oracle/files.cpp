#include <oracle/files.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace oracle {

namespace {

std::string content(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string mark(char const* which, std::string_view name) { return "<!-- " + std::string(which) + " " + std::string(name) + " -->\n"; }

std::string trimmed(std::string const& text) {
  auto const first = text.find_first_not_of(" \t\r"), last = text.find_last_not_of(" \t\r");
  return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

}  // namespace

std::vector<std::string> lines_of(std::string const& file) {
  std::ifstream in(std::string(NABLA_ORACLE_FOLDER "/") + file);
  if (!in) throw std::runtime_error("test/oracle/" + file + " cannot be read");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (line = trimmed(line); !line.empty() && line[0] != '#') lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> cells_of(std::string const& line) {
  // A condition of a formula holds || : a cell ends at a | with blanks on both sides.
  std::vector<std::string> cells;
  std::size_t from = 0;
  for (std::size_t at; (at = line.find(" | ", from)) != std::string::npos; from = at + 3) cells.push_back(trimmed(line.substr(from, at - from)));
  cells.push_back(trimmed(line.substr(from)));
  return cells;
}

std::string functions_page() { return content(NABLA_FUNCTIONS_PAGE); }

std::string part_of_page(std::string const& page, std::string_view name) {
  std::string const begin = mark("begin", name), end = mark("end", name);
  auto const from = page.find(begin), to = page.find(end);
  return from == std::string::npos || to == std::string::npos ? std::string() : page.substr(from + begin.size(), to - from - begin.size());
}

std::string with_part(std::string page, std::string_view name, std::string const& text) {
  std::string const begin = mark("begin", name), end = mark("end", name);
  auto const from = page.find(begin), to = page.find(end);
  if (from == std::string::npos || to == std::string::npos) return page + begin + text + end;
  return page.replace(from + begin.size(), to - from - begin.size(), text);
}

void report(std::string_view name, std::string const& text) {
  char const* const path = std::getenv("NABLA_REPORT");
  if (!path) return;
  std::string const page = with_part(content(path), name, text);
  std::ofstream(path, std::ios::binary) << page;
}

}  // namespace oracle
