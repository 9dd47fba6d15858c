#pragma once

// Formulas of vectors and matrices, evaluated by Eigen.

#include <nabla/nabla.hpp>

#include <nabla/matrix/functions.hpp>  // first: a refusal names all files on the way to its own

#include <nabla/matrix/calculus.hpp>
#include <nabla/matrix/canonical.hpp>
#include <nabla/matrix/layers.hpp>
#include <nabla/matrix/optimizers.hpp>
#include <nabla/matrix/print.hpp>
#include <nabla/matrix/simplify.hpp>
