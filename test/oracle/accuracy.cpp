#include <oracle/accuracy.hpp>
#include <oracle/files.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace oracle {

namespace {

struct reference {
  std::string point;  // as it is written
  std::vector<double> at;
  std::vector<double> parts;
  std::vector<float> float_parts;
  std::vector<long double> long_parts;
};

struct function_references {
  std::size_t place;  // in the file
  std::vector<reference> rows;
};
using references = std::map<std::string, function_references>;

references read(std::string const& which) {
  references result;
  for (std::string const& line : lines_of("functions.txt")) {
    std::istringstream words(line);
    std::string form, name, word;
    words >> form >> name;
    if (form != which) continue;
    std::size_t variables = 2;
    if (form == "real") words >> variables;
    reference row;
    for (std::size_t k = 0; k < variables; ++k) {
      words >> word;
      row.point += (k ? ", " : "") + word;
      row.at.push_back(std::strtod(word.c_str(), nullptr));
    }
    while (words >> word) {
      row.parts.push_back(std::strtod(word.c_str(), nullptr));
      row.float_parts.push_back(std::strtof(word.c_str(), nullptr));
      row.long_parts.push_back(std::strtold(word.c_str(), nullptr));
    }
    result.try_emplace(name, function_references{result.size(), {}}).first->second.rows.push_back(row);
  }
  return result;
}

references const& all_of(std::string const& which) {
  static references const real = read("real"), complex = read("complex");
  return which == "real" ? real : complex;
}

std::vector<reference> const& of(std::string const& which, std::string const& name) {
  static std::vector<reference> const none;
  auto const found = all_of(which).find(name);
  return found == all_of(which).end() ? none : found->second.rows;
}

std::size_t place_of(std::string const& name) { return all_of("real").at(name).place; }

/// The distance of neighbours at a number.
template <class T>
T ulp(T size) {
  if (!std::isfinite(size)) return std::numeric_limits<T>::infinity();
  int const lowest = std::numeric_limits<T>::min_exponent - std::numeric_limits<T>::digits;
  return std::ldexp(T(1), size == 0 ? lowest : std::max(std::ilogb(size) + 1 - std::numeric_limits<T>::digits, lowest));
}

/// Error in units in the last place of the expected number, or of a term where that is larger.
template <class T>
double error_in_ulps(T found, T expected, T term) {
  if (found == expected) return 0;
  if (!std::isfinite(found) || !std::isfinite(expected)) return std::numeric_limits<double>::infinity();
  // Where the term is beyond every double, no finite error counts.
  T const unit = ulp(std::max(std::abs(expected), std::abs(term)));
  return static_cast<double>(std::abs(found / unit - expected / unit));
}

/// The size of a term that exceptions.txt names: a number, or a power of h.
double size_of_term(std::string const& term, std::vector<double> const& at) {
  if (term == "result") return 0;
  double const h = at.size() == 3 ? std::hypot(at[0], at[1], at[2]) : at.size() == 2 ? std::hypot(at[0], at[1]) : std::abs(at[0]);
  if (term == "1/h") return 1 / h;
  if (term == "1/h^2") return 1 / h / h;
  if (term == "1/h^3") return 1 / h / h / h;
  char* end = nullptr;
  double const size = std::strtod(term.c_str(), &end);
  if (*end) throw std::runtime_error("exceptions.txt: " + term);
  return size;
}

/// A row of exceptions.txt.
struct exception {
  std::string function, where, term, reason;
  std::vector<std::size_t> orders;
  double ulps;
  std::array<double, 4> worst{};
  bool tested = false;
  bool needed = false;
};

/// Whether a condition like "|x|>=3 y<0" holds at a point.
bool holds(std::string const& condition, std::vector<double> const& at) {
  std::istringstream words(condition);
  for (std::string word; words >> word;) {
    if (word == "all") continue;
    bool const magnitude = word[0] == '|';
    if (magnitude) word = word.substr(1, 1) + word.substr(3);
    std::size_t const operand = static_cast<std::size_t>(word[0] - 'x');
    if (operand >= at.size()) throw std::runtime_error("exceptions.txt: " + condition);
    double const value = magnitude ? std::abs(at[operand]) : at[operand];
    bool const equal = word[2] == '=' || word[1] == '=';
    double const limit = std::strtod(word.c_str() + (word[2] == '=' ? 3 : 2), nullptr);
    bool const kept = (equal && value == limit) || (word[1] == '<' && value < limit) || (word[1] == '>' && value > limit);
    if (!kept) return false;
  }
  return true;
}

std::vector<exception>& exceptions() {
  static std::vector<exception> all = [] {
    std::vector<exception> result;
    for (std::string const& line : lines_of("exceptions.txt")) {
      auto const cells = cells_of(line);
      if (cells.size() != 6) throw std::runtime_error("exceptions.txt: " + line);
      exception row{cells[0], cells[2], cells[4], cells[5], {}, std::strtod(cells[3].c_str(), nullptr)};
      for (char order : cells[1]) {
        if (order >= '0' && order <= '3') row.orders.push_back(static_cast<std::size_t>(order - '0'));
      }
      result.push_back(row);
    }
    return result;
  }();
  return all;
}

exception* exception_at(std::string const& name, std::size_t order, std::vector<double> const& at) {
  for (exception& row : exceptions()) {
    if (row.function != name || std::find(row.orders.begin(), row.orders.end(), order) == row.orders.end()) continue;
    if (holds(row.where, at)) return &row;
  }
  return nullptr;
}

/// The largest errors of one function, outside the exceptions.
struct summary {
  std::string name;
  kind promised;
  std::size_t points = 0;
  std::array<double, 4> worst{};
  std::array<std::string, 4> where{};
};

std::vector<summary>& summaries() {
  static std::vector<summary> all;
  return all;
}

double promised_ulps(kind promised, std::size_t order) {
  static constexpr double elementary[] = {4, 4, 64, 64}, special[] = {4, 16, 64, 64};
  return promised == kind::elementary ? elementary[order] : special[order];
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, value < 10 ? "%.2g" : value < 1e7 ? "%.0f" : "%.1g", value);
  return text;
}

