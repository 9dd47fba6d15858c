// The main() of every test executable, written out rather than generated: what generates it would have to be defined
// before Boost.Test's header, which is precompiled.
#include <boost/test/unit_test.hpp>

int main(int argc, char** argv) {
  return boost::unit_test::unit_test_main([] { return true; }, argc, argv);
}
