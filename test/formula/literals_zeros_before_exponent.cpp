#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace nabla::literals;

// Numbers that fit, though their digits before the exponent is applied do not.
static_assert(std::is_same_v<decltype(10000000000000000000e-1_c), nabla::constant<1000000000000000000>>);
static_assert(std::is_same_v<decltype(100000000000000000000000e-23_c), nabla::constant<1>>);

}  // namespace
