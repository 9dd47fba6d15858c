#include <oracle/delicate.hpp>
#include <oracle/files.hpp>

#include <boost/test/unit_test.hpp>

#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace oracle {

namespace {

std::string text(double value) {
  if (value == unsaid) return "-";
  if (value == 0) value = 0;  // without its sign
  char shown[32];
  std::snprintf(shown, sizeof shown, "%.7g", value);
  return std::isnan(value) ? "nan" : shown;
}

std::string point_text(double value) {
  char shown[32];
  return std::string(shown, std::to_chars(shown, shown + sizeof shown, value).ptr);
}

std::string escaped(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
  return text;
}

struct key {
  std::string function, point;
  std::size_t order;
  friend bool operator<(key const& a, key const& b) { return std::tie(a.function, a.point, a.order) < std::tie(b.function, b.point, b.order); }
};

/// What does not hold yet, by delicate_pending.txt, and whether a way to it was seen to fail.
std::map<key, bool>& pending() {
  static std::map<key, bool> all = [] {
    std::map<key, bool> result;
    for (std::string const& line : lines_of("delicate_pending.txt")) {
      auto const cells = cells_of(line);
      if (cells.size() < 3) throw std::runtime_error("delicate_pending.txt: " + line);
      result[{cells[0], cells[1], static_cast<std::size_t>(std::stoul(cells[2]))}] = false;
    }
    return result;
  }();
  return all;
}

bool agrees(double found, double expected, double term) {
  if (expected == unsaid) return true;
  if (std::isnan(expected)) return std::isnan(found);
  if (found == expected) return true;
  if (!std::isfinite(found) || !std::isfinite(expected)) return false;
  return std::abs(found - expected) <= 8 * std::numeric_limits<double>::epsilon() * std::max(std::abs(expected), term);
}

std::string point_of(delicate_row const& row) {
  std::string point;
  for (double operand : row.at) point += (point.empty() ? "" : ", ") + point_text(operand);
  return point;
}

double promised_part(delicate_row const& row, std::size_t part) { return part < row.expected.size() ? row.expected.begin()[part] : unsaid; }

void test(delicate_row const& row, std::size_t variables, evaluation routes) {
  std::vector<double> const at(row.at);
  BOOST_TEST_REQUIRE(at.size() == variables);
  std::string const point = point_of(row);
  for (route const& way : routes(at.data())) {
    std::size_t const first = way.first_order == 0 ? 0 : parts_up_to(way.first_order - 1, variables);
    for (std::size_t k = 0, order = way.first_order; k < way.parts.size(); ++k) {
      std::size_t const part = first + k;
      if (part == parts_up_to(order, variables)) ++order;
      double const expected = promised_part(row, part);
      bool const holds = agrees(way.parts[k], expected, row.term);
      std::string const got = text(way.parts[k]);
      if (auto const known = pending().find({row.function, point, order}); known != pending().end()) {
        known->second = known->second || !holds;
        BOOST_TEST_MESSAGE("pending: " << row.function << " | " << point << " | " << order << " | part " << part << " by " << way.name << ": " << got << " for "
                                       << text(expected));
      } else {
        BOOST_TEST(holds, row.function << " | " << point << " | " << order << " | part " << part << " by " << way.name << ": " << got << " for " << text(expected));
      }
    }
  }
}

std::string& table() {
  static std::string text;
  return text;
}

void write(delicate_row const& row, std::size_t variables, evaluation) {
  std::string const point = point_of(row);
  std::string line = "| `" + escaped(row.function) + "` | " + point;
  for (std::size_t order = 0, part = 0; order < 4; ++order) {
    std::string shown;
    bool said = false;
    for (; part < parts_up_to(order, variables); ++part) {
      said = said || promised_part(row, part) != unsaid;
      shown += (shown.empty() ? "" : ", ") + text(promised_part(row, part));
    }
    line += " | " + (said ? shown : "-") + (pending().count({row.function, point, order}) ? " (not yet)" : "");
  }
  table() += line + " | " + row.why + " |\n";
}

void all_rows(visitor visit) {
  power_rows(visit);
  exponential_rows(visit);
  logistic_rows(visit);
  trigonometric_rows(visit);
  hyperbolic_rows(visit);
  special_rows(visit);
  kink_rows(visit);
  choice_rows(visit);
}

BOOST_AUTO_TEST_SUITE(oracle_delicate)

BOOST_AUTO_TEST_CASE(every_row_holds) {
  all_rows(test);
  for (auto const& [where, fails] : pending()) {
    BOOST_WARN_MESSAGE(fails, "delicate_pending.txt: " << where.function << " | " << where.point << " | " << where.order << " holds now: the line can go");
  }
}

BOOST_AUTO_TEST_CASE(the_page_shows_the_rows) {
  table() = "| function | at | value | first | second | third | why |\n|---|---|---|---|---|---|---|\n";
  all_rows(write);
  report("delicate", table());
  BOOST_TEST((part_of_page(functions_page(), "delicate") == table()),
             "FUNCTIONS.md shows other delicate points than the tests hold; it says how they are written into it");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oracle