/// A cell of a Markdown table.
std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
  return text;
}

struct writes_the_report {
  ~writes_the_report() {
    std::ostringstream table, rows;
    table << "| function | points | value | first | second | third |\n|---|---|---|---|---|---|\n";
    // In the order of functions.txt, whatever the order of the cases.
    std::sort(summaries().begin(), summaries().end(), [](summary const& a, summary const& b) { return place_of(a.name) < place_of(b.name); });
    for (summary const& s : summaries()) {
      table << "| `" << cell(s.name) << "` | " << s.points;
      for (std::size_t order = 0; order < 4; ++order) {
        table << " | " << number(s.worst[order]) << (s.worst[order] > 0 ? " at " + s.where[order] : "");
      }
      table << " |\n";
    }
    report("accuracy", table.str());
    rows << "| function | order | where | bound | of | found | why |\n|---|---|---|---|---|---|---|\n";
    for (exception const& e : exceptions()) {
      rows << "| `" << cell(e.function) << "` | ";
      for (std::size_t k = 0; k < e.orders.size(); ++k) rows << (k ? ", " : "") << e.orders[k];
      rows << " | " << cell(e.where) << " | " << (std::isinf(e.ulps) ? "none" : number(e.ulps)) << " | " << e.term << " | ";
      for (std::size_t k = 0; k < e.orders.size(); ++k) rows << (k ? ", " : "") << (std::isinf(e.ulps) ? "-" : number(e.worst[e.orders[k]]));
      rows << " | " << cell(e.reason) << " |\n";
    }
    report("exceptions", rows.str());
    for (exception const& e : exceptions()) {
      if (e.tested && !e.needed) std::printf("exceptions.txt: %s, %s: needed no more\n", e.function.c_str(), e.where.c_str());
    }
  }
};
BOOST_TEST_GLOBAL_FIXTURE(writes_the_report);

}  // namespace

