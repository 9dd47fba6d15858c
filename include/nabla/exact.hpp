#pragma once

// Exact evaluation: rational numbers of up to 4096 binary digits as a scalar, in constant expressions and at run time. Not in the
// umbrella header, since Boost.Multiprecision takes longer to include than all the rest.

#include <nabla/exact/value.hpp>
#include <nabla/nabla.hpp>
