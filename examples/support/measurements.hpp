#pragma once

// Reads measurements from a CSV file, strictly: what is not plainly a table of numbers is refused with the file's name
// and the line, because a fit to half-understood data looks like any other fit.

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// Rows of N numbers, and the unit of each column where a comment states one ("# conc in ppm").
template <std::size_t N>
struct measurements {
  std::vector<std::array<double, N>> rows;
  std::array<std::string, N> units;
};

inline std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r");
  return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

inline std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (std::size_t from = 0, comma = 0; comma != line.npos; from = comma + 1) {
    comma = line.find(',', from);
    fields.emplace_back(trimmed(line.substr(from, comma == line.npos ? comma : comma - from)));
  }
  return fields;
}

/// A finite number that is not negative; what else there is, is said.
inline double quantity(std::string const& field, std::string_view column) {
  auto const refuse = [&](char const* why) {
    throw std::invalid_argument(std::string(column) + " is '" + field + "', " + why);
  };
  char* end = nullptr;
  double const value = std::strtod(field.c_str(), &end);
  if (field.empty() || end != field.c_str() + field.size()) refuse("which is not a number");
  if (!std::isfinite(value)) refuse("which is not finite");
  if (value < 0) refuse("which is negative");
  return value;
}

/// Reads a file of lines "a,b" under the header of the columns' names. Blank lines and lines that begin with # may
/// stand anywhere; lines may end in CR LF.
///
/// @throws  std::invalid_argument: "file:line: what is wrong"
template <std::size_t N>
measurements<N> read_measurements(std::string const& file, std::array<std::string_view, N> const& columns) {
  auto const refuse = [&](std::string const& why) { throw std::invalid_argument(file + ": " + why); };
  std::ifstream in(file);
  std::error_code unknown;
  if (std::filesystem::is_directory(file, unknown)) refuse("is a directory, not a file of measurements");
  if (!in) refuse("cannot be opened");

  std::string header(columns[0]);
  for (std::size_t k = 1; k < N; ++k) header.append(",").append(columns[k]);

  measurements<N> result;
  bool has_header = false;
  std::string text;
  for (std::size_t number = 1; std::getline(in, text); ++number) {
    auto const refuse_line = [&](std::string const& why) {
      throw std::invalid_argument(file + ":" + std::to_string(number) + ": " + why);
    };
    std::string_view line = text;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);  // the byte order mark of spreadsheets
    line = trimmed(line);
    if (line.empty()) continue;
    if (line.front() == '#') {
      line = trimmed(line.substr(1));
      for (std::size_t k = 0; k < N; ++k) {
        std::string const prefix = std::string(columns[k]) + " in ";
        if (line.starts_with(prefix)) result.units[k] = trimmed(line.substr(prefix.size()));
      }
      continue;
    }
    auto const fields = fields_of(line);
    if (!has_header) {
      has_header = true;
      if (fields != fields_of(header)) refuse_line("expected the header " + header + ", found " + std::string(line));
      continue;
    }
    if (fields.size() != N) {
      refuse_line("expected " + std::to_string(N) + " fields (" + header + "), found " + std::to_string(fields.size()));
    }
    std::array<double, N> row;
    for (std::size_t k = 0; k < N; ++k) {
      try {
        row[k] = quantity(fields[k], columns[k]);
      } catch (std::invalid_argument const& wrong) {
        refuse_line(wrong.what());
      }
    }
    result.rows.push_back(row);
  }
  if (in.bad()) refuse("cannot be read to its end");
  if (!has_header) refuse("is empty; expected the header " + header + " and measurements below it");
  return result;
}

}  // namespace support
