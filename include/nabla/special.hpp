#pragma once

// Special functions whose values Boost.Math computes. Not in the umbrella header, since Boost.Math takes several times as
// long to include as all the rest; each family may be included alone.

#include <nabla/nabla.hpp>

#include <nabla/rules/gamma.hpp>
#include <nabla/rules/special/airy.hpp>
#include <nabla/rules/special/bessel.hpp>
#include <nabla/rules/special/beta.hpp>
#include <nabla/rules/special/elliptic.hpp>
#include <nabla/rules/special/erf_inverse.hpp>
#include <nabla/rules/special/expint.hpp>
#include <nabla/rules/special/lambert_w.hpp>
#include <nabla/rules/special/modified_bessel.hpp>
