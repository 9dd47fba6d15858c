// Everything that symbols.cmake must find: the heap, an exception, state, the standard library.
#include <stdexcept>
#include <vector>

double kernel(double x, double z) {
  static std::vector<double> seen;
  seen.push_back(x);
  if (z < 0) throw std::runtime_error("negative");
  return seen.front() * z;
}