void check(kind promised, char const* name, std::size_t variables, void (*evaluate)(double const* at, answer&)) {
  auto const& rows = of("real", name);
  BOOST_TEST(rows.size() >= 20U, name << ": " << rows.size() << " points");
  summary result{name, promised};
  for (reference const& row : rows) {
    BOOST_TEST_REQUIRE(row.at.size() == variables);
    answer found;
    evaluate(row.at.data(), found);
    ++result.points;
    for (std::size_t part = 0, order = 0; part < row.parts.size(); ++part) {
      if (part == parts_up_to(order, variables)) ++order;
      exception* const known = exception_at(name, order, row.at);
      double const term = known ? size_of_term(known->term, row.at) : 0;
      double const bound = known ? known->ulps : promised_ulps(promised, order);
      auto const judge = [&](double value, char const* route) {
        double const error = error_in_ulps(value, row.parts[part], term);
        double& worst = known ? known->worst[order] : result.worst[order];
        if (known && error_in_ulps(value, row.parts[part], 0.0) > promised_ulps(promised, order)) known->needed = true;
        if (error > worst) {
          worst = error;
          if (!known) result.where[order] = row.point;
        }
        std::ostringstream shown;
        shown.precision(17);
        shown << value << " for " << row.parts[part];
        BOOST_TEST(error <= bound, name << " at " << row.point << ", part " << part << " of order " << order << ", " << route << ": " << shown.str()
                                        << ", " << error << " ulp, promised " << bound);
      };
      if (known) known->tested = true;
      judge(found.formulas[part], "by its formula");
      if (order < 3) judge(found.jointly[part], "jointly");
    }
  }
  summaries().push_back(result);
}

void check_complex(char const* name, double ulps, void (*evaluate)(double const* at, double* found)) {
  auto const& rows = of("complex", name);
  BOOST_TEST(rows.size() >= 4U, name << ": " << rows.size() << " complex points");
  for (reference const& row : rows) {
    double found[4];
    evaluate(row.at.data(), found);
    for (std::size_t k = 0; k < 4; k += 2) {
      double const size = std::hypot(row.parts[k], row.parts[k + 1]);
      double const error = std::hypot(found[k] - row.parts[k], found[k + 1] - row.parts[k + 1]) / ulp(size);
      BOOST_TEST(error <= ulps, name << " at " << row.point << (k ? ", derivative: " : ", value: ") << found[k] << " + " << found[k + 1] << " i for "
                                     << row.parts[k] << " + " << row.parts[k + 1] << " i, " << error << " ulp");
    }
  }
}

void check_float(char const* name, double ulps, void (*evaluate)(float const* at, float* found)) {
  std::size_t points = 0;
  for (reference const& row : of("real", name)) {
    float const at = static_cast<float>(row.at[0]);
    if (static_cast<double>(at) != row.at[0]) continue;
    ++points;
    float found[2];
    evaluate(&at, found);
    for (std::size_t k = 0; k < 2; ++k) {
      double const error = error_in_ulps(found[k], row.float_parts[k], 0.0f);
      BOOST_TEST(error <= ulps, name << " at " << row.point << " in float, part " << k << ": " << found[k] << " for " << row.float_parts[k] << ", " << error << " ulp");
    }
  }
  BOOST_TEST(points >= 4U, name << ": " << points << " points are floats");
}

void check_long_double(char const* name, double ulps, void (*evaluate)(long double const* at, long double* found)) {
  for (reference const& row : of("real", name)) {
    if (std::abs(row.at[0]) < 1e-3 || std::abs(row.at[0]) > 30) continue;  // ordinary points: what is asked is digits
    long double const at = row.at[0];
    long double found[2];
    evaluate(&at, found);
    for (std::size_t k = 0; k < 2; ++k) {
      long double const expected = row.long_parts[k], unit = std::abs(expected) * std::numeric_limits<long double>::epsilon();
      long double const error = std::abs(found[k] - expected);
      BOOST_TEST(error <= static_cast<long double>(ulps) * unit, name << " at " << row.point << " in long double, part " << k << ": " << found[k] << " for " << expected << ", " << error / unit << " ulp");
    }
  }
}

// Every row of exceptions.txt is about a function and points that are tested: none outlives its reason unseen.
BOOST_AUTO_TEST_SUITE(oracle_exceptions)

BOOST_AUTO_TEST_CASE(are_about_functions_that_are_there) {
  for (exception const& row : exceptions()) {
    auto const& rows = of("real", row.function);
    bool const applies = std::any_of(rows.begin(), rows.end(), [&](reference const& r) { return holds(row.where, r.at); });
    BOOST_TEST(applies, "exceptions.txt: " << row.function << " where " << row.where);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace oracle
