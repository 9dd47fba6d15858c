// Checks, counts and times the kernels that are linked.
//
//     benchmarks check      compares each peer's results with hand-written code's and nabla's; fails where they differ
//     benchmarks count      calls each kernel; under callgrind, one dump a kernel
//     benchmarks run <instructions> <csv> <table>      times them, and writes figures and tables
#include "kernel.hpp"
#include "workloads.hpp"

#include <benchmark/benchmark.h>
#include <valgrind/callgrind.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>

namespace benchmark_suite {

std::vector<entry>& entries() {
  static std::vector<entry> all;
  return all;
}

namespace {

std::vector<std::string> const peers{"hand", "vectorised", "nabla", "sympy", "ceres", "eigen", "boost", "adolc", "central"};
std::vector<std::string> const titles{"hand", "vectorised", "nabla", "SymPy", "Ceres", "Eigen", "Boost", "ADOL-C", "central"};

kernel find(std::string const& workload, std::string const& peer) {
  for (entry const& e : entries()) {
    if (e.workload == workload && e.peer == peer) return e.run;
  }
  return nullptr;
}

/// The workloads that this program is of: all, or those of the folders that were chosen when it was built.
std::vector<workload> const& chosen_workloads() {
#ifdef NABLA_BENCHMARK_PART
  static std::vector<workload> const part = [] {
    std::vector<workload> result = workloads();
    std::erase_if(result, [](workload const& w) { return !find(w.name, "hand"); });
    return result;
  }();
  return part;
#else
  return workloads();
#endif
}

/// Points at which a workload is checked and timed; fewer where they are large, so that they stay in the nearest cache.
constexpr int most_points = 16;
int points(workload const& w) { return w.variables + w.parameters + w.outputs > 150 ? 2 : most_points; }

std::vector<std::vector<double>> samples(workload const& w, int count) {
  std::mt19937_64 random(20240607);
  std::uniform_real_distribution<double> unit(0, 1);
  std::vector<std::vector<double>> result(count, std::vector<double>(w.variables + w.parameters));
  for (auto& point : result) {
    for (std::size_t k = 0; k < point.size(); ++k) point[k] = w.sample(static_cast<int>(k), unit(random));
  }
  return result;
}

/// The largest difference of two results in any output, relative to that output; or, where it is less than a thousandth of the
/// largest output, to that thousandth: a partial that happens to vanish has no digits to compare.
double difference(std::vector<double> const& a, std::vector<double> const& b) {
  double largest = 0, result = 0;
  for (double v : b) largest = std::max(largest, std::abs(v));
  for (std::size_t i = 0; i < b.size(); ++i) {
    double const error = std::abs(a[i] - b[i]) / std::max(std::abs(b[i]), 1e-3 * largest);
    if (a[i] != b[i] && !(error <= result)) result = error;
  }
  return result;
}

constexpr double exact_tolerance = 1e-11;

/// Relative differences to hand-written code and to nabla by peer and workload.
struct agreement {
  double with_hand = 0;
  double with_nabla = 0;
};

agreement compare(workload const& w, kernel run, kernel hand, kernel nabla) {
  agreement result;
  std::vector<double> ours(w.outputs), theirs(w.outputs);
  for (auto const& point : samples(w, most_points)) {
    std::fill(ours.begin(), ours.end(), NAN);
    run(point.data(), ours.data());
    hand(point.data(), theirs.data());
    auto const keep = [](double& worst, double d) {
      if (!(d <= worst)) worst = d;
    };
    keep(result.with_hand, difference(ours, theirs));
    if (nabla) {
      nabla(point.data(), theirs.data());
      keep(result.with_nabla, difference(ours, theirs));
    }
  }
  return result;
}

int check() {
  int failures = 0;
  double worst_exact = 0, worst_difference = 0;
  for (workload const& w : chosen_workloads()) {
    kernel const hand = find(w.name, "hand"), nabla = find(w.name, "nabla");
    if (!hand || (!nabla && NABLA_BENCHMARK_LARGE)) {
      std::printf("%s: no kernel by %s\n", w.name, hand ? "nabla" : "hand");
      ++failures;
    }
    if (!hand) continue;
    for (std::string const& peer : peers) {
      kernel const run = find(w.name, peer);
      if (!run || run == hand) continue;
      agreement const a = compare(w, run, hand, nabla);
      double const worst = std::fmax(a.with_hand, a.with_nabla), allowed = peer == "central" ? w.differences : exact_tolerance;
      bool const agrees = a.with_hand <= allowed && a.with_nabla <= allowed;
      (peer == "central" ? worst_difference : worst_exact) = std::fmax(peer == "central" ? worst_difference : worst_exact, worst);
      if (!agrees) {
        std::printf("%s by %s differs by %.1e from hand, by %.1e from nabla; %.0e is allowed\n", w.name, peer.c_str(), a.with_hand,
                    a.with_nabla, allowed);
        ++failures;
      }
    }
  }
  std::printf("Largest relative difference between two peers: %.1e; to central differences %.1e\n", worst_exact, worst_difference);
  return failures;
}

int count() {
  for (workload const& w : chosen_workloads()) {
    for (std::string const& peer : peers) {
      kernel const run = find(w.name, peer);
      if (!run) continue;
      std::vector<double> const in = samples(w, 1)[0];
      std::vector<double> out(w.outputs);
      run(in.data(), out.data());  // binds what the linker left for the first call, records tapes
      std::string const title = std::string(w.name) + " " + peer;
      CALLGRIND_ZERO_STATS;
      run(in.data(), out.data());
      CALLGRIND_DUMP_STATS_AT(title.c_str());
    }
  }
  return 0;
}

/// Collects the times of all repetitions, by benchmark.
struct collector : benchmark::BenchmarkReporter {
  std::map<std::string, std::vector<double>> times;
  bool ReportContext(Context const&) override { return true; }
  void ReportRuns(std::vector<Run> const& runs) override {
    for (Run const& run : runs) {
      if (run.run_type == Run::RT_Iteration) times[run.run_name.function_name].push_back(run.GetAdjustedCPUTime());
    }
  }
};

struct figures {
  double least = NAN, middle = NAN, instructions = NAN;
};

using results = std::map<std::string, figures>;  // "workload peer"

std::string key(std::string const& workload, std::string const& peer) { return workload + " " + peer; }

/// Hand-written code once more, under another name: how far two times of one kernel differ in this run.
std::string const again = "again";

void time_all(results& all) {
  std::vector<std::string> names = peers;
  names.push_back(again);
  for (workload const& w : chosen_workloads()) {
    for (std::string const& peer : names) {
      kernel const run = find(w.name, peer == again ? "hand" : peer);
      if (!run) continue;
      benchmark::RegisterBenchmark((std::string(w.name) + "/" + peer).c_str(), [run, &w](benchmark::State& state) {
        auto const in = samples(w, points(w));
        std::vector<double> out(w.outputs);
        std::size_t k = 0;
        for (auto _ : state) {
          run(in[k].data(), out.data());
          benchmark::ClobberMemory();
          k = k + 1 == in.size() ? 0 : k + 1;
        }
      });
    }
  }
  for (workload const& w : chosen_workloads()) {
    collector reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter, std::string("^") + w.name + "/");
    for (auto& [name, times] : reporter.times) {
      std::sort(times.begin(), times.end());
      figures& f = all[key(w.name, name.substr(name.find('/') + 1))];
      f.least = times.front();
      f.middle = times[times.size() / 2];
    }
    std::fprintf(stderr, "%s\n", w.label);
  }
}

void read_instructions(char const* path, results& all) {
  std::ifstream file(path);
  std::string workload, peer;
  double instructions;
  while (file >> workload >> peer >> instructions) all[key(workload, peer)].instructions = instructions;
}

void write_csv(char const* path, results const& all) {
  std::ofstream file(path);
  file << "workload,label,peer,nanoseconds,median nanoseconds,instructions,time over hand,instructions over hand\n";
  for (workload const& w : chosen_workloads()) {
    for (std::string const& peer : peers) {
      auto const found = all.find(key(w.name, peer)), hand = all.find(key(w.name, "hand"));
      if (found == all.end() || hand == all.end()) continue;
      figures const &f = found->second, &h = hand->second;
      file << w.name << ",\"" << w.label << "\"," << peer << ',' << f.least << ',' << f.middle << ',' << f.instructions << ','
           << f.least / h.least << ',' << f.instructions / h.instructions << '\n';
    }
  }
}

std::string number(double value) {
  char text[32];
  if (std::isnan(value)) return "-";
  std::snprintf(text, sizeof text, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  return text;
}

void write_table(std::ostream& file, results const& all, char const* title, char const* unit, double figures::*what) {
  char line[256];
  auto const width = [](std::size_t p) { return std::max(8, static_cast<int>(titles[p].size()) + 2); };
  file << title << "\n\n";
  std::snprintf(line, sizeof line, "%-34s %10s |", "", unit);
  file << line;
  for (std::size_t p = 1; p < titles.size(); ++p) {
    std::snprintf(line, sizeof line, "%*s", width(p), titles[p].c_str());
    file << line;
  }
  file << '\n';
  for (workload const& w : chosen_workloads()) {
    auto const of = [&](std::string const& peer) {
      auto const found = all.find(key(w.name, peer));
      return found == all.end() ? NAN : found->second.*what;
    };
    double const hand = of("hand");
    std::snprintf(line, sizeof line, "%-34s %10s |", w.label, number(hand).c_str());
    file << line;
    for (std::size_t p = 1; p < peers.size(); ++p) {
      std::snprintf(line, sizeof line, "%*s", width(p), number(of(peers[p]) / hand).c_str());
      file << line;
    }
    file << '\n';
  }
  file << '\n';
}

/// The largest ratio of two times of the same kernel.
double noise(results const& all) {
  double worst = 1;
  for (workload const& w : chosen_workloads()) {
    auto const one = all.find(key(w.name, "hand")), two = all.find(key(w.name, again));
    if (one == all.end() || two == all.end()) continue;
    double const ratio = one->second.least / two->second.least;
    worst = std::max({worst, ratio, 1 / ratio});
  }
  return worst;
}

/// What is asked of nabla's times, and where it is not met.
void write_verdict(std::ostream& file, results const& all) {
  double const unsure = noise(all);
  file << "Noise: one kernel timed twice differs by up to a factor of " << number(unsure) << "\n";
  int met = 0, asked = 0;
  char line[256];
  std::ostringstream misses, forwards;
  for (workload const& w : chosen_workloads()) {
    auto const ours = all.find(key(w.name, "nabla"));
    if (ours == all.end()) continue;
    auto const ask = [&](std::string const& peer, std::string const& title, double limit) {
      auto const theirs = all.find(key(w.name, peer));
      if (theirs == all.end()) return;
      double const ratio = ours->second.least / theirs->second.least;
      ++asked;
      if (ratio <= limit) {
        ++met;
      } else {
        misses << "  " << w.label << ": " << number(ratio) << " times " << title << "'s time, where " << number(limit) << " is asked"
               << (ratio <= limit * unsure ? " (within the noise)" : "") << '\n';
      }
    };
    if (w.over_hand > 0) ask("hand", "hand", w.over_hand);
    for (std::size_t p = 1; p < peers.size(); ++p) {
      if (peers[p] != "nabla" && peers[p] != "vectorised") ask(peers[p], titles[p], 1);
    }
    if (!w.forward) continue;
    auto const forward = all.find(key(w.forward, "nabla"));
    if (forward == all.end()) continue;
    double const ratio = ours->second.least / forward->second.least;
    std::snprintf(line, sizeof line, "%s: %.2f times nabla's time of the value alone, where at most %s is asked\n", w.label, ratio, number(w.over_forward).c_str());
    forwards << line;
    ++asked;
    met += ratio <= w.over_forward;
  }
  file << forwards.str() << met << " of " << asked << " aims for nabla's times are met\n" << misses.str();
}

int run(char const* instructions, char const* csv, char const* table) {
  results all;
  read_instructions(instructions, all);
  time_all(all);
  write_csv(csv, all);
  std::ostringstream text;
  write_table(text, all, "Time over hand-written code (least of all repetitions)", "hand, ns", &figures::least);
  write_table(text, all, "Instructions over hand-written code (one call, callees included)", "hand", &figures::instructions);
  write_verdict(text, all);
  std::ofstream(table) << text.str();
  std::cout << text.str();
  return 0;
}

}  // namespace
}  // namespace benchmark_suite

int main(int argc, char** argv) {
  using namespace benchmark_suite;
  benchmark::Initialize(&argc, argv);
  std::string const mode = argc > 1 ? argv[1] : "check";
  if (mode == "check") return check() != 0;
  if (mode == "count") return count();
  if (mode == "run" && argc > 4) return run(argv[2], argv[3], argv[4]);
  return 2;
}
