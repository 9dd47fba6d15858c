#include <nabla/special.hpp>

// What Boost.Math computes has no function in C99, and to_c refuses it by name.   test/fail/to_c_operation.cpp says in which words

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto two = nabla::constant<2>{};

/// Whether what to_c refuses of a formula is the outermost operation.
template <class Operation, class... Operands>
constexpr bool is_refused_by_name(nabla::apply<Operation, Operands...> f) {
  return nabla::detail::document_text<nabla::detail::c_document<decltype(x * f)>>::value.refused ==
         nabla::detail::kind_of_operation<Operation>;
}

static_assert(is_refused_by_name(j0(x)) && is_refused_by_name(j1(x)) && is_refused_by_name(jn(two, x)));
static_assert(is_refused_by_name(y0(x)) && is_refused_by_name(y1(x)) && is_refused_by_name(yn(two, x)));
static_assert(is_refused_by_name(i0(x)) && is_refused_by_name(i1(x)) && is_refused_by_name(in(two, x)));
static_assert(is_refused_by_name(k0(x)) && is_refused_by_name(k1(x)) && is_refused_by_name(kn(two, x)));
static_assert(is_refused_by_name(airy_ai(x)) && is_refused_by_name(airy_ai_prime(x)));
static_assert(is_refused_by_name(airy_bi(x)) && is_refused_by_name(airy_bi_prime(x)));
static_assert(is_refused_by_name(comp_ellint_1(x)) && is_refused_by_name(comp_ellint_2(x)));
static_assert(is_refused_by_name(erfinv(x)) && is_refused_by_name(erfcinv(x)));
static_assert(is_refused_by_name(expint(x)) && is_refused_by_name(lambert_w0(x)) && is_refused_by_name(lambert_wm1(x)));
static_assert(is_refused_by_name(beta(x, two)));

}  // namespace
