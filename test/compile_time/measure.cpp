// Compile time and memory of two sources by one command: processor time (user and system) and peak memory, the least
// of several runs. The runs alternate, so that a machine that slows down slows both.
//
//     measure <runs> <first.cpp> <second.cpp> <compiler> <flags>...
//
// prints: <seconds> <MB> of the first, <seconds> <MB> of the second
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <vector>

struct cost {
  double seconds = std::numeric_limits<double>::infinity();
  long kilobytes = std::numeric_limits<long>::max();
};

static double seconds(timeval t) { return double(t.tv_sec) + 1e-6 * double(t.tv_usec); }

static cost run(std::vector<char*> command, char* source) {
  command.push_back(source);
  command.push_back(nullptr);
  pid_t const child = fork();
  if (child == 0) {
    execvp(command[0], command.data());
    _exit(127);
  }
  int status = -1;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
    std::fprintf(stderr, "failed: %s %s\n", command[0], source);
    std::exit(1);
  }
  return {seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss};
}

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  int const runs = std::atoi(argv[1]);
  std::vector<char*> const command(argv + 4, argv + argc);
  cost least[2];
  for (int i = 0; i < 2 * runs; ++i) {
    cost const now = run(command, argv[2 + i % 2]);
    least[i % 2].seconds = std::min(least[i % 2].seconds, now.seconds);
    least[i % 2].kilobytes = std::min(least[i % 2].kilobytes, now.kilobytes);
  }
  for (cost c : least) std::printf("%.3f %ld ", c.seconds, c.kilobytes / 1024);
  std::printf("\n");
}
