#pragma once

// Formulas of vectors and matrices, evaluated by Eigen.

#include <nabla/nabla.hpp>

// First, and in this order, what refuses mistakes: a message begins with the files through which its place was included.
#include <nabla/matrix/functions.hpp>
#include <nabla/matrix/bind.hpp>
#include <nabla/matrix/call.hpp>
#include <nabla/matrix/call_formula.hpp>

#include <nabla/matrix/calculus.hpp>
#include <nabla/matrix/canonical.hpp>
#include <nabla/matrix/layers.hpp>
#include <nabla/matrix/map.hpp>
#include <nabla/matrix/optimizers.hpp>
#include <nabla/matrix/print.hpp>
#include <nabla/matrix/refusals.hpp>
#include <nabla/matrix/simplify.hpp>
