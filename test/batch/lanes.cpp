#include <batch/lanes.hpp>

namespace {
namespace simd = std::experimental;

// A pack is no more than itself.
static_assert(sizeof(nabla::detail::lanes<simd::native_simd<double>>) == sizeof(simd::native_simd<double>));
static_assert(std::is_trivially_copyable_v<nabla::detail::lanes<simd::native_simd<double>>>);
}  // namespace

BOOST_AUTO_TEST_SUITE(batch_lanes_of_std)

BOOST_AUTO_TEST_CASE(native_double) { batch_lanes::check_pack<simd::native_simd<double>>(); }
BOOST_AUTO_TEST_CASE(native_float) { batch_lanes::check_pack<simd::native_simd<float>>(); }
BOOST_AUTO_TEST_CASE(fixed_size) { batch_lanes::check_pack<simd::fixed_size_simd<double, 5>>(); }
BOOST_AUTO_TEST_CASE(one_lane) { batch_lanes::check_pack<simd::simd<double, simd::simd_abi::scalar>>(); }

BOOST_AUTO_TEST_SUITE_END()
