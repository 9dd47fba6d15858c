#pragma once

// The options of both programs.

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include <boost/program_options.hpp>

#include "checkpoint.hpp"
#include "synthetic.hpp"

namespace fashion {

inline constexpr char const* installed_folder = "/usr/share/datasets/fashion-mnist";   // Debian: dataset-fashion-mnist

struct options {
  std::string data;        // folder; empty: where Debian installs it, or else the embedded set
  bool embedded = false;
  long long seed = 1;
  long long epochs = 10;
  long long batch_size = 128;
  double learning_rate = 1e-3;
  std::string output = ".";
  std::string save, resume;
  bool timing = false;
  long long negative = 0, positive = 6;   // classes of logistic_regression
};

/// @return  nothing where --help was asked for, and printed
/// @throws  boost::program_options::error or std::invalid_argument that names the option
inline std::optional<options> parse_options(int count, char** arguments, std::string const& about, bool two_classes) {
  namespace po = boost::program_options;
  options chosen;
  auto const number = [](auto& into) { return po::value(&into)->default_value(into); };
  po::options_description all("Options");
  auto add = all.add_options();
  add("help", "print this");
  add("data", po::value(&chosen.data), (std::string("folder of the IDX files; without it ") + installed_folder +
                                        ", and where that is absent the embedded set").c_str());
  add("embedded", po::bool_switch(&chosen.embedded), "train on the small set of drawn shapes that is part of the program");
  if (two_classes) {
    add("negative", number(chosen.negative), "the class, 0 to 9, that is to get the label 0");
    add("positive", number(chosen.positive), "the class that is to get the label 1");
  }
  add("seed", number(chosen.seed), "of the random numbers: first weights, order of the samples");
  add("epochs", number(chosen.epochs), "how often all samples are gone through");
  add("batch-size", number(chosen.batch_size), "samples to a step");
  add("learning-rate", po::value(&chosen.learning_rate)->default_value(chosen.learning_rate, "0.001"), "of Adam");
  add("output", number(chosen.output), "folder for the pictures, made if need be");
  add("save", po::value(&chosen.save), "file for a checkpoint after each epoch");
  add("resume", po::value(&chosen.resume), "checkpoint to go on from; all other options as they were");
  add("timing", po::bool_switch(&chosen.timing), "print the seconds of each epoch too");

  po::variables_map given;
  po::store(po::command_line_parser(count, arguments).options(all).positional({}).run(), given);
  if (given.count("help")) {
    std::cout << about << "\n\n" << all;
    return std::nullopt;
  }
  po::notify(given);

  auto const at_least = [](char const* option, long long value, long long least) {
    if (value < least) {
      throw std::invalid_argument(std::string("--") + option + " is " + std::to_string(value) + "; it must be at least " +
                                  std::to_string(least));
    }
  };
  at_least("seed", chosen.seed, 0);
  at_least("epochs", chosen.epochs, 1);
  at_least("batch-size", chosen.batch_size, 1);
  if (!(chosen.learning_rate > 0) || !std::isfinite(chosen.learning_rate)) {
    throw std::invalid_argument("--learning-rate must be a positive number");
  }
  if (chosen.embedded && !chosen.data.empty()) throw std::invalid_argument("--embedded and --data exclude each other");
  for (auto const value : {chosen.negative, chosen.positive}) {
    if (value < 0 || value > 9) throw std::invalid_argument("--negative and --positive are classes, 0 to 9");
  }
  if (chosen.negative == chosen.positive) throw std::invalid_argument("--negative and --positive are the same class");
  // Before the first epoch, not after it.
  auto const folder = std::filesystem::path(chosen.save).parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder)) {
    throw std::invalid_argument(chosen.save + ": there is no such folder to write the checkpoint into");
  }
  std::filesystem::create_directories(chosen.output);
  return chosen;
}

inline dataset load(options const& chosen) {
  if (chosen.embedded) return drawn_shapes();
  if (!chosen.data.empty()) return read_fashion_mnist(chosen.data);
  return std::filesystem::exists(installed_folder) ? read_fashion_mnist(installed_folder) : drawn_shapes();
}

/// What a checkpoint must agree in with the run that goes on from it.
inline std::vector<setting> settings_of(options const& chosen, dataset const& data) {
  char rate[40], checksum[20];
  std::snprintf(rate, sizeof rate, "%.17g", chosen.learning_rate);
  std::snprintf(checksum, sizeof checksum, "%08x", data.checksum());
  return {{"data", data.name},
          {"checksum of the data", checksum},
          {"seed", std::to_string(chosen.seed)},
          {"batch-size", std::to_string(chosen.batch_size)},
          {"learning-rate", rate}};
}

struct diverged : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct not_drawn : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Runs the program; says what went wrong, and gives the exit status that both programs document.
inline int exit_status(char const* program, std::function<void()> const& run) try {
  run();
  return 0;
} catch (diverged const& why) {
  std::fprintf(stderr, "%s: %s\n", program, why.what());
  return 3;
} catch (not_drawn const& why) {
  std::fprintf(stderr, "%s: %s\n", program, why.what());
  return 4;
} catch (std::exception const& why) {
  std::fprintf(stderr, "%s: %s\n", program, why.what());
  return 1;
}

}  // namespace fashion
