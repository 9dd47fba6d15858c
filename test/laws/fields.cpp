#include <support/corpus.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace support;

constexpr bool nowhere(auto const& field) {
  return hana::unpack(field, [](auto... component) { return (is_zero(component) && ...); });
}

// the curl of a gradient is zero, the divergence of a curl is zero, the divergence of a gradient is the Laplacian
static_assert(proved_for_each(of_xyz, [](auto f) { return nowhere(curl(gradient(f, x, y, z), x, y, z)); }));
static_assert(proved_for_each(of_xyz, [](auto f) {
  return is_zero(divergence(curl(hana::make_tuple(f, x * y * z, f * x), x, y, z), x, y, z));
}));
static_assert(proved_for_each(of_xyz, [](auto f) {
  return divergence(gradient(f, x, y, z), x, y, z) == laplacian(f, x, y, z);
}));

}  // namespace

BOOST_AUTO_TEST_SUITE(laws_fields)

BOOST_AUTO_TEST_CASE(proofs_are_values) { BOOST_TEST(nowhere(curl(gradient(x * y * z, x, y, z), x, y, z))); }

BOOST_AUTO_TEST_SUITE_END()
