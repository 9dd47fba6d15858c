#pragma once

// Rigorous bounds of formulas: intervals as a scalar. Not in the umbrella header, which they would make longer for few.

#include <nabla/interval/bounds.hpp>
#include <nabla/nabla.hpp>
