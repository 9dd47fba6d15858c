#include <support/corpus.hpp>

#include <nabla/theorems.hpp>

// The theorems of fields in the plane and in space, for all smooth fields: their components are unknown functions.

namespace {

using namespace support;
using namespace nabla::theorems;

constexpr auto f = nabla::unknown<"f">(x, y, z);
constexpr auto k = nabla::unknown<"k">(x, y, z);
constexpr auto g = nabla::unknown<"g">(t);
constexpr auto field = hana::make_tuple(nabla::unknown<"f1">(x, y, z), nabla::unknown<"f2">(x, y, z), nabla::unknown<"f3">(x, y, z));
constexpr auto other = hana::make_tuple(nabla::unknown<"k1">(x, y, z), nabla::unknown<"k2">(x, y, z), nabla::unknown<"k3">(x, y, z));

static_assert(gradient_product_rule(f, k, x, y, z));
static_assert(gradient_chain_rule(g, t, f, x, y, z));
static_assert(divergence_product_rule(f, field, x, y, z));
static_assert(curl_product_rule(f, field, x, y, z));
static_assert(divergence_of_cross_product(field, other, x, y, z));
static_assert(curl_of_gradient_is_zero(f, x, y, z));
static_assert(divergence_of_curl_is_zero(field, x, y, z));
static_assert(curl_of_curl(field, x, y, z));
static_assert(laplacian_is_divergence_of_gradient(f, x, y, z));
static_assert(laplacian_product_rule(f, k, x, y, z));
static_assert(green_identity(f, k, x, y, z));

static_assert(!equation{curl(field, x, y, z), hana::make_tuple(nabla::zero, nabla::zero, nabla::zero)});
static_assert(!equation{curl_product_rule(f, field, x, y, z).left, nabla::theorems::detail::times(f, curl(field, x, y, z))});
static_assert(!equation{divergence(field, x, y, z), nabla::zero});
static_assert(!equation{divergence_product_rule(f, field, x, y, z).left, f * divergence(field, x, y, z)});
static_assert(!equation{laplacian_product_rule(f, k, x, y, z).left, k * laplacian(f, x, y, z) + f * laplacian(k, x, y, z)});
static_assert(!harmonic(f, x, y, z));

}  // namespace
